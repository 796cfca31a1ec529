/** Tells a download that crawls from one that goes on: bytes over a sliding window of the time that was spent waiting for them. */

export interface SpeedWatch {
  /** So long was waited for these bytes. */
  received(waitedMs: number, bytes: number): void;
  /** How much longer may be waited for the next bytes; 0: it has been too slow already. Infinity where any speed will do. */
  patienceMs(): number;
}

export interface SpeedLimit {
  /** 0 takes any speed. */
  readonly minimumBytesPerSecond: number;
  readonly windowMs: number;
}

/** Bytes of so long are counted as one, so that a quick download needs no long list. */
const grainMs = 100;
const millisecondsPerSecond = 1_000;

/**
 * Time spent on writing what came does not count, nor does the clock: only what the other side let one wait. The first
 * window is given whole, so that a slow start is no failure.
 */
export function createSpeedWatch({ minimumBytesPerSecond, windowMs }: SpeedLimit): SpeedWatch {
  const neededBytes = (minimumBytesPerSecond * windowMs) / millisecondsPerSecond;
  /** The oldest first; all within the window. */
  const arrivals: { atMs: number; bytes: number }[] = [];
  let waitedInAllMs = 0;
  let bytesInWindow = 0;

  return {
    received: (waitedMs, bytes) => {
      waitedInAllMs += waitedMs;
      bytesInWindow += bytes;
      const last = arrivals.at(-1);
      if (last !== undefined && waitedInAllMs - last.atMs < grainMs) {
        last.bytes += bytes;
      } else {
        arrivals.push({ atMs: waitedInAllMs, bytes });
      }
      for (let [first] = arrivals; first !== undefined && waitedInAllMs - first.atMs > windowMs; [first] = arrivals) {
        arrivals.shift();
        bytesInWindow -= first.bytes;
      }
    },
    patienceMs: () => {
      if (neededBytes === 0) {
        return Number.POSITIVE_INFINITY;
      }
      const untilMs = Math.max(windowMs, whenTooFew(arrivals, bytesInWindow, neededBytes) + windowMs);
      return Math.max(0, untilMs - waitedInAllMs);
    },
  };
}

/** Arrival with whose leaving the window too few bytes are left in it; minus infinity where they are too few now. */
function whenTooFew(
  arrivals: readonly { readonly atMs: number; readonly bytes: number }[],
  bytesInWindow: number,
  neededBytes: number,
): number {
  let leftBytes = bytesInWindow;
  let atMs = Number.NEGATIVE_INFINITY;
  for (const arrival of arrivals) {
    if (leftBytes < neededBytes) {
      break;
    }
    leftBytes -= arrival.bytes;
    atMs = arrival.atMs;
  }
  return atMs;
}
