/**
 * The folder a catalogue is built into: made beside the target, and put in its place only when it is whole.
 * A failed or interrupted build leaves the target as it was and nothing beside it.
 */
import { existsSync } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { catalogueFileName, catalogueFolderFiles } from '../catalogue-files.ts';
import { applicationId } from '../catalogue-schema.ts';
import { removeLeftovers } from './build-leftovers.ts';
import { outputFailure } from './output-failure.ts';

export interface OutputFolder {
  /** Where the target will stand, links resolved. */
  readonly target: string;
  /** Empty folder to build in, on the same file system as the target. */
  readonly workFolder: string;
  /** Brings the files to the disk and swaps the work folder in for the target, whole. Errors: `output-failed`. */
  publish(): Promise<void>;
  /** Removes all that was made; after `publish` it does nothing. Never rejects. */
  discard(): Promise<void>;
}

/** Errors: `output-refused` where the target holds anything but a catalogue, `output-failed` where nothing can be written. */
export async function prepareOutputFolder(path: string): Promise<OutputFolder> {
  const asked = resolve(path);
  const target = existsSync(asked) ? await realpath(asked) : asked;
  await refuseForeignContents(target);
  const parent = dirname(target);
  const beside = (what: string) => join(parent, `.${basename(target)}.${what}-${process.pid}`);
  const workFolder = beside('building');
  const previous = beside('previous');
  let firstMade: string | undefined;
  try {
    firstMade = await mkdir(parent, { recursive: true });
    await removeLeftovers(target);
    await mkdir(workFolder);
  } catch (error) {
    await removeMadeFolders(parent, firstMade);
    throw outputFailure(error, target) ?? error;
  }
  return {
    target,
    workFolder,
    async publish() {
      try {
        await bringToDisk(workFolder);
        await swapIn(workFolder, target, previous);
      } catch (error) {
        throw outputFailure(error, target) ?? error;
      }
      await rm(previous, { recursive: true, force: true });
    },
    async discard() {
      await rm(workFolder, { recursive: true, force: true }).catch(() => undefined);
      await removeMadeFolders(parent, firstMade);
    },
  };
}

async function refuseForeignContents(target: string): Promise<void> {
  const found = await lstat(target).catch(() => null);
  if (found === null) {
    return;
  }
  const refuse = (what: string) =>
    new KioskError(
      'output-refused',
      `${target} ${what}; nothing was changed. Name a new folder, or one that holds a catalogue.`,
    );
  if (!found.isDirectory()) {
    throw refuse('is not a folder');
  }
  const names = await readdir(target);
  const foreign = names.filter((name) => !catalogueFolderFiles.has(name));
  if (foreign.length > 0) {
    const shown = foreign.slice(0, 3).join(', ');
    throw refuse(`holds other things than a catalogue (${shown}${foreign.length > 3 ? ' …' : ''})`);
  }
  if (names.length > 0 && !(await isCatalogueFile(join(target, catalogueFileName)))) {
    throw refuse(`holds a ${catalogueFileName} of another program, or none`);
  }
}

/** Looks at the header alone (SQLite file format §1.3), so that a damaged catalogue of ours can still be replaced. */
async function isCatalogueFile(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) {
    return false;
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
    const isSqlite = buffer.toString('latin1', 0, 16) === 'SQLite format 3\0';
    return bytesRead === 0 || (bytesRead === 100 && isSqlite && buffer.readUInt32BE(68) === applicationId);
  } finally {
    await file.close();
  }
}

/** Two renames; were the second to fail, the first is undone. */
async function swapIn(workFolder: string, target: string, previous: string): Promise<void> {
  const replaces = existsSync(target);
  if (replaces) {
    await rename(target, previous);
  }
  try {
    await rename(workFolder, target);
  } catch (error) {
    if (replaces) {
      await rename(previous, target);
    }
    throw error;
  }
  await synchronise(dirname(target));
}

async function bringToDisk(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    await synchronise(join(folder, name));
  }
  await synchronise(folder);
}

async function synchronise(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes away the empty folders made on the way to the target, innermost first; one that has been filled meanwhile stays. */
async function removeMadeFolders(innermost: string, firstMade: string | undefined): Promise<void> {
  if (firstMade === undefined) {
    return;
  }
  for (let folder = innermost; folder.startsWith(firstMade); folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) {
      return;
    }
  }
}
