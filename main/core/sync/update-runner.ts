/** Runs one update at a time, from wherever it comes, and writes down how it ended. */
import type { UpdateOutcome, UpdateProgress, UpdateSource } from '../../contract/updates.ts';
import type { Logger, ReleaseRepository } from '../ports.ts';
import { failureOf } from './failure-of.ts';
import { type LookingOptions, lookForUpdate, shownRelease } from './look-for-update.ts';
import type { ReleaseRecord } from './release-pointer.ts';
import { runTrial, type TrialOptions } from './run-trial.ts';
import { type Staging, type StagingOptions, stageRelease } from './stage-release.ts';
import { takeUpdate } from './take-update.ts';
import { UpdateFailedError } from './update-failed-error.ts';

export interface RunnerOptions extends LookingOptions {
  readonly trial: Omit<TrialOptions, 'signal' | 'onPhase' | 'store'>;
  readonly staging: Omit<StagingOptions, 'repository' | 'metadata' | 'signal' | 'onProgress' | 'store'>;
  readonly logger: Logger;
  readonly onProgress: (progress: UpdateProgress) => void;
}

/** How an update ended, for whoever plans the next look. */
export interface RunEnd {
  readonly outcome: UpdateOutcome;
  readonly failure: UpdateFailedError | null;
}

export interface UpdateRunner {
  /** `outcome` comes at the end, or as `waiting` once it is staged and a citizen stands there; `ended` always at the end. */
  run(
    source: UpdateSource,
    repository: ReleaseRepository,
  ): { readonly outcome: Promise<UpdateOutcome>; readonly ended: Promise<RunEnd> };
  isBusy(): boolean;
  /** Something else that must not happen at the same time. Null where an update is on its way. */
  alone<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> | null;
  /** The same as soon as nothing else is on its way. */
  afterwards(action: (signal: AbortSignal) => Promise<void>): void;
  progress(): UpdateProgress;
  /** Gives up what is under way. */
  close(): Promise<void>;
}

export const idle: UpdateProgress = { phase: 'idle', source: null, number: null, share: null };
const longestDetail = 400;

export function createUpdateRunner(options: RunnerOptions): UpdateRunner {
  const { store, ledger, logger } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let progress = idle;
  let running: Promise<unknown> | null = null;
  const later: ((signal: AbortSignal) => Promise<void>)[] = [];

  const tell = (next: UpdateProgress): void => {
    const isSame = next.phase === progress.phase && next.number === progress.number;
    // A hundred steps a phase are enough for any bar.
    if (isSame && Math.floor((next.share ?? 0) * 100) === Math.floor((progress.share ?? 0) * 100)) {
      return;
    }
    progress = next;
    options.onProgress(next);
  };

  const perform = async (
    source: UpdateSource,
    repository: ReleaseRepository,
    onWaiting: (number: number) => void,
  ): Promise<RunEnd> => {
    let number: number | null = null;
    const phase = (name: UpdateProgress['phase'], share: number | null): void =>
      tell({ phase: name, source, number, share });
    const end = (outcome: UpdateOutcome, failure: UpdateFailedError | null): RunEnd => {
      writeDown(source, number, outcome, failure);
      return { outcome, failure };
    };
    try {
      phase('checking', null);
      const seen = await lookForUpdate(repository, options, signal);
      ({ number } = seen.manifest);
      const stage = (staging: Staging): Promise<ReleaseRecord> =>
        stageRelease(staging, {
          ...options.staging,
          store,
          repository,
          metadata: seen.metadata,
          signal,
          onProgress: phase,
        });
      const tryAndCommit = async (record: ReleaseRecord): Promise<void> => {
        await runTrial(record, {
          ...options.trial,
          store,
          signal,
          onPhase: (name) => {
            phase(name, null);
            if (name === 'waiting') {
              onWaiting(record.number);
            }
          },
        });
        ledger.raiseHighest(record);
      };
      const taken = await takeUpdate(seen, { ...options, repository, signal, stage, tryAndCommit });
      return taken.number === null
        ? end({ kind: 'current', number: shownRelease(options).number }, taken.trouble)
        : end({ kind: 'committed', number: taken.number }, taken.trouble);
    } catch (error) {
      const failure = signal.aborted
        ? new UpdateFailedError('internal', 'The kiosk ended meanwhile.')
        : failureOf(error);
      const detail = failure.message.slice(0, longestDetail);
      return signal.aborted
        ? { outcome: { kind: 'failed', reason: failure.reason, detail }, failure }
        : end({ kind: 'failed', reason: failure.reason, detail }, failure);
    }
  };

  const writeDown = (
    source: UpdateSource,
    number: number | null,
    outcome: UpdateOutcome,
    failure: UpdateFailedError | null,
  ): void => {
    const kind = outcome.kind === 'current' || outcome.kind === 'committed' ? outcome.kind : 'failed';
    const reason = failure?.reason ?? null;
    const detail = (failure?.message ?? '').slice(0, longestDetail);
    ledger.record({ atMs: options.now(), source, outcome: kind, number, reason, detail });
    if (failure !== null) {
      logger.warn('An update failed, or not all of it could be taken', { source, number, reason, detail });
    } else if (kind === 'committed') {
      logger.info('Another catalogue is shown', { source, number });
    }
    if (kind !== 'failed') {
      store.tidy();
    }
  };

  const occupy = <T>(work: Promise<T>): Promise<T> => {
    const over = work.finally(() => {
      running = null;
      tell(idle);
      runNext();
    });
    running = over;
    return over;
  };
  const runNext = (): void => {
    const action = running === null && !signal.aborted ? later.shift() : undefined;
    if (action !== undefined) {
      void occupy(action(signal));
    }
  };

  return {
    run: (source, repository) => {
      if (running !== null || signal.aborted) {
        const outcome: UpdateOutcome =
          progress.phase === 'waiting' && progress.number !== null
            ? { kind: 'waiting', number: progress.number }
            : { kind: 'busy' };
        return { outcome: Promise.resolve(outcome), ended: Promise.resolve({ outcome, failure: null }) };
      }
      const { promise: waiting, resolve } = Promise.withResolvers<UpdateOutcome>();
      const ended = occupy(perform(source, repository, (number) => resolve({ kind: 'waiting', number })));
      return { outcome: Promise.race([waiting, ended.then(({ outcome }) => outcome)]), ended };
    },
    isBusy: () => running !== null,
    alone: (action) => (running === null && !signal.aborted ? occupy(action(signal)) : null),
    afterwards: (action) => {
      later.push(action);
      runNext();
    },
    progress: () => progress,
    close: async () => {
      closing.abort();
      await running?.catch(() => undefined);
    },
  };
}
