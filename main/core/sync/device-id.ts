/** A random name of this kiosk, kept in its data folder: it tells nobody anything and gives the kiosk its own minute of the hour. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../durable-file.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Made where there is none. Where the disk takes none it is another one at the next start. */
export function deviceId(releasesFolder: string): string {
  const path = join(releasesFolder, 'device-id');
  const known = readKnown(path);
  if (known !== null) {
    return known;
  }
  const made = randomUUID();
  try {
    mkdirSync(releasesFolder, { recursive: true, mode: 0o700 });
    replaceFile(path, made);
  } catch {
    // Only the minute of the hour depends on it.
  }
  return made;
}

function readKnown(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return uuid.test(text) ? text : null;
  } catch {
    return null;
  }
}
