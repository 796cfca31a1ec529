/** From staged to committed, between two citizens: marked, tried, and only then shown; or gone again. */
import type { Occupancy } from '../occupancy.ts';
import type { Clock } from '../ports.ts';
import { failureOf } from './failure-of.ts';
import type { ReleaseRecord } from './release-pointer.ts';
import type { ReleaseStore } from './release-store.ts';
import { UpdateFailedError } from './update-failed-error.ts';

/** A catalogue that passed its smoke test and stands open beside the shown one. */
export interface TriedCatalogue {
  /** Shown from now on, in one go. */
  show(): void;
  /** Not shown after all. */
  close(): void;
}

export interface TrialExpectation {
  readonly number: number;
  readonly procedureCount: number;
}

/** Opens a catalogue and tries what citizens do with it. Errors: any; the message tells staff what did not work. */
export type TryCatalogue = (folder: string, expected: TrialExpectation) => Promise<TriedCatalogue>;

export interface TrialOptions {
  readonly store: ReleaseStore;
  readonly occupancy: Pick<Occupancy, 'isFree' | 'whenFree'>;
  readonly tryCatalogue: TryCatalogue;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: 'waiting' | 'trial') => void;
}

/** Errors: `UpdateFailedError` (`smoke-test`, `disk-full`); the former catalogue is shown then, as before. */
export async function runTrial(record: ReleaseRecord, options: TrialOptions): Promise<void> {
  const { store, clock, signal, onPhase } = options;
  if (!options.occupancy.isFree()) {
    onPhase('waiting');
  }
  await untilFree(options);
  onPhase('trial');
  try {
    store.beginTrial(record);
    const tried = await smokeTested(record, options);
    try {
      // A citizen may have come meanwhile; the former catalogue serves them until they leave.
      if (!options.occupancy.isFree()) {
        onPhase('waiting');
        await untilFree(options);
      }
      signal.throwIfAborted();
      store.commit(record, clock.nowMs());
    } catch (error) {
      tried.close();
      throw error;
    }
    tried.show();
  } catch (error) {
    store.failTrial(record);
    throw failureOf(error);
  }
}

async function smokeTested(record: ReleaseRecord, options: TrialOptions): Promise<TriedCatalogue> {
  const { number, procedureCount } = record;
  try {
    return await options.tryCatalogue(options.store.folderOf(record.folder), { number, procedureCount });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `Release ${number} failed its smoke test: ${detail}`;
    throw new UpdateFailedError('smoke-test', message, { cause: error, blamesContent: true });
  }
}

/** Rejects when the kiosk ends. */
async function untilFree({ occupancy, signal }: Pick<TrialOptions, 'occupancy' | 'signal'>): Promise<void> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = occupancy.whenFree(resolve);
  const abort = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('The kiosk ends.'));
  signal.addEventListener('abort', abort);
  try {
    await promise;
  } finally {
    stop();
    signal.removeEventListener('abort', abort);
  }
}
