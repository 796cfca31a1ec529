/** The releases that lie on this kiosk: one folder each, and the pointer that says which is shown. Works on the disk at once. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../durable-file.ts';
import type { Logger } from '../ports.ts';
import { lyingReleases, namesIn, recordName } from './lying-releases.ts';
import { afterCommit, afterGoingBack, afterSettling, afterStart, placesToTry } from './release-moves.ts';
import {
  bundled,
  firstPointer,
  type ReleasePlace,
  type ReleasePointer,
  type ReleaseRecord,
  readPointer,
  writePointer,
} from './release-pointer.ts';

export interface ReleaseStore {
  readonly releasesFolder: string;
  readonly incomingFolder: string;
  pointer(): ReleasePointer;
  /** Null for the bundled catalogue. */
  shown(): ReleaseRecord | null;
  record(place: ReleasePlace): ReleaseRecord | null;
  folderOf(place: ReleasePlace): string;
  /** Its sheet, as it was verified; null where it has none. */
  sheetPathOf(place: ReleasePlace): string | null;
  /** Adds record and sheet to a folder that was just made, durably. Errors of the file system. */
  finish(record: ReleaseRecord, sheet: Uint8Array | null): void;
  /** The trial mark is on the disk when this returns. Errors of the file system. */
  beginTrial(record: ReleaseRecord): void;
  /** Shown from now on, also after a cut of power; older ones go. Errors of the file system; nothing is changed then. */
  commit(record: ReleaseRecord, atMs: number): void;
  /** The release on trial is gone. */
  failTrial(record: ReleaseRecord): void;
  /** Back to the former one; answers what was left, null where there is nothing to go back to. Errors of the file system. */
  goBack(): ReleaseRecord | null;
  /** Places to open at a start, the best first; `settle` says which one it was. */
  placesToTry(bundledNumber: number): readonly ReleasePlace[];
  settle(place: ReleasePlace, damaged: readonly ReleasePlace[]): void;
  /** The release whose trial the last run did not end; null where it ended all. */
  readonly unacknowledged: ReleaseRecord | null;
  /** Removes whatever is no kept release: stages, old releases, downloads but those named. */
  tidy(keepDownloads?: (name: string) => boolean): void;
}

export interface ReleaseStoreOptions {
  readonly dataFolder: string;
  readonly bundledFolder: string;
  readonly logger: Logger;
}

const sheetName = 'sheet.json';
/** Kept by name besides releases. */
const ownNames = new Set(['pointer.json', 'metadata', 'metadata.former', 'last-root.json', 'incoming', 'device-id']);

export function createReleaseStore({ dataFolder, bundledFolder, logger }: ReleaseStoreOptions): ReleaseStore {
  const releasesFolder = join(dataFolder, 'releases');
  const incomingFolder = join(releasesFolder, 'incoming');
  const pointerPath = join(releasesFolder, 'pointer.json');
  const folderOf = (place: ReleasePlace): string => (place === bundled ? bundledFolder : join(releasesFolder, place));
  const recordOf = (place: ReleasePlace): ReleaseRecord | null =>
    pointer.releases.find(({ folder }) => folder === place) ?? null;

  const found = readPointer(pointerPath);
  if (found === 'damaged') {
    logger.error('pointer.json is damaged; the releases are looked at themselves', { pointerPath });
  }
  const { pointer: first, unacknowledged } = afterStart(
    typeof found === 'string' ? { ...firstPointer, releases: lyingReleases(releasesFolder) } : found,
    typeof found === 'string',
  );
  let pointer = first;

  const write = (next: ReleasePointer): void => {
    mkdirSync(releasesFolder, { recursive: true, mode: 0o700 });
    writePointer(pointerPath, next);
    pointer = next;
  };
  /** Where the disk takes nothing the kiosk goes on with what it knows. */
  const writeIfPossible = (next: ReleasePointer): void => {
    pointer = next;
    attempt(() => write(next));
  };
  const attempt = (writing: () => void): void => {
    try {
      writing();
    } catch (error) {
      logger.error('Which release is shown cannot be written down', { reason: reasonOf(error) });
    }
  };
  const remove = (path: string): void => {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch (error) {
      logger.warn('A leftover of an update cannot be removed', { path, reason: reasonOf(error) });
    }
  };
  const tidy: ReleaseStore['tidy'] = (keepDownloads = () => false) => {
    for (const name of namesIn(releasesFolder)) {
      if (!ownNames.has(name) && recordOf(name) === null) {
        remove(join(releasesFolder, name));
      }
    }
    for (const name of namesIn(incomingFolder)) {
      if (!keepDownloads(name)) {
        remove(join(incomingFolder, name));
      }
    }
  };

  return {
    releasesFolder,
    incomingFolder,
    unacknowledged,
    pointer: () => pointer,
    shown: () => recordOf(pointer.shown),
    record: recordOf,
    folderOf,
    sheetPathOf: (place) => {
      const path = join(folderOf(place), sheetName);
      return place !== bundled && existsSync(path) ? path : null;
    },
    finish: (record, sheet) => {
      const folder = folderOf(record.folder);
      if (sheet !== null) {
        writeSynced(join(folder, sheetName), sheet);
      }
      writeSynced(join(folder, recordName), JSON.stringify(record));
      syncFolder(folder);
      syncFolder(releasesFolder);
    },
    beginTrial: (record) => {
      const others = pointer.releases.filter(({ folder }) => folder !== record.folder);
      write({ ...pointer, trial: record.folder, releases: [record, ...others] });
    },
    commit: (record, atMs) => {
      write(afterCommit(pointer, record, atMs));
      tidy();
    },
    failTrial: (record) => {
      // First, so that a full disk has room for the pointer.
      const isKept = [pointer.shown, pointer.former].includes(record.folder);
      if (!isKept) {
        remove(folderOf(record.folder));
      }
      const releases = isKept ? pointer.releases : pointer.releases.filter(({ folder }) => folder !== record.folder);
      writeIfPossible({ ...pointer, trial: null, releases });
    },
    goBack: () => {
      const left = recordOf(pointer.shown);
      if (left !== null && pointer.former !== null) {
        write(afterGoingBack(pointer, left));
        // For a pointer that is lost some day.
        attempt(() => writeSynced(join(folderOf(left.folder), recordName), JSON.stringify({ ...left, isLeft: true })));
      }
      return left;
    },
    placesToTry: (bundledNumber) => placesToTry(pointer, bundledNumber),
    settle: (place, damaged) => {
      const settled = afterSettling(pointer, place, damaged);
      if (settled !== pointer || unacknowledged !== null) {
        writeIfPossible(settled);
      }
      tidy((name) => name.endsWith('.part') || name.endsWith('.etag'));
    },
    tidy,
  };
}

function writeSynced(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
