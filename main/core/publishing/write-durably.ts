/** Files that web servers read while they are written: whole and on the disk before they get their names. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../durable-file.ts';

/** How the names of unfinished files end; left behind only by a crash, and taken away by the next publication. */
export const draftEnding = '.draft';

/** Written and brought to the disk under another name; `publish` gives it its own. */
export interface Draft {
  /** A rename, brought to the disk: readers see the former file or this one. */
  publish(): void;
  discard(): void;
}

/** `mode` as of `chmod`, default 0644: what is published is for everybody. Folders on the way are made. Errors of the file system. */
export function writeDraft(path: string, bytes: Uint8Array, mode = 0o644): Draft {
  const folder = dirname(path);
  makeFolder(folder);
  const draft = join(folder, `.${basename(path)}${draftEnding}`);
  try {
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', mode);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return {
    publish: () => {
      renameSync(draft, path);
      syncFolder(folder);
    },
    discard: () => rmSync(draft, { force: true }),
  };
}

/** There is the former file or the new one, never a half. Errors of the file system. */
export function writeDurably(path: string, bytes: Uint8Array, mode?: number): void {
  const draft = writeDraft(path, bytes, mode);
  try {
    draft.publish();
  } catch (error) {
    draft.discard();
    throw error;
  }
}

/** Also the folders above it, each brought to the disk in the one it stands in. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) {
    return;
  }
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    syncFolder(dirname(made));
  }
}
