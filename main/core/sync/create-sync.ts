/** Catalogue updates: takes what TUF vouches for, tries it, keeps it or goes back; nothing of it happens under a citizen's hands. */
import { statfsSync } from 'node:fs';
import { KioskError } from '../../contract/error.ts';
import type { UpdateOutcome, UpdateSource, UpdatesOverview } from '../../contract/updates.ts';
import type { Emit, StaffHandlers } from '../handlers.ts';
import type { Occupancy } from '../occupancy.ts';
import type {
  CatalogueMaker,
  Clock,
  Logger,
  NetworkWatch,
  PushDoor,
  ReleaseRepository,
  ScheduleAfter,
  StickWatch,
} from '../ports.ts';
import { createCheckPlan } from './check-plan.ts';
import { createCheckTimer } from './check-timer.ts';
import { deviceId } from './device-id.ts';
import { goBack } from './go-back.ts';
import { type LookingOptions, shownRelease } from './look-for-update.ts';
import { readInstalledRoot } from './metadata/installed-root.ts';
import { createMetadataFolder } from './metadata/metadata-folder.ts';
import { refuseUnacknowledged } from './refuse-unacknowledged.ts';
import type { ReleaseStore } from './release-store.ts';
import type { TriedCatalogue, TryCatalogue } from './run-trial.ts';
import { createStickOffer } from './stick-offer.ts';
import { createTrustedTime } from './trusted-time.ts';
import type { HighestRelease, UpdateLedger } from './update-ledger.ts';
import { createUpdateRunner, type RunEnd } from './update-runner.ts';
import { updatesOverview } from './updates-overview.ts';

export interface Sync {
  readonly staffHandlers: Pick<
    StaffHandlers,
    'updates.overview' | 'updates.check' | 'updates.takeStick' | 'updates.rollBack'
  >;
  overview(): UpdatesOverview;
  /** Begins to look for updates on its schedule, opens the door for pushed ones, watches for sticks. */
  start(): void;
  close(): Promise<void>;
}

/** Whence updates come; null for each way that is not configured. */
export interface UpdateSources {
  readonly network: ReleaseRepository | null;
  readonly push: PushDoor | null;
  readonly sticks: StickWatch | null;
  readonly networkWatch: NetworkWatch | null;
}

export interface SyncDependencies {
  /** Cron expression, in the time of Việt Nam. */
  readonly checkTimes: string;
  /** Name of the office whose sheet is taken; null for none. */
  readonly office: string | null;
  readonly sources: UpdateSources;
  /** Null where nothing can be made: then no update is taken. */
  readonly maker: CatalogueMaker | null;
  /** Files a root of trust may stand in, the first one that is there. */
  readonly trustFiles: readonly string[];
  readonly store: ReleaseStore;
  readonly ledger: UpdateLedger;
  /** The catalogue that came with the software. */
  readonly bundledRelease: HighestRelease & { readonly dataDate: string };
  /** UTC epoch at which software and bundled catalogue were certainly made. */
  readonly builtAtMs: number;
  readonly snapshotName: string;
  /** Version of this software. */
  readonly software: string;
  /** What is shown at this moment. */
  readonly shownCatalogue: () => { catalogue: UpdatesOverview['shown']['catalogue']; shownOffice: string | null };
  readonly tryCatalogue: TryCatalogue;
  /** Opens one that was shown before. Errors: any. */
  readonly openCatalogue: (folder: string) => TriedCatalogue;
  readonly occupancy: Occupancy;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly emit: Emit;
  /** Bytes free on the disk of a folder; default: the operating system's word. */
  readonly freeBytes?: (folder: string) => number;
}

/** What may be well in a moment; anything else waits for the next regular look. */
const passing: ReadonlySet<string> = new Set([
  'unreachable',
  'timeout',
  'too-slow',
  'bad-answer',
  'wrong-hash',
  'internal',
]);

