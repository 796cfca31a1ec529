/** A timer that only goes off when the test says so. */
import type { ScheduleAfter } from '../../main/core/ports.ts';

export interface ManualSchedule {
  readonly schedule: ScheduleAfter;
  /** Waited so far. */
  readonly elapsedMs: number;
  /** Runs everything that is due by now, having waited so long. */
  advance(milliseconds: number): void;
  /** The same one after the other, each with all that follows from it before the next; whatever is scheduled on the way too. */
  pass(milliseconds: number): Promise<void>;
}

export function createManualSchedule(): ManualSchedule {
  let nowMs = 0;
  const waiting = new Set<{ readonly dueMs: number; readonly action: () => void }>();
  return {
    schedule: (delayMs, action) => {
      const entry = { dueMs: nowMs + delayMs, action };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    get elapsedMs() {
      return nowMs;
    },
    advance: (milliseconds) => {
      nowMs += milliseconds;
      for (const entry of waiting) {
        if (entry.dueMs <= nowMs) {
          waiting.delete(entry);
          entry.action();
        }
      }
    },
    pass: async (milliseconds) => {
      const endMs = nowMs + milliseconds;
      await atRest();
      for (;;) {
        const [next] = [...waiting].filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs);
        if (next === undefined) {
          break;
        }
        nowMs = next.dueMs;
        waiting.delete(next);
        next.action();
        await atRest();
      }
      nowMs = endMs;
    },
  };
}

/** When everything that waits for nothing but other promises has come to rest. */
export function atRest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
