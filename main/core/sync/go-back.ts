/** Back to the former release, because staff say so; what is left behind is refused until a higher one is published. */
import { KioskError } from '../../contract/error.ts';
import type { UpdateOutcome } from '../../contract/updates.ts';
import type { Occupancy } from '../occupancy.ts';
import type { Logger } from '../ports.ts';
import { failureOf } from './failure-of.ts';
import type { LookingOptions } from './look-for-update.ts';
import type { ReleaseStore } from './release-store.ts';
import type { TriedCatalogue } from './run-trial.ts';
import type { UpdateLedger } from './update-ledger.ts';
import type { UpdateRunner } from './update-runner.ts';

export interface GoingBack extends Pick<LookingOptions, 'store' | 'ledger' | 'bundledRelease' | 'software' | 'now'> {
  readonly runner: Pick<UpdateRunner, 'alone'>;
  readonly occupancy: Pick<Occupancy, 'isFree' | 'whenFree'>;
  readonly logger: Logger;
  /** Opens a catalogue that was shown before. Errors: any. */
  readonly openCatalogue: (folder: string) => TriedCatalogue;
}

/** Error: `not-found` where there is nothing to go back to. */
export function goBack(options: GoingBack): Promise<UpdateOutcome> {
  const { store, runner, occupancy } = options;
  const { former } = store.pointer();
  if (store.shown() === null || former === null) {
    throw new KioskError('not-found', 'There is no former release to go back to.');
  }
  const number = store.record(former)?.number ?? options.bundledRelease.number;
  const answer = Promise.withResolvers<UpdateOutcome>();
  const work = runner.alone(async (signal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = occupancy.whenFree(resolve);
    signal.addEventListener('abort', () => resolve());
    if (!occupancy.isFree()) {
      answer.resolve({ kind: 'waiting', number });
    }
    await promise;
    stop();
    answer.resolve(signal.aborted ? { kind: 'busy' } : swapBack(former, number, options));
  });
  return work === null ? Promise.resolve({ kind: 'busy' }) : answer.promise;
}

function swapBack(former: string, number: number, options: GoingBack): UpdateOutcome {
  const { store, logger } = options;
  try {
    const tried = options.openCatalogue(store.folderOf(former));
    try {
      leaveShown(options);
    } catch (error) {
      tried.close();
      throw error;
    }
    tried.show();
    logger.info('Staff went back to the former catalogue', { number });
    return { kind: 'committed', number };
  } catch (error) {
    const { reason, message } = failureOf(error);
    logger.error('The former catalogue cannot be shown', { reason, detail: message });
    return { kind: 'failed', reason, detail: message.slice(0, 400) };
  }
}

export interface Leaving {
  readonly store: ReleaseStore;
  readonly ledger: UpdateLedger;
  readonly software: string;
  readonly now: () => number;
}

/** On the disk when this returns; also for kioskctl where no kiosk runs. False where there is nothing to go back to. */
export function leaveShown({ store, ledger, software, now }: Leaving): boolean {
  const isPossible = store.pointer().former !== null;
  const left = isPossible ? store.goBack() : null;
  if (left === null) {
    return false;
  }
  const isSameRows = store.shown()?.rowsSha256 === left.rowsSha256;
  const sha256 = isSameRows ? left.sheet?.sha256 : left.rowsSha256;
  if (sha256 !== undefined) {
    ledger.refuse({ sha256, number: left.number, reason: 'refused-before', atMs: now(), software });
  }
  return true;
}
