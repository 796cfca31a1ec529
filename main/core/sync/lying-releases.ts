/** What lies in the folder of releases, whatever the pointer says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReleaseRecord, releaseRecordSchema } from './release-pointer.ts';

/** Each release has its record in its folder. */
export const recordName = 'release.json';

/** Whole releases whose pointer was lost: each has its record in its folder. */
export function lyingReleases(releasesFolder: string): ReleaseRecord[] {
  return namesIn(releasesFolder).flatMap((name) => {
    try {
      const record = releaseRecordSchema.parse(
        JSON.parse(readFileSync(join(releasesFolder, name, recordName), 'utf8')),
      );
      return record.folder === name ? [record] : [];
    } catch {
      // No release, or not a whole one: it is cleared away with the other leftovers.
      return [];
    }
  });
}

/** None where the folder is not there yet. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there yet.
    return [];
  }
}
