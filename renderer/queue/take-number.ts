/** Takes a number and goes on asking where the answer was lost: the core gives one visit the same number again. */
import { KioskError } from '../../main/contract/error.ts';
import type { Params } from '../../main/contract/methods.ts';
import type { TakeOutcome } from '../../main/contract/queue.ts';
import type { CoreConnection } from '../transport/core-connection.ts';
import { untilOpen } from '../transport/until-open.ts';

/** Times the core is asked over a channel that stays open without an answer. */
const mostAttempts = 2;

/**
 * Null where `signal` ended it. A number of which the first answer was lost comes as `taken`: it is as new to the citizen.
 * Rejects with `KioskError` where the core refuses, or does not answer at all.
 */
export async function takeNumber(
  connection: CoreConnection,
  wish: Params<'queue.take'>,
  signal: AbortSignal,
): Promise<TakeOutcome | null> {
  let attempts = 0;
  let isRepeated = false;
  while (!signal.aborted) {
    const { generation } = connection.state();
    try {
      const outcome = await connection.call('queue.take', wish);
      if (signal.aborted) return null;
      return isRepeated && outcome.outcome === 'already-taken' ? { ...outcome, outcome: 'taken' } : outcome;
    } catch (cause) {
      if (!(cause instanceof KioskError) || cause.code !== 'unavailable') throw cause;
      const now = connection.state();
      if (now.isOpen && now.generation === generation) attempts += 1;
      if (attempts === mostAttempts) throw cause;
      isRepeated = true;
      await untilOpen(connection, signal);
    }
  }
  return null;
}
