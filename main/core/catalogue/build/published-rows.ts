/** The rows of a release as a source, so that a package can carry a published catalogue with its number. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { readAbout } from '../rows/about-row.ts';
import type { CatalogueRows } from '../rows/catalogue-rows.ts';
import { readSnapshot } from '../rows/snapshot-file.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildTally } from './build-tally.ts';

/** A file of staff's own choice is bounded by the machine's memory, not by what an attacker may send. */
const maximumUnpackedBytes = 1_000_000_000;

/** Errors: `source-unreadable`, also where the options ask for what the rows cannot be any more. */
export function readPublishedRows(path: string, tally: BuildTally, options: BuildOptions): CatalogueRows {
  const rows = snapshotAt(path);
  const about = readAbout(rows);
  const refused = [
    [options.profile !== 'all' && options.profile !== about.profile, `--profile ${options.profile}`],
    [options.levels !== null, '--level'],
    [options.dataDate !== null, '--data-date'],
    [options.noticesFolder !== null, '--notices'],
    [!options.bundledAliases, '--no-bundled-aliases'],
  ].flatMap(([isAsked, option]) => (isAsked === true ? [String(option)] : []));
  if (refused.length > 0) {
    throw new KioskError(
      'source-unreadable',
      `${basename(path)} is a published catalogue (number ${about.number}, profile ${about.profile}) and is taken as it is; leave out ${refused.join(', ')}. --overlay lays an office's sheet over it.`,
    );
  }
  tally.beginSource(basename(path));
  for (const key of rows.keys()) {
    if (key.startsWith('procedure/')) {
      tally.countRead();
    }
  }
  return rows;
}

function snapshotAt(path: string): CatalogueRows {
  try {
    return readSnapshot(readFileSync(path), { maximumUnpackedBytes });
  } catch (error) {
    if (error instanceof CatalogueMakingError) {
      throw new KioskError('source-unreadable', `${basename(path)}: ${error.message} (${path})`, { cause: error });
    }
    throw error;
  }
}
