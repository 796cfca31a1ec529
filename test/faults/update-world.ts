/** A whole kiosk core that takes its updates from an attacker's repository: a real journal, real folders, real TUF; time goes when told. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import { createHttpRepository } from '../../main/adapters/releases/create-http-repository.ts';
import type { Push } from '../../main/contract/envelope.ts';
import type { KioskStatus } from '../../main/contract/status.ts';
import type { UpdateOutcome, UpdatesOverview } from '../../main/contract/updates.ts';
import type { CatalogueRows } from '../../main/core/catalogue/rows/catalogue-rows.ts';
import { siteConfigurationSchema } from '../../main/core/configuration/site-configuration.ts';
import { createKiosk, type Kiosk, type KioskPorts } from '../../main/core/kiosk.ts';
import type { CatalogueMaker } from '../../main/core/ports.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { createSlipRasteriser } from '../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import {
  type AttackerRepository,
  type AttackerRepositoryOptions,
  createAttackerRepository,
} from '../fakes/attacker-repository.ts';
import { createInProcessMaker, type InProcessMaker } from '../fakes/in-process-maker.ts';
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts';
import { createManualSchedule, type ManualSchedule } from '../fakes/manual-schedule.ts';
import { createPlainTextPainter } from '../fakes/plain-text-painter.ts';
import { addRelease, type Falsification } from '../fakes/publish-release.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { type ServedRepository, serveRepository } from '../fakes/serve-repository.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { changingCode, releaseRows, titleOfRelease, writeBundledCatalogue } from './release-rows.ts';

export interface UpdateWorldOptions extends Pick<AttackerRepositoryOptions, 'offices' | 'targetsKeys' | 'rootKeys'> {
  /** Name of the office of this kiosk; default none. */
  readonly office?: string | null;
  /** Default `memory`; `http` is the test's own server, an address any other. */
  readonly over?: 'memory' | 'http' | { readonly url: string };
  /** False: no root of trust is installed. */
  readonly isTrusted?: boolean;
  readonly bundledNumber?: number;
  /** Where the kiosk's own folders lie; default in memory. */
  readonly folder?: string;
  /** Characters in each release that no packing makes shorter. */
  readonly ballast?: (number: number) => string;
  /** Changes what the kiosk is joined to. */
  readonly ports?: (ports: KioskPorts, folders: { readonly dataFolder: string }) => KioskPorts;
}

export interface UpdateWorld {
  readonly repository: AttackerRepository;
  /** Throws where the world is not served over HTTP. */
  readonly served: ServedRepository;
  readonly clock: ManualClock;
  readonly schedule: () => ManualSchedule;
  readonly maker: InProcessMaker;
  readonly dataFolder: string;
  readonly pushes: Push[];
  readonly logger: ReturnType<typeof createRecordingLogger>;
  readonly kiosk: () => Kiosk;
  readonly rowsOf: (number: number) => CatalogueRows;
  /** Adds the targets of a release, unsigned; with a delta from the one that was published before, where `former` is left out. */
  readonly draft: (number: number, falsified?: Falsification, rows?: CatalogueRows | null, hasDelta?: boolean) => void;
  /** `draft` and everything signed. */
  readonly publish: (
    number: number,
    falsified?: Falsification,
    rows?: CatalogueRows | null,
    hasDelta?: boolean,
  ) => void;
  readonly publishAndTake: (number: number) => Promise<UpdateOutcome>;
  readonly check: () => Promise<UpdateOutcome>;
  readonly overview: () => Promise<UpdatesOverview>;
  readonly status: () => Promise<KioskStatus>;
  readonly titleOf: (number: number) => string;
  /** Of the procedure that says which release it is of. */
  readonly shownTitle: () => Promise<string>;
  readonly foundTitles: () => Promise<string[]>;
  /** Bytes of all files of updates on the disk, and their count. */
  readonly diskUse: () => string;
  /** What lies in the folder of releases and is neither a kept release nor the updater's own. */
  readonly strayFiles: () => string[];
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Stops, and starts on another data folder. */
  readonly moveTo: (dataFolder: string) => Promise<void>;
}

const ownNames = new Set(['pointer.json', 'metadata', 'last-root.json', 'incoming', 'device-id']);

