/** A whole updater over a repository in memory, real TUF and a real journal; catalogues are files whose text is their release. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { UpdateOutcome, UpdateProgress, UpdatesOverview } from '../../../main/contract/updates.ts';
import { createUpdateLedger } from '../../../main/core/journal/update-state.ts';
import { createOccupancy } from '../../../main/core/occupancy.ts';
import type { CatalogueMaker, CatalogueOrder } from '../../../main/core/ports.ts';
import {
  manifestTarget,
  officeSheetTarget,
  type ReleaseManifest,
} from '../../../main/core/releases/release-manifest.ts';
import { createSync, type Sync, type UpdateSources } from '../../../main/core/sync/create-sync.ts';
import { bundled } from '../../../main/core/sync/release-pointer.ts';
import { createReleaseStore } from '../../../main/core/sync/release-store.ts';
import type { TryCatalogue } from '../../../main/core/sync/run-trial.ts';
import { createAttackerRepository, type OfficeRole } from '../../fakes/attacker-repository.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { atRest, createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { openTestJournal } from '../journal/journal-fixtures.ts';
import { hashOf } from './hash-of.ts';

export const office = 'kim-lien';

export interface WorldOptions {
  readonly dataFolder?: string;
  readonly office?: string | null;
  readonly sources?: Partial<UpdateSources>;
  readonly freeBytes?: (folder: string) => number;
  readonly software?: string;
  readonly trusts?: boolean;
}

/** The repository of a city with one office; shared by all starts of a kiosk. */
export function createCity(nowMs = createManualClock().nowIsMs) {
  const repository = createAttackerRepository({ nowMs, offices: [office] });
  let former: ReleaseManifest | null = null;
  const publish = (number: number, change: Partial<ReleaseManifest> = {}, isSigned = true): ReleaseManifest => {
    const snapshot = Buffer.from(`rows of ${number}`.padEnd(200_000, '.'));
    const rowsSha256 = hashOf(snapshot);
    const target = `catalogue/rows-${number}.zst`;
    repository.addTarget(target, snapshot);
    const deltas: ReleaseManifest['deltas'] = [];
    if (former !== null) {
      const deltaTarget = `catalogue/delta-${former.number}-${number}.zst`;
      const delta = Buffer.from(`delta to rows of ${number}`);
      repository.addTarget(deltaTarget, delta);
      const { number: fromNumber, rowsSha256: fromRowsSha256 } = former;
      deltas.push({ fromNumber, fromRowsSha256, target: deltaTarget, bytes: delta.length });
    }
    const manifest: ReleaseManifest = {
      form: 1,
      number,
      publishedAtMs: nowMs - 1_000,
      dataDate: '2026-07-01',
      rowsSha256,
      rowCount: 1,
      procedureCount: 1,
      snapshot: { target, bytes: snapshot.length, unpackedBytes: snapshot.length },
      deltas,
      report: null,
      restores: null,
      ...change,
    };
    repository.addTarget(manifestTarget, Buffer.from(JSON.stringify(manifest)));
    former = manifest;
    if (isSigned) {
      repository.signAll();
    }
    return manifest;
  };
  const publishSheet = (text: string): void => {
    repository.addTarget(officeSheetTarget(office), Buffer.from(text), `office-${office}` satisfies OfficeRole);
    repository.signAll();
  };
  return { repository, publish, publishSheet };
}

export type City = ReturnType<typeof createCity>;

