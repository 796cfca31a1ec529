/** Reads what a printer says of itself, and only what agrees with itself (Epson ESC/POS: DLE EOT n, GS a). */
import type { PrinterState, PrinterStatus } from '../../../contract/kiosk.ts';
import type { PrintReason } from '../../../contract/printing.ts';

/** The state without its time. */
export type PrinterCondition = Pick<PrinterStatus, 'state' | 'paperNearEnd'>;

export const unknownCondition: PrinterCondition = { state: 'unknown', paperNearEnd: false };

/** States in which what is sent waits inside the printer until somebody comes. */
export type HaltedState = Extract<PrinterState & PrintReason, 'paper-out' | 'cover-open' | 'cutter-error' | 'error'>;

export function isHalted(state: PrinterState): state is HaltedState {
  return state === 'paper-out' || state === 'cover-open' || state === 'cutter-error' || state === 'error';
}

/** Answers to DLE EOT 1 to 4, one byte each. */
export type StatusAnswers = readonly [printer: number, offline: number, error: number, paper: number];

const bit = (byte: number, index: number): boolean => (byte & (1 << index)) !== 0;

/** Null where the bytes contradict one another: they are of two moments, or no status at all. */
export function readAnswers([printer, offline, error, paper]: StatusAnswers): PrinterCondition | null {
  const isOffline = bit(printer, 3);
  const coverOpen = bit(offline, 2);
  const stoppedByPaper = bit(offline, 5);
  const failed = bit(offline, 6);
  if (bit(paper, 2) !== bit(paper, 3) || bit(paper, 5) !== bit(paper, 6)) {
    return null;
  }
  if ((coverOpen || stoppedByPaper || failed) && !isOffline) {
    return null;
  }
  return conditionOf({
    coverOpen,
    paperOut: stoppedByPaper || bit(paper, 5),
    cutterError: bit(error, 3),
    otherError: failed || bit(error, 5) || bit(error, 6) || isOffline,
    paperNearEnd: bit(paper, 2),
  });
}

/** The four bytes of an automatic status; null as above. */
export function readChange(bytes: readonly [number, number, number, number]): PrinterCondition | null {
  const [first, second, third] = bytes;
  const isOffline = bit(first, 3);
  const coverOpen = bit(first, 5);
  const paperOut = bit(third, 2);
  const cutterError = bit(second, 3);
  const failed = bit(second, 5) || bit(second, 6);
  if (bit(third, 0) !== bit(third, 1) || paperOut !== bit(third, 3)) {
    return null;
  }
  if ((coverOpen || paperOut || cutterError || failed) && !isOffline) {
    return null;
  }
  return conditionOf({
    coverOpen,
    paperOut,
    cutterError,
    otherError: failed || isOffline,
    paperNearEnd: bit(third, 0),
  });
}

interface Causes {
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly cutterError: boolean;
  readonly otherError: boolean;
  readonly paperNearEnd: boolean;
}

/** The cover first: whoever changes the paper opens it. Off-line without a cause (e.g. the feed button) is an error too. */
function conditionOf({ coverOpen, paperOut, cutterError, otherError, paperNearEnd }: Causes): PrinterCondition {
  const state = coverOpen
    ? 'cover-open'
    : paperOut
      ? 'paper-out'
      : cutterError
        ? 'cutter-error'
        : otherError
          ? 'error'
          : 'ready';
  return { state, paperNearEnd };
}