export async function createUpdateWorld(options: UpdateWorldOptions = {}): Promise<UpdateWorld> {
  const { office = null, over = 'memory', isTrusted = true, bundledNumber = 0, ballast = () => '' } = options;
  const folder = options.folder ?? folderInMemory();
  let dataFolder = join(folder, 'data');
  const bundledFolder = writeBundledCatalogue(join(folder, 'bundled'), bundledNumber);
  const clock = createManualClock(Date.now());
  const repository = createAttackerRepository({ ...options, nowMs: clock.nowIsMs });
  const served = over === 'http' ? await serveRepository(repository.files) : null;
  const url = typeof over === 'string' ? (served?.url ?? null) : over.url;
  mkdirSync(join(dataFolder, 'trust'), { recursive: true });
  if (isTrusted) {
    writeFileSync(join(dataFolder, 'trust', 'root.json'), repository.trustedRoot);
  }
  const site: object = JSON.parse(readFileSync('data/site.json', 'utf8'));
  const configuration = siteConfigurationSchema.parse({
    ...site,
    catalogue: { profile: 'all' },
    printer: { target: null },
    reader: { target: null },
    queue: { services: [] },
    updates: { url: url ?? 'http://127.0.0.1:1/releases/', office },
  });
  const maker = createInProcessMaker();
  const logger = createRecordingLogger();
  const pushes: Push[] = [];
  let schedule = createManualSchedule();
  let kiosk: Kiosk | null = null;
  let former: number | null = null;
  const publishedRows = new Map<number, CatalogueRows>();

  const start = async (): Promise<void> => {
    schedule = createManualSchedule();
    const ports: KioskPorts = {
      clock,
      schedule: schedule.schedule,
      logger,
      printer: null,
      rasteriser: createSlipRasteriser(createPlainTextPainter()),
      jobFrame: buildJobFrame(printerProfiles['epson-tm-t82']),
      scanner: null,
      portalFetcher: null,
      random: () => 0.5,
      staffDoor: null,
      metricsDoor: null,
      updates: {
        network:
          url === null
            ? repository
            : createHttpRepository({
                url,
                authorityFile: null,
                minimumBytesPerSecond: 0,
                clock,
                schedule: schedule.schedule,
              }),
        push: null,
        sticks: null,
        networkWatch: null,
        maker: maker satisfies CatalogueMaker,
        bundledRootPath: join(folder, 'no-root.json'),
      },
    };
    const folders = { catalogueFolder: bundledFolder, dataFolder };
    kiosk = createKiosk(configuration, folders, options.ports?.(ports, folders) ?? ports);
    kiosk.onPush((push) => pushes.push(push));
  };
  const running = (): Kiosk => {
    if (kiosk === null) {
      throw new Error('The kiosk of this world does not run.');
    }
    return kiosk;
  };
  const stop = async (): Promise<void> => {
    await kiosk?.close();
    kiosk = null;
  };
  onTestFinished(stop);
  await start();

  const rowsOf = (number: number): CatalogueRows => publishedRows.get(number) ?? releaseRows(number, ballast(number));
  const world: UpdateWorld = {
    repository,
    get served() {
      if (served === null) {
        throw new Error('This world is not served over HTTP.');
      }
      return served;
    },
    clock,
    schedule: () => schedule,
    maker,
    get dataFolder() {
      return dataFolder;
    },
    pushes,
    logger,
    kiosk: running,
    rowsOf,
    draft(number, falsified = {}, rows = null, hasDelta = true) {
      const content = rows ?? rowsOf(number);
      const before = former === null || !hasDelta ? null : { number: former, rows: rowsOf(former) };
      addRelease(repository, { number, rows: content, former: before, publishedAtMs: clock.nowIsMs }, falsified);
      publishedRows.set(number, content);
      former = number;
    },
    publish(...words) {
      world.draft(...words);
      repository.signAll();
    },
    publishAndTake: async (number) => {
      world.publish(number);
      return await world.check();
    },
    check: async () => await running().staffHandlers['updates.check']({}),
    overview: async () => await running().staffHandlers['updates.overview']({}),
    status: async () => await running().staffHandlers['kiosk.status']({}),
    titleOf: titleOfRelease,
    shownTitle: async () => (await running().handlers['procedures.get']({ code: changingCode })).procedure.shortTitle,
    foundTitles: async () => {
      const { hits } = await running().handlers['procedures.search']({ words: 'khai sinh lần', limit: 10 });
      return hits.map(({ shortTitle }) => shortTitle);
    },
    diskUse: () => {
      const files = filesUnder(join(dataFolder, 'releases'));
      return `${files.length} files, ${files.reduce((sum, path) => sum + lstatSync(path).size, 0)} bytes`;
    },
    strayFiles: () => {
      const releases = join(dataFolder, 'releases');
      const kept = readPointedFolders(join(releases, 'pointer.json'));
      return existsSync(releases) ? readdirSync(releases).filter((name) => !ownNames.has(name) && !kept.has(name)) : [];
    },
    stop,
    start,
    moveTo: async (other) => {
      await stop();
      dataFolder = other;
      await start();
    },
    restart: async () => {
      await stop();
      await start();
    },
  };
  return world;
}

function filesUnder(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name, parentPath }) => join(parentPath, name))
    : [];
}

function readPointedFolders(path: string): Set<string> {
  if (!existsSync(path)) {
    return new Set();
  }
  const pointer = JSON.parse(readFileSync(path, 'utf8')) as { releases: { folder: string }[] };
  return new Set(pointer.releases.map(({ folder }) => folder));
}
