/** Keys and a repository made on the spot, and the real TUF client that looks at it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Fetcher, Updater } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { initialiseKeys, type RolePlan } from '../../../main/core/publishing/initialise-keys.ts';
import { openKeys, readKeyFolders } from '../../../main/core/publishing/key-folder.ts';
import { usualLifetimes } from '../../../main/core/publishing/metadata-lifetimes.ts';
import type { KeyRing, TopRole } from '../../../main/core/publishing/role-signers.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

export const passphrase = 'con cò bay lả bay la';

export interface PublishingWorld {
  readonly keysFolder: string;
  readonly repository: string;
  readonly clock: ManualClock;
  /** Root 1 as `keys init` wrote it. */
  readonly firstRoot: Buffer;
  readonly ring: () => Promise<KeyRing>;
  readonly signing: () => Promise<{ ring: KeyRing; lifetimes: typeof usualLifetimes; nowMs: number }>;
}

const onePerRole: Record<TopRole, RolePlan> = {
  root: { keyCount: 1, threshold: 1 },
  targets: { keyCount: 1, threshold: 1 },
  snapshot: { keyCount: 1, threshold: 1 },
  timestamp: { keyCount: 1, threshold: 1 },
};

/** The clock begins now unless told otherwise, as the TUF client knows the machine's time only. */
export async function createPublishingWorld(
  plan: Partial<Record<TopRole, RolePlan>> = {},
  clock = createManualClock(Date.now()),
  folder = temporaryFolder(),
): Promise<PublishingWorld> {
  const keysFolder = join(folder, 'keys');
  const repository = join(folder, 'repository');
  const root = await initialiseKeys({
    keysFolder,
    repositoryFolder: repository,
    plan: { ...onePerRole, ...plan },
    lifetimes: usualLifetimes,
    passphrase,
    nowMs: clock.nowMs(),
    scryptCost: 16,
  });
  const ring = () => openKeys(readKeyFolders([keysFolder]), () => Promise.resolve(passphrase));
  return {
    keysFolder,
    repository,
    clock,
    firstRoot: root.bytes,
    ring,
    signing: async () => ({ ring: await ring(), lifetimes: usualLifetimes, nowMs: clock.nowMs() }),
  };
}

export interface TufClient {
  refresh(): Promise<void>;
  /** The bytes of a target as the client accepts them; null where no role it trusts names it. */
  read(target: string): Promise<Buffer | null>;
  rootVersion(): number;
}

/** A client with its own memory that begins with `root`; its clock is the machine's, or `atMs`. */
export function createTufClient(repository: string, root: Uint8Array): TufClient {
  const folder = temporaryFolder();
  const metadataDir = join(folder, 'metadata');
  const targetDir = join(folder, 'targets');
  mkdirSync(metadataDir);
  mkdirSync(targetDir);
  writeFileSync(join(metadataDir, 'root.json'), root);
  const begin = () =>
    new Updater({
      metadataDir,
      metadataBaseUrl: pathToFileURL(join(repository, 'metadata')).href,
      targetDir,
      targetBaseUrl: pathToFileURL(join(repository, 'targets')).href,
      fetcher: folderFetcher,
    });
  return {
    refresh: () => begin().refresh(),
    async read(target) {
      const updater = begin();
      await updater.refresh();
      const info = await updater.getTargetInfo(target);
      return info === undefined ? null : readFileSync(await updater.downloadTarget(info, join(targetDir, 'file')));
    },
    rootVersion: () => JSON.parse(readFileSync(join(metadataDir, 'root.json'), 'utf8')).signed.version,
  };
}

const folderFetcher: Fetcher = {
  downloadBytes: (url, maximum) => Promise.resolve().then(() => bytesOf(fileURLToPath(url), maximum)),
  downloadFile: (url, maximum, handler) => {
    const path = fileURLToPath(url);
    bytesOf(path, maximum);
    return handler(path);
  },
};

function bytesOf(path: string, maximum: number): Buffer {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > maximum) throw new RangeError(`${path} is longer than ${maximum}`);
    return bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new DownloadHTTPError(`${path} is not there`, 404);
    }
    throw error;
  }
}
