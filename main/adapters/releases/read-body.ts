/** The bytes of an answer as they come: never more than allowed, never slower, never silent for long. */
import type { IncomingMessage } from 'node:http';
import { RepositoryFetchError, type ScheduleAfter } from '../../core/ports.ts';
import { createSpeedWatch } from '../../core/releases/speed-watch.ts';
import { tooLarge } from './judge-response.ts';
import { abortedFailure, asFetchError } from './request-file.ts';

export interface BodyLimits {
  /** Of this body, which may be the rest of a file. */
  readonly maximumBytes: number;
  /** Exactly so many must come; null where the server did not say. */
  readonly expectedBytes: number | null;
  readonly minimumBytesPerSecond: number;
  /** Over so long. */
  readonly windowMs: number;
  /** Without a single byte. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
  /** Goes on whatever is done to the clock. */
  readonly elapsedMs: () => number;
  readonly schedule: ScheduleAfter;
}

/**
 * `leave` lets go of the message however reading ends; by default with its connection, where it has not come whole. Errors:
 * `RepositoryFetchError`.
 */
export async function* readBody(
  message: IncomingMessage,
  limits: BodyLimits,
  leave: () => void = () => message.destroy(),
): AsyncGenerator<Uint8Array> {
  const speed = createSpeedWatch(limits);
  const pieces: AsyncIterator<Buffer> = message.iterator({ destroyOnReturn: false });
  let receivedBytes = 0;
  try {
    for (;;) {
      const sinceMs = limits.elapsedMs();
      const next = await within(pieces.next(), patienceOf(speed.patienceMs(), limits), limits.schedule);
      if (next.done === true) {
        break;
      }
      speed.received(limits.elapsedMs() - sinceMs, next.value.length);
      receivedBytes += next.value.length;
      if (receivedBytes > limits.maximumBytes) {
        throw tooLarge(limits.maximumBytes);
      }
      yield next.value;
    }
    if (limits.expectedBytes !== null && receivedBytes !== limits.expectedBytes) {
      throw new RepositoryFetchError('bad-answer', 'another length comes than was told');
    }
  } catch (error) {
    throw limits.signal.aborted ? abortedFailure() : asFetchError(error);
  } finally {
    leave();
  }
}

interface Patience {
  readonly forMs: number;
  readonly failure: () => RepositoryFetchError;
}

function patienceOf(patienceMs: number, { idleMs, windowMs, minimumBytesPerSecond }: BodyLimits): Patience {
  const slow = `less than ${minimumBytesPerSecond} bytes a second came over ${windowMs / 1_000} s`;
  return patienceMs < idleMs
    ? { forMs: patienceMs, failure: () => new RepositoryFetchError('too-slow', slow) }
    : { forMs: idleMs, failure: () => new RepositoryFetchError('timeout', `nothing came for ${idleMs / 1_000} s`) };
}

/** What waits in the buffer already costs no patience; only bytes that have still to come do. */
async function within<T>(work: Promise<T>, { forMs, failure }: Patience, schedule: ScheduleAfter): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const callOff = schedule(forMs, () => reject(failure()));
  try {
    return await Promise.race([work, promise]);
  } finally {
    callOff();
  }
}
