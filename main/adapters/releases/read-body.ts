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

/** Lets go of the connection however reading ends. Errors: `RepositoryFetchError`. */
export async function* readBody(response: IncomingMessage, limits: BodyLimits): AsyncGenerator<Uint8Array> {
  const speed = createSpeedWatch(limits);
  const pieces: AsyncIterator<Buffer> = response[Symbol.asyncIterator]();
  let receivedBytes = 0;
  try {
    for (;;) {
      const sinceMs = limits.elapsedMs();
      const next = await nextPiece(response, pieces, patienceOf(speed.patienceMs(), limits), limits);
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
      throw new RepositoryFetchError('bad-answer', 'the server sends another length than it said');
    }
  } catch (error) {
    throw limits.signal.aborted ? abortedFailure() : asFetchError(error);
  } finally {
    response.destroy();
  }
}

interface Patience {
  readonly forMs: number;
  readonly failure: RepositoryFetchError;
}

function patienceOf(patienceMs: number, { idleMs, windowMs, minimumBytesPerSecond }: BodyLimits): Patience {
  return patienceMs < idleMs
    ? {
        forMs: patienceMs,
        failure: new RepositoryFetchError(
          'too-slow',
          `less than ${minimumBytesPerSecond} bytes a second came over ${windowMs / 1_000} s`,
        ),
      }
    : { forMs: idleMs, failure: new RepositoryFetchError('timeout', `nothing came for ${idleMs / 1_000} s`) };
}

async function nextPiece(
  response: IncomingMessage,
  pieces: AsyncIterator<Buffer>,
  { forMs, failure }: Patience,
  { schedule }: BodyLimits,
): Promise<IteratorResult<Buffer>> {
  // What waits in the buffer already costs no patience; only bytes that have still to come do.
  const callOff = schedule(forMs, () => response.destroy(failure));
  try {
    return await pieces.next();
  } finally {
    callOff();
  }
}
