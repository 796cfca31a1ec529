/** A key or a token: read once at the start, from a file nobody else may read, and never told in a message. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { KioskError } from '../../contract/error.ts';

/** Rights of the group and of everybody. */
const othersRights = 0o077;
const mostBytes = 4_096;
/** What may stand behind `Bearer` (RFC 6750 §2.1), long enough that nobody guesses it. */
const secretPattern = /^[A-Za-z0-9._~+/-]{16,400}=*$/u;

/** What it is called in messages. */
export interface SecretWords {
  /** E.g. `The portal's key file`. */
  readonly file: string;
  /** E.g. `a key`. */
  readonly secret: string;
  /** What to do where there is none. */
  readonly advice: string;
}

/** Error: `configuration-invalid`, with what to do. Windows knows no such modes; there the folder's own rights count. */
export function readSecretFile(path: string, words: SecretWords): string {
  let file: number;
  try {
    // Not waiting for the other end of a pipe.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw unusable(path, words, `it cannot be read; ${words.advice}`, error);
  }
  try {
    const { mode, size } = fstatSync(file);
    if (process.platform !== 'win32' && (mode & othersRights) !== 0) {
      throw unusable(path, words, `others may read it; make it its user's alone with: chmod 600 ${path}`);
    }
    const secret = size > mostBytes ? '' : readFileSync(file, 'utf8').trim();
    if (!secretPattern.test(secret)) {
      throw unusable(
        path,
        words,
        `it does not hold ${words.secret}; it must be one line of 16 letters, digits or .-_~+/ at least`,
      );
    }
    return secret;
  } catch (error) {
    throw error instanceof KioskError ? error : unusable(path, words, 'it cannot be read; it must be a file', error);
  } finally {
    closeSync(file);
  }
}

function unusable(path: string, words: SecretWords, what: string, cause?: unknown): KioskError {
  return new KioskError('configuration-invalid', `${words.file} ${path} cannot be used: ${what}.`, { cause });
}
