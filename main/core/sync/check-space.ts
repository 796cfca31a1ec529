/** Looks at the disk before anything is fetched: a kiosk whose disk an update filled could not even keep its journal. */
import type { ReleaseStore } from './release-store.ts';
import { UpdateFailedError } from './update-failed-error.ts';

/** Database, search index and snapshot take about this much of the unpacked rows, and the builder as much again on its way. */
const timesUnpacked = 4;
/** Left for the journal and everybody else. */
const reserveBytes = 20_000_000;
const megabyte = 1_000_000;

/** Errors: `UpdateFailedError` (`disk-full`), after leftovers were removed. */
export function checkSpace(
  downloadBytes: number,
  unpackedBytes: number,
  { store, freeBytes }: { readonly store: ReleaseStore; readonly freeBytes: (folder: string) => number },
): void {
  const needed = downloadBytes + unpackedBytes * timesUnpacked + reserveBytes;
  if (freeBytes(store.releasesFolder) < needed) {
    store.tidy((name) => name.endsWith('.part') || name.endsWith('.etag'));
    const free = freeBytes(store.releasesFolder);
    if (free < needed) {
      throw new UpdateFailedError(
        'disk-full',
        `The update needs ${Math.ceil(needed / megabyte)} MB on the disk of the data folder; ${Math.floor(free / megabyte)} MB are free.`,
      );
    }
  }
}
