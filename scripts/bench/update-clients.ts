/**
 * Many kiosks' updaters in one process, each with its own data folder, journal, TUF metadata and connection. All of it is real up to the
 * file whose SHA-256 was signed; the catalogue itself is made once, checked against its rows, and linked into the others' folders.
 */
import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHttpRepository } from '../../main/adapters/releases/create-http-repository.ts';
import type { UpdateOutcome } from '../../main/contract/updates.ts';
import { snapshotFileName } from '../../main/core/catalogue/catalogue-files.ts';
import { openJournal } from '../../main/core/journal/open-journal.ts';
import { createUpdateLedger } from '../../main/core/journal/update-state.ts';
import { createOccupancy } from '../../main/core/occupancy.ts';
import type { CatalogueMaker, CatalogueOrder, MadeCatalogue } from '../../main/core/ports.ts';
import { createSync } from '../../main/core/sync/create-sync.ts';
import { createReleaseStore } from '../../main/core/sync/release-store.ts';
import { scheduleAfter } from '../../main/hosts/supervisor.ts';

export interface UpdateClient {
  check(): Promise<UpdateOutcome>;
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly folder: string;
  readonly url: string;
  readonly rootPath: string;
  readonly bundledFolder: string;
  /** Of the bundled catalogue; `rowsSha256` null has the client fetch the whole snapshot. */
  readonly bundled: { readonly number: number; readonly rowsSha256: string | null; readonly dataDate: string };
  readonly maker: CatalogueMaker;
}

const clock = { nowMs: () => Date.now() };
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function createUpdateClient(options: ClientOptions): UpdateClient {
  mkdirSync(options.folder, { recursive: true });
  const journal = openJournal(options.folder, { clock, logger });
  const occupancy = createOccupancy({ clock, schedule: scheduleAfter, isPrinting: () => false });
  const catalogue = {
    version: '',
    dataDate: options.bundled.dataDate,
    profile: 'all',
    procedureCount: 0,
    number: options.bundled.number,
  } as const;
  const sync = createSync({
    checkTimes: '*/30 * * * *',
    office: null,
    sources: {
      network: createHttpRepository({
        url: options.url,
        authorityFile: null,
        minimumBytesPerSecond: 0,
        clock,
        schedule: scheduleAfter,
      }),
      push: null,
      sticks: null,
      networkWatch: null,
    },
    maker: options.maker,
    trustFiles: [options.rootPath],
    store: createReleaseStore({ dataFolder: options.folder, bundledFolder: options.bundledFolder, logger }),
    ledger: createUpdateLedger(journal),
    bundledRelease: options.bundled,
    builtAtMs: Date.parse(options.bundled.dataDate),
    snapshotName: snapshotFileName,
    software: 'bench',
    shownCatalogue: () => ({ catalogue, shownOffice: null }),
    // What is shown is no part of this measurement.
    tryCatalogue: () => Promise.resolve(unseen),
    openCatalogue: () => unseen,
    occupancy,
    clock,
    schedule: scheduleAfter,
    random: Math.random,
    logger,
    emit: () => undefined,
  });
  return {
    check: async () => await sync.staffHandlers['updates.check']({}),
    close: async () => {
      occupancy.close();
      await sync.close();
      journal.close();
    },
  };
}

const unseen = { show: () => undefined, close: () => undefined };

/** Has the first order of its kind made; every other one must bring the same files and is given links to what came out. */
export function createSharingMaker(maker: CatalogueMaker): CatalogueMaker {
  const made = new Map<string, Promise<{ readonly folder: string; readonly made: MadeCatalogue }>>();
  return {
    async make(order, onShare) {
      const key = keyOf(order);
      const first = made.get(key);
      if (first === undefined) {
        const making = maker.make(order, onShare).then((result) => ({ folder: order.outputFolder, made: result }));
        made.set(key, making);
        return (await making).made;
      }
      const { folder, made: result } = await first;
      mkdirSync(order.outputFolder);
      for (const name of readdirSync(folder).filter((found) => /\.(?:db|bin|zst)$/u.test(found))) {
        linkSync(join(folder, name), join(order.outputFolder, name));
      }
      return result;
    },
    close: () => Promise.resolve(),
  };
}

function keyOf({ snapshotPath, deltaPath, rowsSha256 }: CatalogueOrder): string {
  const hash = createHash('sha256').update(readFileSync(deltaPath ?? snapshotPath));
  return `${rowsSha256} ${hash.digest('hex')}`;
}
