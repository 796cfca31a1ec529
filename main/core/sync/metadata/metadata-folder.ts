/**
 * Where trusted metadata lie on the disk. tuf-js writes plainly, and an empty root.json would break it for ever; so each refresh
 * works in a copy, which is synced and takes the place of the former one whole.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { replaceFile, syncFolder } from '../../durable-file.ts';
import { type InstalledRoot, readIfThere, rootVersion } from './installed-root.ts';

/** A copy to refresh in. */
export interface MetadataDraft {
  readonly folder: string;
  /** Takes the place of what was there. Errors of the file system; what was there stays then. */
  keep(): void;
  /** Keeps a newer root alone: it was believed for itself, whatever failed after it (TUF 1.0.33 §5.3.8). */
  keepRoot(): void;
}

export interface MetadataFolder {
  /** Errors of the file system. */
  draft(installed: InstalledRoot): MetadataDraft;
  /** A file as it was kept last; null where there is none. */
  read(name: string): Buffer | null;
  /** Version of the root that is believed at present. */
  rootVersion(installed: InstalledRoot): number;
}

/** Which installed root the metadata go back to; another one begins anew. */
const originName = 'origin';

/** `onDamaged` hears that the kept root could not be used and an earlier one is. */
export function createMetadataFolder(releasesFolder: string, onDamaged: () => void): MetadataFolder {
  const kept = join(releasesFolder, 'metadata');
  const former = join(releasesFolder, 'metadata.former');
  const draft = join(releasesFolder, 'metadata.draft');
  const lastRoot = join(releasesFolder, 'last-root.json');

  const recover = (): void => {
    if (!existsSync(kept) && existsSync(former)) {
      renameSync(former, kept);
    }
    rmSync(former, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  };
  const isOf = (installed: InstalledRoot): boolean =>
    readIfThere(join(kept, originName))?.toString('utf8') === installed.fingerprint;

  /** The kept root, else the last one that was kept, else the installed one. */
  const believedRoot = (installed: InstalledRoot): Buffer => {
    if (!isOf(installed)) {
      return lastOf(installed);
    }
    const root = readIfThere(join(kept, 'root.json'));
    if (root !== null && rootVersion(root) !== null) {
      return root;
    }
    onDamaged();
    return lastOf(installed);
  };
  const lastOf = (installed: InstalledRoot): Buffer => {
    // The first line tells which installed root it goes back to.
    const [origin, ...lines] = readIfThere(lastRoot)?.toString('utf8').split('\n') ?? [];
    const root = Buffer.from(lines.join('\n'));
    return origin === installed.fingerprint && rootVersion(root) !== null ? root : installed.bytes;
  };

  const begin = (installed: InstalledRoot, names: readonly string[]): void => {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    for (const name of isOf(installed) ? names : []) {
      copyFileSync(join(kept, name), join(draft, name));
    }
    writeFileSync(join(draft, 'root.json'), believedRoot(installed));
    writeFileSync(join(draft, originName), installed.fingerprint);
  };
  const swap = (installed: InstalledRoot): void => {
    for (const name of readdirSync(draft)) {
      syncFile(join(draft, name));
    }
    syncFolder(draft);
    const root = readIfThere(join(draft, 'root.json'));
    if (root !== null && root.compare(lastOf(installed)) !== 0) {
      replaceFile(lastRoot, `${installed.fingerprint}\n${root.toString('utf8')}`);
    }
    if (existsSync(kept)) {
      renameSync(kept, former);
    }
    renameSync(draft, kept);
    syncFolder(releasesFolder);
    rmSync(former, { recursive: true, force: true });
  };
  const keptNames = (): string[] => (existsSync(kept) ? readdirSync(kept) : []);

  return {
    draft: (installed) => {
      mkdirSync(releasesFolder, { recursive: true, mode: 0o700 });
      recover();
      begin(installed, keptNames());
      return {
        folder: draft,
        keep: () => swap(installed),
        keepRoot: () => {
          const root = readIfThere(join(draft, 'root.json'));
          const version = root === null ? null : rootVersion(root);
          rmSync(draft, { recursive: true, force: true });
          if (root !== null && version !== null && version > (rootVersion(believedRoot(installed)) ?? 0)) {
            begin(installed, keptNames());
            writeFileSync(join(draft, 'root.json'), root);
            swap(installed);
          }
        },
      };
    },
    read: (name) => readIfThere(join(kept, name)),
    rootVersion: (installed) => (isOf(installed) ? rootVersion(believedRoot(installed)) : null) ?? installed.version,
  };
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