/** Errors of the handlers: `not-found` where there is no such stick, or nothing to go back to. */
export function createSync(dependencies: SyncDependencies): Sync {
  const { store, ledger, sources, clock, schedule, random, logger, emit, occupancy, maker } = dependencies;
  const trustedTime = createTrustedTime(clock, ledger, dependencies.builtAtMs);
  const folder = createMetadataFolder(store.releasesFolder, () =>
    logger.error('The trusted metadata are damaged; the last root that was believed is used, or the installed one'),
  );
  const looking: LookingOptions = {
    folder,
    trustFiles: dependencies.trustFiles,
    trustedTime,
    store,
    ledger,
    bundledRelease: dependencies.bundledRelease,
    software: dependencies.software,
    office: dependencies.office,
    now: () => clock.nowMs(),
  };
  const runner = createUpdateRunner({
    ...looking,
    trial: { occupancy, tryCatalogue: dependencies.tryCatalogue, clock },
    staging: {
      maker: maker ?? missingMaker,
      snapshotName: dependencies.snapshotName,
      bundledRowsSha256: dependencies.bundledRelease.rowsSha256,
      freeBytes: dependencies.freeBytes ?? freeBytesOf,
    },
    logger,
    onProgress: (progress) => emit('update.progress', progress),
  });
  const { network } = sources;
  const timer = createCheckTimer({
    plan: createCheckPlan(dependencies.checkTimes, deviceId(store.releasesFolder)),
    clock,
    schedule,
    random,
    look: () => void check(),
  });
  const stick = createStickOffer({ looking, runner, logger });
  let stopHearing: (() => void) | null = null;

  const plan = ({ failure }: RunEnd): void => {
    const isWorthRetrying = failure !== null && passing.has(failure.reason);
    timer.settled({ isWorthRetrying, retryAfterMs: failure?.retryAfterMs ?? null });
  };
  const run = (source: UpdateSource, repository: ReleaseRepository): Promise<UpdateOutcome> => {
    const isFirst = !runner.isBusy();
    const { outcome, ended } = runner.run(source, repository);
    if (isFirst && source === 'network') {
      void ended.then(plan);
    }
    return outcome;
  };
  const check = (): Promise<UpdateOutcome> =>
    network === null
      ? Promise.resolve({ kind: 'failed', reason: 'unreachable', detail: 'No repository is configured (updates.url).' })
      : run('network', network);
  const overview = (): UpdatesOverview =>
    updatesOverview({
      ...looking,
      trustedTime,
      bundledDataDate: dependencies.bundledRelease.dataDate,
      ...dependencies.shownCatalogue(),
      progress: runner.progress(),
      nextCheckAtMs: network === null ? null : timer.nextMs(),
      stick: stick.offered(),
    });

  const unfinished = refuseUnacknowledged(looking);
  if (unfinished !== null) {
    logger.error(unfinished);
  }
  ledger.raiseHighest(store.pointer().highest);

  return {
    overview,
    start: () => {
      if (network !== null) {
        timer.start();
        stopHearing = sources.networkWatch?.onReturn(() => timer.networkReturned()) ?? null;
      }
      sources.sticks?.start((found) => stick.heard(found));
      sources.push
        ?.open((repository) => run('push', repository), pushState)
        .catch((error: unknown) =>
          logger.error('Nothing can be pushed to this kiosk; it runs without', {
            reason: error instanceof Error ? error.message : String(error),
          }),
        );
    },
    close: async () => {
      stopHearing?.();
      timer.close();
      await sources.sticks?.close();
      await sources.push?.close();
      await runner.close();
      await network?.close();
      await maker?.close();
    },
    staffHandlers: {
      'updates.overview': overview,
      'updates.check': check,
      'updates.takeStick': ({ number }) => {
        const repository = stick.repositoryOf(number);
        if (repository === null) {
          throw new KioskError('not-found', `There is no stick with release ${number}.`);
        }
        return run('stick', repository);
      },
      'updates.rollBack': () =>
        goBack({ ...looking, runner, occupancy, logger, openCatalogue: dependencies.openCatalogue }),
    },
  };

  function pushState(): ReturnType<Parameters<PushDoor['open']>[1]> {
    const { number, rowsSha256 } = shownRelease(looking);
    const installed = readInstalledRoot(dependencies.trustFiles);
    return { number, rowsSha256, rootVersion: installed === null ? null : folder.rootVersion(installed) };
  }
}

const missingMaker: CatalogueMaker = {
  make: () => Promise.reject(new Error('This kiosk has nothing to make catalogues with.')),
  close: () => Promise.resolve(),
};

/** Bytes this user may still write (statvfs, f_bavail). */
function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
