/** The key this kiosk shows the portal: read once at the start, from a file nobody else may read, and never told in a message. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { KioskError } from '../../contract/error.ts';

/** Rights of the group and of everybody. */
const othersRights = 0o077;
const mostBytes = 4_096;
/** What may stand behind `Bearer` (RFC 6750 §2.1), long enough that nobody guesses it. */
const keyPattern = /^[A-Za-z0-9._~+/-]{16,400}=*$/u;

/** Error: `configuration-invalid`, with what to do. Windows knows no such modes; there the folder's own rights count. */
export function readPortalKey(path: string): string {
  let file: number;
  try {
    // Not waiting for the other end of a pipe.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw unusable(path, 'it cannot be read; put the key the portal gave this kiosk there', error);
  }
  try {
    const { mode, size } = fstatSync(file);
    if (process.platform !== 'win32' && (mode & othersRights) !== 0) {
      throw unusable(path, `others may read it; make it its user's alone with: chmod 600 ${path}`);
    }
    const key = size > mostBytes ? '' : readFileSync(file, 'utf8').trim();
    if (!keyPattern.test(key)) {
      throw unusable(path, 'it does not hold a key; it must be one line of 16 letters, digits or .-_~+/ at least');
    }
    return key;
  } catch (error) {
    throw error instanceof KioskError ? error : unusable(path, 'it cannot be read; it must be a file', error);
  } finally {
    closeSync(file);
  }
}

function unusable(path: string, what: string, cause?: unknown): KioskError {
  return new KioskError('configuration-invalid', `The portal's key file ${path} cannot be used: ${what}.`, { cause });
}
