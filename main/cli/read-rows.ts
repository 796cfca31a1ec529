/** Finds the rows of a catalogue wherever they lie: a catalogue folder, a snapshot file, a release of a repository. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../contract/error.ts';
import { catalogueFileName, snapshotFileName } from '../core/catalogue/catalogue-files.ts';
import type { CatalogueRows } from '../core/catalogue/rows/catalogue-rows.ts';
import { readSnapshot } from '../core/catalogue/rows/snapshot-file.ts';
import { readReleaseRows, readReleases } from '../core/publishing/read-releases.ts';
import { readRepository } from '../core/publishing/read-repository.ts';
import { CatalogueMakingError } from '../core/releases/catalogue-making-error.ts';

/** A file of staff's own choice is bounded by the machine's memory, not by what an attacker may send. */
const maximumUnpackedBytes = 1_000_000_000;

/** For `--help`. */
export const rowsArgument =
  'catalogue folder, snapshot (catalogue-rows.zst), or repository (its newest release; <repo>@<number> for another)';

/** Errors: `source-unreadable`, `catalogue-missing`, `repository-damaged`, `not-found`; each says what to do. */
export function readRowsAt(place: string): CatalogueRows {
  const [, folder, number] = existsSync(place) ? [] : (/^(.+)@(\d{1,9})$/u.exec(place) ?? []);
  const path = folder ?? place;
  if (!existsSync(path)) {
    throw new KioskError('source-unreadable', `There is nothing at ${path}. Name a ${rowsArgument}.`);
  }
  if (existsSync(join(path, 'metadata')) || number !== undefined) {
    return rowsOfRelease(path, number === undefined ? null : Number(number));
  }
  if (!statSync(path).isDirectory()) {
    return rowsOfSnapshot(path);
  }
  const snapshot = join(path, snapshotFileName);
  if (existsSync(snapshot)) {
    return rowsOfSnapshot(snapshot);
  }
  const what = existsSync(join(path, catalogueFileName))
    ? `was built by an older kioskctl and holds no ${snapshotFileName}; build it again`
    : `holds no ${snapshotFileName}`;
  throw new KioskError('source-unreadable', `The folder ${path} ${what}. Name a ${rowsArgument}.`);
}

function rowsOfSnapshot(path: string): CatalogueRows {
  try {
    return readSnapshot(readFileSync(path), { maximumUnpackedBytes });
  } catch (error) {
    if (error instanceof CatalogueMakingError) {
      throw new KioskError('source-unreadable', `${path} is no snapshot of a catalogue: ${error.message}`, {
        cause: error,
      });
    }
    throw error;
  }
}

function rowsOfRelease(folder: string, number: number | null): CatalogueRows {
  const releases = readReleases(readRepository(folder));
  const release = number === null ? releases[0] : releases.find(({ manifest }) => manifest.number === number);
  if (release === undefined) {
    const numbers = releases.map(({ manifest }) => manifest.number).join(', ');
    throw new KioskError(
      'not-found',
      number === null
        ? `The repository ${folder} holds no release yet.`
        : `The repository ${folder} does not hold release ${number}; it holds ${numbers === '' ? 'none' : numbers}.`,
    );
  }
  return readReleaseRows(folder, release);
}
