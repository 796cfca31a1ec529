/** Keeps callers of the push door to a pace, and those who try tokens to a crawl; by address, in a bounded memory. */

export interface CallerLimits {
  /** Counts a request; how long its sender must wait, in milliseconds, or 0 where it may go on. */
  arrive(address: string): number;
  /** The token was wrong. */
  wrongTry(address: string): void;
  /** The token was right. */
  rightTry(address: string): void;
}

interface Caller {
  /** Requests that may come at once. */
  allowance: number;
  countedAtMs: number;
  wrongTries: number;
  barredUntilMs: number;
}

const burst = 20;
const perSecond = 1;
const firstPauseMs = 1_000;
const longestPauseMs = 5 * 60_000;
/** Wrong tries are forgotten after so long without one. */
const forgottenAfterMs = 60 * 60_000;
const mostCallers = 512;
const millisecondsPerSecond = 1_000;

/** `elapsedMs` goes on whatever is done to the clock. */
export function createCallerLimits(elapsedMs: () => number): CallerLimits {
  const callers = new Map<string, Caller>();

  const callerOf = (address: string): Caller => {
    const key = keyOf(address);
    const nowMs = elapsedMs();
    const found = callers.get(key) ?? { allowance: burst, countedAtMs: nowMs, wrongTries: 0, barredUntilMs: 0 };
    // Last in the map: the first to go when it is full is who has not come for longest.
    callers.delete(key);
    callers.set(key, found);
    const [oldest] = callers.keys();
    if (callers.size > mostCallers && oldest !== undefined) {
      callers.delete(oldest);
    }
    if (nowMs - found.barredUntilMs > forgottenAfterMs) {
      found.wrongTries = 0;
    }
    return found;
  };

  return {
    arrive: (address) => {
      const caller = callerOf(address);
      const nowMs = elapsedMs();
      const earned = ((nowMs - caller.countedAtMs) * perSecond) / millisecondsPerSecond;
      caller.allowance = Math.min(burst, caller.allowance + earned);
      caller.countedAtMs = nowMs;
      if (nowMs < caller.barredUntilMs) {
        return caller.barredUntilMs - nowMs;
      }
      if (caller.allowance < 1) {
        return millisecondsPerSecond / perSecond;
      }
      caller.allowance -= 1;
      return 0;
    },
    wrongTry: (address) => {
      const caller = callerOf(address);
      caller.barredUntilMs = elapsedMs() + Math.min(firstPauseMs * 2 ** caller.wrongTries, longestPauseMs);
      caller.wrongTries += 1;
    },
    rightTry: (address) => {
      callerOf(address).wrongTries = 0;
    },
  };
}

/** One machine has as many IPv6 addresses as it likes, all of one network of 64 bits. */
function keyOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/u, '');
  if (!mapped.includes(':')) {
    return mapped;
  }
  const [head = '', tail = ''] = mapped.split('%')[0]?.split('::') ?? [];
  const [left, right] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0)) }, () => '0');
  return [...(left ?? []), ...zeros, ...(right ?? [])].slice(0, 4).join(':');
}
