/** The demonstration kiosk's key: made once, kept in a file that its user alone may read. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key in the file, made where there is none. Throws where the file cannot be read or written. */
export function readOrMakeKey(path: string): string {
  const former = readIfThere(path);
  if (former !== null) {
    chmodSync(path, 0o600);
    return former;
  }
  const key = randomBytes(32).toString('base64url');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return key;
}

/** Null where there is none, or something else than a key. */
function readIfThere(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return /^[A-Za-z0-9_-]{43}$/u.test(text) ? text : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
