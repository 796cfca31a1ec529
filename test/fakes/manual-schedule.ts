/** A timer that only goes off when the test says so. */
import type { ScheduleAfter } from '../../main/core/ports.ts';

export interface ManualSchedule {
  readonly schedule: ScheduleAfter;
  /** Runs everything that is due by now, having waited so long. */
  advance(milliseconds: number): void;
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
    advance: (milliseconds) => {
      nowMs += milliseconds;
      for (const entry of waiting) {
        if (entry.dueMs <= nowMs) {
          waiting.delete(entry);
          entry.action();
        }
      }
    },
  };
}
