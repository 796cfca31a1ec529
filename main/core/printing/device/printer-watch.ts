/** Knows how the printer is: asks it gently while nothing is printed and says so when that changes. */
import type { PrinterStatus } from '../../../contract/kiosk.ts';
import type { Emit } from '../../handlers.ts';
import type { Clock, PrinterTransport, ScheduleAfter } from '../../ports.ts';
import { askCondition, type PrinterCondition } from './printer-condition.ts';

export interface PrinterWatchOptions {
  /** Null where the kiosk has no printer. */
  readonly transport: PrinterTransport | null;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly emit: Emit;
  /** From the end of one question to the next; default 10,000. */
  readonly pollEveryMs?: number;
}

export interface PrinterWatch {
  status(): PrinterStatus;
  /** Asks at once, then again and again until `close`. A printer that cannot answer is not asked. */
  start(): void;
  /** Takes over what was learnt elsewhere; pushed as `printer.changed` where it is new. */
  report(condition: PrinterCondition): void;
  /** Runs a job while nobody asks; null at once where another job is under way. */
  exclusively<T>(job: () => Promise<T>): Promise<T | null>;
  /** Ends the asking; resolves when nothing is under way any more. */
  close(): Promise<void>;
}

export function createPrinterWatch(options: PrinterWatchOptions): PrinterWatch {
  const { transport, clock, schedule, emit, pollEveryMs = 10_000 } = options;
  let status: PrinterStatus = {
    state: transport === null ? 'none' : 'unknown',
    paperNearEnd: false,
    sinceMs: clock.nowMs(),
  };
  let asking: Promise<void> = Promise.resolve();
  let job: Promise<unknown> | null = null;
  let callOff: (() => void) | null = null;
  let closed = false;

  function report(condition: PrinterCondition): void {
    if (condition.state !== status.state || condition.paperNearEnd !== status.paperNearEnd) {
      status = { ...condition, sinceMs: clock.nowMs() };
      emit('printer.changed', status);
    }
  }

  function askAgain(delayMs: number): void {
    if (closed || transport === null || !transport.answers) {
      return;
    }
    callOff?.();
    callOff = schedule(delayMs, () => {
      asking = ask(transport, schedule).then((condition) => {
        if (!closed) {
          report(condition);
        }
        return askAgain(pollEveryMs);
      });
    });
  }

  return {
    status: () => status,
    start: () => askAgain(0),
    report,
    async exclusively<T>(run: () => Promise<T>): Promise<T | null> {
      if (job !== null || closed) {
        return null;
      }
      callOff?.();
      const running = asking.then(() => {
        callOff?.();
        return run();
      });
      job = running;
      try {
        return await running;
      } finally {
        job = null;
        askAgain(pollEveryMs);
      }
    },
    async close() {
      closed = true;
      callOff?.();
      await asking;
      await job?.catch(() => undefined);
    },
  };
}

/** What cannot be reached or asked is a condition, not an error. */
async function ask(transport: PrinterTransport, schedule: ScheduleAfter): Promise<PrinterCondition> {
  try {
    const connection = await transport.open();
    try {
      const condition = await askCondition(connection, schedule);
      await connection.close();
      return condition;
    } catch {
      // The printer let itself be called and then went away.
      connection.abort();
      return { state: 'unreachable', paperNearEnd: false };
    }
  } catch {
    return { state: 'unreachable', paperNearEnd: false };
  }
}
