/** The hand that tears off a slip where no blade cuts it: once the paper has stood still for a while. */
import type { ScheduleAfter } from '../../main/core/ports.ts';

export interface Tearing {
  /** Something was printed: the wait begins anew. */
  waitAnew(): void;
  stop(): void;
}

/** `afterMs` null: nobody ever does. */
export function createTearing(options: {
  readonly nowMs: () => number;
  readonly schedule: ScheduleAfter;
  readonly afterMs: number | null;
  readonly tear: () => void;
}): Tearing {
  const { nowMs, schedule, afterMs, tear } = options;
  let lastMs = 0;
  let callOff: (() => void) | null = null;
  const wait = (delayMs: number): void => {
    callOff = schedule(delayMs, () => {
      callOff = null;
      const leftMs = lastMs + (afterMs ?? 0) - nowMs();
      if (leftMs > 0) {
        wait(leftMs);
      } else {
        tear();
      }
    });
  };
  return {
    waitAnew() {
      lastMs = nowMs();
      if (callOff === null && afterMs !== null) {
        wait(afterMs);
      }
    },
    stop: () => callOff?.(),
  };
}
