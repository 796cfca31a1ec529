/** How often somebody may ask: so many times a minute, spent one by one and refilled all the time. */
import type { Clock } from '../../main/core/ports.ts';

export interface RequestBudget {
  /** Spends one. Milliseconds until there is another where none is left, otherwise null. */
  spend(name: string): number | null;
}

const minuteMs = 60_000;

export function createRequestBudget(perMinute: number, clock: Clock): RequestBudget {
  const used = new Map<string, { amount: number; atMs: number }>();
  const now = (name: string): number => {
    const entry = used.get(name);
    const passedMs = entry === undefined ? 0 : Math.max(0, clock.nowMs() - entry.atMs);
    return Math.max(0, (entry?.amount ?? 0) - (passedMs / minuteMs) * perMinute);
  };
  const waitFor = (amount: number): number | null =>
    amount + 1 > perMinute ? ((amount + 1 - perMinute) / perMinute) * minuteMs : null;
  return {
    spend: (name) => {
      const amount = now(name);
      const waitMs = waitFor(amount);
      if (waitMs === null) {
        // Taken out and put in again, so that the map is in the order of use.
        used.delete(name);
        used.set(name, { amount: amount + 1, atMs: clock.nowMs() });
        forgetOldest();
      }
      return waitMs;
    },
  };

  /** Whoever has not asked for a minute has all of it again and need not be remembered. */
  function forgetOldest(): void {
    for (const [name, { atMs }] of used) {
      if (clock.nowMs() - atMs < minuteMs) {
        return;
      }
      used.delete(name);
    }
  }
}
