/** Turns what the file system and SQLite say when they cannot write into the one error staff can act on. */
import { KioskError } from '../../../contract/error.ts';

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'the file would become larger than allowed here'],
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'writing there is not permitted'],
  ['EPERM', 'writing there is not permitted'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'a part of the path is a file'],
  ['ENAMETOOLONG', 'the path is too long'],
  ['EIO', 'the disk reports an error'],
  ['EBUSY', 'the folder is in use (a mount point?); build into a folder inside it'],
  ['SQLITE_FULL', 'the disk is full'],
  ['SQLITE_READONLY', 'writing there is not permitted'],
  ['SQLITE_CANTOPEN', 'the database file could not be made there'],
  ['SQLITE_IOERR', 'the disk is full or reports an error'],
]);

/**
 * `output-failed` when the error is one of writing, else null (then it is a fault of the program and stays as it is). `what` could
 * not be written, and what became of the target.
 */
export function outputFailure(
  error: unknown,
  target: string,
  { what, outcome } = { what: 'The catalogue', outcome: 'Nothing was changed there.' },
): KioskError | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  // SQLite's extended codes begin with the plain one: SQLITE_IOERR_WRITE.
  const reason = reasons.get(code) ?? reasons.get(code.split('_').slice(0, 2).join('_'));
  if (reason === undefined) {
    return null;
  }
  const message = `${what} could not be written to ${target}: ${reason} (${code}). ${outcome}`;
  return new KioskError('output-failed', message, { cause: error });
}
