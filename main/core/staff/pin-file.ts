/** Where the PIN's hash lies: a file of its own, because the journal may be moved aside and the PIN must not go with it. */
import {
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { type PinHash, pinHashSchema } from './pin-hash.ts';

export const pinFileName = 'staff-pin.json';

/** `unusable` opens nothing either; `reason` is for the log. */
export type PinFile =
  | { readonly kind: 'set'; readonly hash: PinHash }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly reason: string };

const ownerOnly = 0o600;
const mostBytes = 4_096;

/** Never throws. Windows knows neither these modes nor owners; there the folder's own rights count. */
export function readPinFile(folder: string): PinFile {
  let file: number;
  try {
    // Not through a link, and not waiting for the other end of a pipe.
    file = openSync(join(folder, pinFileName), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'unusable', reason: messageOf(error) };
  }
  try {
    const fault = faultOf(file, folder);
    const hash = fault === null ? pinHashSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : null;
    if (hash === null || !hash.success) {
      return { kind: 'unusable', reason: fault ?? 'its content is no PIN' };
    }
    return { kind: 'set', hash: hash.data };
  } catch (error) {
    return { kind: 'unusable', reason: error instanceof SyntaxError ? 'its content is no JSON' : messageOf(error) };
  } finally {
    closeSync(file);
  }
}

/**
 * The whole file or none, on the disk when it returns. Root writes it for the user whose folder it is. Error:
 * `data-folder-unwritable`.
 */
export function writePinFile(folder: string, hash: PinHash): void {
  const path = join(folder, pinFileName);
  const draft = `${path}.new`;
  try {
    rmSync(draft, { force: true });
    writeWhole(draft, `${JSON.stringify(hash, null, 2)}\n`, folder);
    renameSync(draft, path);
    syncFolder(folder);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new KioskError(
      'data-folder-unwritable',
      `The PIN could not be written to ${path} (${messageOf(error)}); the one before still holds. Check the folder's owner, its permissions and that the disk is not full.`,
      { cause: error },
    );
  }
}

function faultOf(file: number, folder: string): string | null {
  const found = fstatSync(file);
  const { uid, mode, size } = found;
  if (!found.isFile()) {
    return 'it is no file';
  }
  if (size > mostBytes) {
    return 'it is too long';
  }
  // The folder's owner counts too, for a kiosk that root starts.
  if (process.getuid !== undefined && uid !== process.getuid() && uid !== statSync(folder).uid) {
    return "it belongs to another user than the kiosk's";
  }
  return process.platform !== 'win32' && (mode & 0o077) !== 0 ? 'others may read or write it' : null;
}

function writeWhole(path: string, text: string, folder: string): void {
  const file = openSync(path, 'wx', ownerOnly);
  try {
    if (process.getuid?.() === 0) {
      const { uid, gid } = statSync(folder);
      fchownSync(file, uid, gid);
    }
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** So that the new name outlives a power cut. Windows cannot open folders and needs no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason';
}
