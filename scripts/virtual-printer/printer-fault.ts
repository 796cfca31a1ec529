/** What can go wrong with a printer, and when: at once, after so many bytes taken or after so many rows on paper. */
import type { PrinterState } from './printer-state.ts';

export const faultNames = [
  'paper-out',
  'near-end',
  'cover-open',
  'offline',
  'cutter-jam',
  'error',
  'silent',
  'garbage',
  'hang',
  'refuse',
  /** Resets the connection, as a pulled plug or a crash does. */
  'drop',
  /** Ends the connection in order and lets what still comes fall on the floor. */
  'drop-fin',
  /** Off and on again: buffer and connections are lost, settings are those of the start. */
  'power-cycle',
] as const;
export type PrinterFaultName = (typeof faultNames)[number];

/** A name, or any state as such. */
export type PrinterFault = PrinterFaultName | { readonly set: Partial<PrinterState> };

/** Counted from when the fault was laid: bytes the printer took in from anyone, or rows printed and fed. At least 1. */
export type FaultMoment = { readonly bytes: number } | { readonly rows: number };

/** What a named fault makes of the state; null for those that are an event. */
export function stateOfFault(fault: PrinterFault): Partial<PrinterState> | null {
  if (typeof fault !== 'string') {
    return fault.set;
  }
  const states: Readonly<Record<PrinterFaultName, Partial<PrinterState> | null>> = {
    'paper-out': { paper: 'out' },
    'near-end': { paper: 'near-end' },
    'cover-open': { coverOpen: true },
    offline: { offline: true },
    'cutter-jam': { cutter: 'jams' },
    error: { error: 'unrecoverable' },
    silent: { answers: false },
    garbage: { garbage: true },
    hang: { reads: false },
    refuse: { reachable: false },
    drop: null,
    'drop-fin': null,
    'power-cycle': null,
  };
  return states[fault];
}

export interface FaultPlan {
  /** Returns how to call it off. */
  lay(moment: FaultMoment, fault: PrinterFault): () => void;
  /** Bytes that may be taken before the next fault; Infinity where none waits for bytes. */
  readonly bytesLeft: number;
  /** Counts, and has what is due happen. */
  note(unit: 'bytes' | 'rows', count: number): void;
}

export function createFaultPlan(happen: (fault: PrinterFault) => void): FaultPlan {
  const waiting = new Set<{ readonly unit: 'bytes' | 'rows'; left: number; readonly fault: PrinterFault }>();
  return {
    lay(moment, fault) {
      const entry =
        'bytes' in moment
          ? { unit: 'bytes' as const, left: Math.max(1, moment.bytes), fault }
          : { unit: 'rows' as const, left: Math.max(1, moment.rows), fault };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    get bytesLeft() {
      return Math.min(Infinity, ...[...waiting].filter(({ unit }) => unit === 'bytes').map(({ left }) => left));
    },
    note(unit, count) {
      for (const entry of waiting) {
        if (entry.unit === unit) {
          entry.left -= count;
          if (entry.left <= 0) {
            waiting.delete(entry);
            happen(entry.fault);
          }
        }
      }
    },
  };
}
