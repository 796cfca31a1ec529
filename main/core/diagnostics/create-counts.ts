/** Counts what happened since the start. It hears that something happened, never what was asked, printed or scanned. */
import type { PrintJob } from '../../contract/printing.ts';
import type { KioskStatus } from '../../contract/status.ts';
import type { UpdateFailure } from '../../contract/updates.ts';

export interface Counts {
  /** A question a citizen asked is over, and whether anything was found. */
  searched(hasResult: boolean): void;
  /** A print job is in another state. */
  jobChanged(job: PrintJob): void;
  ticketGiven(): void;
  scanned(): void;
  updateFailed(reason: UpdateFailure): void;
  now(): KioskStatus['counts'];
}

/** Jobs whose end is remembered, so that none is counted twice. */
const rememberedJobs = 500;

export function createCounts(): Counts {
  let searches = 0;
  let searchesWithoutResult = 0;
  let ticketsGiven = 0;
  let scans = 0;
  const slips = { printed: 0, failed: 0 };
  const ended = new Set<number>();
  const updateFailures = new Map<UpdateFailure, number>();

  return {
    searched: (hasResult) => {
      searches += 1;
      searchesWithoutResult += hasResult ? 0 : 1;
    },
    jobChanged: (job) => {
      const end = endOf(job);
      if (end === null || ended.has(job.job)) {
        return;
      }
      slips[end] += 1;
      ended.add(job.job);
      const [oldest] = ended;
      if (ended.size > rememberedJobs && oldest !== undefined) {
        ended.delete(oldest);
      }
    },
    ticketGiven: () => {
      ticketsGiven += 1;
    },
    scanned: () => {
      scans += 1;
    },
    updateFailed: (reason) => void updateFailures.set(reason, (updateFailures.get(reason) ?? 0) + 1),
    now: () => ({
      searches,
      searchesWithoutResult,
      slipsPrinted: slips.printed,
      slipsFailed: slips.failed,
      ticketsGiven,
      scans,
      updateFailures: Object.fromEntries(updateFailures),
    }),
  };
}

/** Called off by a person is no failure; one nobody knows of (`unknown`) is neither until somebody says so. */
function endOf({ state, reason }: PrintJob): 'printed' | 'failed' | null {
  if (state === 'printed') {
    return 'printed';
  }
  return state === 'failed' && reason !== 'cancelled' ? 'failed' : null;
}
