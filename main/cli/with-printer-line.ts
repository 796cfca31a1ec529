/** A line to a printer for the time of one command, where no kiosk has it. */
import { setTimeout as wait } from 'node:timers/promises';
import { buildJobFrame } from '../adapters/printing/build-job-frame.ts';
import type { PrinterStatus } from '../contract/kiosk.ts';
import type { JobFrame, Logger, PrinterProfile, PrinterTransport, ScheduleAfter } from '../core/ports.ts';
import { createPrinterLine, type PrinterLine } from '../core/printing/device/printer-line.ts';

export interface PrinterAtHand {
  readonly transport: PrinterTransport;
  readonly profile: PrinterProfile;
  /** Where it is remembered whether the printer may hold leftovers; nowhere for a printer that is no kiosk's. */
  readonly leftovers?: { leftovers(): boolean; setLeftovers(left: boolean): boolean };
}

export interface LineAtHand {
  readonly line: PrinterLine;
  readonly frame: JobFrame;
  /** Why the printer could not be reached, in words; null where it could. */
  readonly trouble: () => string | null;
  /** Resolves with the next change of the status. */
  changed(): Promise<PrinterStatus>;
}

export const terminalSchedule: ScheduleAfter = (delayMs, action) => {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
};

export async function withPrinterLine<T>(
  { transport, profile, leftovers }: PrinterAtHand,
  action: (at: LineAtHand) => Promise<T>,
): Promise<T> {
  let trouble: string | null = null;
  let change = Promise.withResolvers<PrinterStatus>();
  const frame = buildJobFrame(profile);
  const line = createPrinterLine({
    transport,
    profile,
    frame,
    clock: { nowMs: () => Date.now() },
    schedule: terminalSchedule,
    logger: reasonKeeper((reason) => {
      trouble = reason;
    }),
    mayHoldLeftovers: leftovers?.leftovers() ?? false,
    onSettled: () => void leftovers?.setLeftovers(false),
    onStatus: (status) => {
      change.resolve(status);
      change = Promise.withResolvers();
    },
    onLateFence: () => undefined,
  });
  try {
    return await action({ line, frame, trouble: () => trouble, changed: () => change.promise });
  } finally {
    await line.close();
  }
}

/** Resolves when the user interrupts, or after so long. */
export async function interruptedOrAfter(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}

/** Keeps the reason, which becomes part of the error; the terminal needs no log beside it. */
function reasonKeeper(onReason: (reason: string) => void): Logger {
  return {
    info: () => undefined,
    warn: (_message, fields) => {
      const reason = fields?.['reason'];
      if (typeof reason === 'string') {
        onReason(reason);
      }
    },
    error: () => undefined,
  };
}
