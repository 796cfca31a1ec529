/** What is known of each job: the journal's word, and in front of it what the journal cannot hold or could not take yet. */
import type { PrintJob, PrintReason, StaffPrintJob } from '../../../contract/printing.ts';
import type { Clock, Logger, ScheduleAfter } from '../../ports.ts';
import type { JobChange, LedgerJob, NewJob, PrintLedger } from './print-ledger.ts';

export interface JobBookOptions {
  readonly ledger: PrintLedger;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  readonly onChanged: (job: PrintJob) => void;
}

export type JobEnd = Omit<JobChange, 'atMs' | 'state'> & { readonly state: 'printed' | 'failed' | 'unknown' };

export interface JobBook {
  /** All or none; null where the journal takes none. */
  add(jobs: readonly NewJob[]): readonly number[] | null;
  job(number: number): StaffPrintJob | null;
  /** The newest first. */
  recent(count: number): readonly StaffPrintJob[];
  /** Those of the last run that are not over, oldest first. */
  open(): readonly LedgerJob[];
  /** False where it could not be written, and the job must not begin. */
  begin(number: number, leftovers: boolean): boolean;
  /** Waits for a hand; null when it goes on. Never written. */
  pause(number: number, reason: PrintReason | null): void;
  /** Told at once; written at the next chance where the journal cannot take it now. */
  end(number: number, end: JobEnd): void;
  /** Tries once more what could not be written. */
  close(): void;
}

/** Between two tries to write what the journal did not take. */
const tryAgainMs = 5_000;

export function createJobBook({ ledger, clock, schedule, logger, onChanged }: JobBookOptions): JobBook {
  /** Jobs that are otherwise than the journal says. */
  const shown = new Map<number, StaffPrintJob>();
  let unwritten: { readonly number: number; readonly change: JobChange }[] = [];
  let callOff: (() => void) | null = null;

  const job = (number: number): StaffPrintJob | null => {
    const found = shown.get(number) ?? ledger.job(number);
    return found === null ? null : staffJob(found);
  };

  function tell(number: number): void {
    const found = job(number);
    if (found !== null) {
      onChanged({ job: found.job, state: found.state, reason: found.reason });
    }
  }

  /** False where the journal did not take it, which may be tried again. */
  function write(number: number, change: JobChange): boolean {
    try {
      return ledger.change(number, change);
    } catch (error) {
      // A row that is gone or over already: nothing that another try would mend.
      logger.error('A print job could not be written down', { job: number, reason: String(error) });
      return true;
    }
  }

  function catchUp(): boolean {
    while (unwritten[0] !== undefined) {
      const { number, change } = unwritten[0];
      if (!write(number, change)) {
        return false;
      }
      unwritten = unwritten.slice(1);
      if (!unwritten.some((later) => later.number === number)) {
        shown.delete(number);
      }
    }
    return true;
  }

  function tryAgain(): void {
    callOff ??= schedule(tryAgainMs, () => {
      callOff = null;
      if (!catchUp()) {
        tryAgain();
      }
    });
  }

  return {
    add(jobs) {
      catchUp();
      const numbers = ledger.add(jobs);
      for (const number of numbers ?? []) {
        tell(number);
      }
      return numbers;
    },
    job,
    recent: (count) => ledger.recent(count).map((found) => staffJob(shown.get(found.job) ?? found)),
    open: () => ledger.open(),
    begin(number, leftovers) {
      if (!catchUp() || !write(number, { state: 'sending', reason: null, atMs: clock.nowMs(), leftovers })) {
        return false;
      }
      shown.delete(number);
      tell(number);
      return true;
    },
    pause(number, reason) {
      const found = ledger.job(number);
      if (reason === null) {
        shown.delete(number);
      } else if (found !== null) {
        shown.set(number, { ...staffJob(found), state: 'paused', reason, changedAtMs: clock.nowMs() });
      }
      tell(number);
    },
    end(number, end) {
      const before = job(number);
      const change: JobChange = { ...end, atMs: clock.nowMs() };
      if (catchUp() && write(number, change)) {
        shown.delete(number);
      } else {
        unwritten = [...unwritten, { number, change }];
        tryAgain();
        if (before !== null) {
          shown.set(number, {
            ...before,
            state: end.state,
            reason: end.reason,
            settledBy: end.settledBy ?? null,
            changedAtMs: change.atMs,
          });
        }
      }
      tell(number);
    },
    close() {
      callOff?.();
      catchUp();
    },
  };
}

function staffJob({
  job,
  state,
  reason,
  kind,
  source,
  queuedAtMs,
  changedAtMs,
  settledBy,
}: StaffPrintJob): StaffPrintJob {
  return { job, state, reason, kind, source, queuedAtMs, changedAtMs, settledBy };
}
