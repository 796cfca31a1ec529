/** A clock that only goes when the test says so, forwards and backwards. */
import type { Clock } from '../../main/core/ports.ts';

export interface ManualClock extends Clock {
  nowIsMs: number;
}

/** Begins at 09:41:05 at the office, 22 July 2026, unless told otherwise. */
export function createManualClock(startMs: number = Date.UTC(2026, 6, 22, 2, 41, 5)): ManualClock {
  const clock = { nowIsMs: startMs, nowMs: () => clock.nowIsMs };
  return clock;
}
