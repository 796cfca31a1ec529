/** Keeps the time of the next look: regular ones, one soon after the start, sooner ones after failures and when the network returns. */
import type { Clock, ScheduleAfter } from '../ports.ts';
import { backOffMs, type CheckPlan } from './check-plan.ts';

export interface CheckTimer {
  start(): void;
  /** A look is over. `isWorthRetrying`: what failed may be well in a moment. */
  settled(result: { readonly isWorthRetrying: boolean; readonly retryAfterMs: number | null }): void;
  /** The network may have come back. */
  networkReturned(): void;
  /** UTC epoch; null before `start` and where the plan knows none. */
  nextMs(): number | null;
  close(): void;
}

export interface CheckTimerOptions {
  readonly plan: CheckPlan;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly look: () => void;
}

const startMs = { least: 2_000, spread: 8_000 } as const;
const returnMs = { least: 1_000, spread: 9_000 } as const;
/** The clock may be set while a timer runs, so none is longer. */
const longestTimerMs = 60_000;

export function createCheckTimer({ plan, clock, schedule, random, look }: CheckTimerOptions): CheckTimer {
  let dueMs: number | null = null;
  let cancel: (() => void) | null = null;
  let setAtMs = 0;
  let failures = 0;
  /** The server asked to be left alone until then. */
  let notBeforeMs = 0;
  let isClosed = false;

  const wake = (): void => {
    const now = clock.nowMs();
    if (now < setAtMs) {
      // The clock was set back: what was reckoned with it is void.
      notBeforeMs = 0;
      setDue(plan.nextMs(now, random()));
    } else if (dueMs !== null && now >= dueMs) {
      setDue(plan.nextMs(now, random()));
      look();
    } else {
      arm();
    }
  };
  const arm = (): void => {
    cancel?.();
    cancel = null;
    setAtMs = clock.nowMs();
    if (dueMs !== null && !isClosed) {
      cancel = schedule(Math.min(Math.max(dueMs - setAtMs, 0), longestTimerMs), wake);
    }
  };
  const setDue = (timeMs: number | null): void => {
    dueMs = timeMs === null ? null : Math.max(timeMs, notBeforeMs);
    arm();
  };
  const soon = ({ least, spread }: typeof startMs | typeof returnMs): void => {
    const timeMs = clock.nowMs() + least + Math.floor(random() * spread);
    setDue(dueMs === null ? timeMs : Math.min(dueMs, timeMs));
  };

  return {
    start: () => soon(startMs),
    networkReturned: () => {
      failures = 0;
      soon(returnMs);
    },
    settled: ({ isWorthRetrying, retryAfterMs }) => {
      const now = clock.nowMs();
      notBeforeMs = retryAfterMs === null ? 0 : now + retryAfterMs;
      const regularMs = plan.nextMs(now, random());
      if (!isWorthRetrying) {
        failures = 0;
        setDue(regularMs);
        return;
      }
      const retryMs = now + backOffMs(failures, random());
      failures += 1;
      setDue(regularMs === null ? retryMs : Math.min(regularMs, retryMs));
    },
    nextMs: () => dueMs,
    close: () => {
      isClosed = true;
      cancel?.();
    },
  };
}