export function startSync(city: City, options: WorldOptions = {}) {
  const clock = createManualClock();
  // tuf-js asks the machine's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: clock.nowIsMs });
  onTestFinished(() => void vi.useRealTimers());
  const time = createManualSchedule();
  const logger = createRecordingLogger();
  const dataFolder = options.dataFolder ?? join(temporaryFolder(), 'data');
  const bundledFolder = join(temporaryFolder(), 'bundled');
  mkdirSync(join(dataFolder, 'trust'), { recursive: true });
  mkdirSync(bundledFolder, { recursive: true });
  writeFileSync(join(bundledFolder, 'shown'), bundled);
  const trustFile = join(dataFolder, 'trust', 'root.json');
  if (options.trusts !== false) {
    writeFileSync(trustFile, city.repository.trustedRoot);
  }
  const journal = openTestJournal(dataFolder);
  const ledger = createUpdateLedger(journal);
  const store = createReleaseStore({ dataFolder, bundledFolder, logger });
  const [place = bundled] = store.placesToTry(0);
  store.settle(place, []);
  const printing = { is: false };
  const occupancy = createOccupancy({ clock, schedule: time.schedule, isPrinting: () => printing.is });
  const orders: CatalogueOrder[] = [];
  const making = { by: (_order: CatalogueOrder): void => undefined };
  const maker: CatalogueMaker = {
    make: async (order, onShare) => {
      orders.push(order);
      onShare(0.5);
      making.by(order);
      mkdirSync(order.outputFolder);
      const source = readFileSync(order.deltaPath ?? order.snapshotPath, 'utf8');
      const rows = source.replace(/^delta to /u, '').padEnd(200_000, '.');
      writeFileSync(join(order.outputFolder, 'rows'), rows);
      const sheet = order.sheetPath === null ? '' : ` + ${readFileSync(order.sheetPath, 'utf8')}`;
      writeFileSync(join(order.outputFolder, 'shown'), `${/^rows of \d+/u.exec(rows)?.[0] ?? ''}${sheet}`);
      return { version: 'v', procedureCount: 1, durationMs: 1 };
    },
    close: () => Promise.resolve(),
  };
  const shown = { text: readFileSync(join(store.folderOf(place), 'shown'), 'utf8') };
  const trial = { by: (_folder: string): void | Promise<void> => undefined };
  const swap = (folder: string) => ({
    show: () => {
      shown.text = readFileSync(join(folder, 'shown'), 'utf8');
    },
    close: () => undefined,
  });
  const tryCatalogue: TryCatalogue = async (folder) => {
    await trial.by(folder);
    return swap(folder);
  };
  const told: UpdateProgress[] = [];
  const freeBytes = { by: options.freeBytes ?? (() => 1e12) };
  const sync: Sync = createSync({
    checkTimes: '*/30 * * * *',
    office: options.office === undefined ? office : options.office,
    sources: { network: city.repository, push: null, sticks: null, networkWatch: null, ...options.sources },
    maker,
    trustFiles: [trustFile, join(dataFolder, 'nowhere.json')],
    store,
    ledger,
    bundledRelease: { number: 0, rowsSha256: null, dataDate: '2026-07-01' },
    builtAtMs: Date.UTC(2026, 6, 1),
    snapshotName: 'rows',
    software: options.software ?? '1.0.0',
    shownCatalogue: () => ({
      catalogue: {
        version: 'v',
        dataDate: '2026-07-01',
        profile: 'ward',
        procedureCount: 1,
        number: store.shown()?.number ?? 0,
      },
      shownOffice: store.shown()?.sheet?.office ?? null,
    }),
    tryCatalogue,
    openCatalogue: swap,
    occupancy,
    clock,
    schedule: time.schedule,
    random: () => 0.5,
    logger,
    emit: (event, payload) => {
      if (event === 'update.progress') {
        told.push(payload as UpdateProgress);
      }
    },
    freeBytes: (folder) => freeBytes.by(folder),
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) {
      isOpen = false;
      await sync.close();
      journal.close();
    }
  };
  onTestFinished(close);
  return {
    ...city,
    sync,
    store,
    ledger,
    clock,
    time,
    logger,
    occupancy,
    printing,
    orders,
    making,
    trial,
    told,
    freeBytes,
    dataFolder,
    close,
    shown: () => shown.text,
    check: async (): Promise<UpdateOutcome> => await sync.staffHandlers['updates.check']({}),
    rollBack: async (): Promise<UpdateOutcome> => await sync.staffHandlers['updates.rollBack']({}),
    overview: (): UpdatesOverview => sync.overview(),
    /** Time goes on for clock and timers. */
    pass: async (milliseconds: number): Promise<void> => {
      const step = milliseconds > 60_000 ? 15_000 : 1_000;
      for (let passed = 0; passed < milliseconds; passed += step) {
        clock.nowIsMs += step;
        vi.setSystemTime(clock.nowIsMs);
        await time.pass(step);
        // Files take their own time.
        for (let turn = 0; turn < 5_000 && !['idle', 'waiting'].includes(sync.overview().progress.phase); turn += 1) {
          await atRest();
        }
      }
    },
    setClock: (nowMs: number): void => {
      clock.nowIsMs = nowMs;
      vi.setSystemTime(nowMs);
    },
  };
}

export type SyncWorld = ReturnType<typeof startSync>;

export function exists(world: Pick<SyncWorld, 'dataFolder'>, ...path: string[]): boolean {
  return existsSync(join(world.dataFolder, 'releases', ...path));
}
