/** What the last update of a kiosk changed, from the rows that lie on it: of the release it shows, and of the one before. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { snapshotFileName } from '../../core/catalogue/catalogue-files.ts';
import type { CatalogueChanges, ItemChange, ProcedureChange } from '../../core/catalogue/diff/catalogue-changes.ts';
import { compareCatalogues } from '../../core/catalogue/diff/compare-catalogues.ts';
import type { CatalogueRows } from '../../core/catalogue/rows/catalogue-rows.ts';
import { readSnapshot } from '../../core/catalogue/rows/snapshot-file.ts';
import { CatalogueMakingError, type Logger } from '../../core/ports.ts';
import { type UpdateReportFacts, updateReportFactsSchema } from '../../core/printing/slips/update-report-facts.ts';
import { createReleaseStore } from '../../core/sync/release-store.ts';

export interface LastUpdateOptions {
  readonly dataFolder: string;
  /** The catalogue that came with the software: a first release is compared with it. */
  readonly bundledFolder: string;
  readonly logger: Logger;
}

/** The nation's rows unpacked, and as much again. */
const maximumUnpackedBytes = 500_000_000;
const longestCell = 200;
const mostChanges = 1_000;

/** Errors: `not-found` where the kiosk took no release yet, or what lies there cannot be compared. */
export function lastUpdateFacts({ dataFolder, bundledFolder, logger }: LastUpdateOptions): UpdateReportFacts {
  const store = createReleaseStore({ dataFolder, bundledFolder, logger });
  const shown = store.shown();
  const { former } = store.pointer();
  if (shown === null || former === null) {
    throw new KioskError(
      'not-found',
      `The kiosk of ${dataFolder} has no update to tell of, or nothing to compare it with.`,
    );
  }
  const changes = compareCatalogues(rowsIn(store.folderOf(former)), rowsIn(store.folderOf(shown.folder)));
  return updateReportFactsSchema.parse({
    kiosk: hostname(),
    updatedAt: new Date(shown.committedAtMs ?? shown.publishedAtMs).toISOString(),
    from: catalogueFacts(changes.from),
    to: catalogueFacts(changes.to),
    added: changes.added.length,
    changed: changes.changed.length,
    removed: changes.removed.length,
    changes: changes.changed.flatMap(feeAndTimeChanges).slice(0, mostChanges),
  });
}

function rowsIn(folder: string): CatalogueRows {
  try {
    return readSnapshot(readFileSync(join(folder, snapshotFileName)), { maximumUnpackedBytes });
  } catch (error) {
    if (error instanceof CatalogueMakingError || (error instanceof Error && 'syscall' in error)) {
      throw new KioskError('not-found', `The rows in ${folder} cannot be read (${error.message}).`, { cause: error });
    }
    throw error;
  }
}

function catalogueFacts({ number, dataDate }: CatalogueChanges['from']): UpdateReportFacts['from'] {
  return dataDate === null ? null : { version: String(number ?? 0), dataDate };
}

function feeAndTimeChanges({ code, shortTitle, parts }: ProcedureChange): UpdateReportFacts['changes'] {
  return parts.flatMap(({ part, items }) => {
    const what = part === 'fees' ? 'fee' : part === 'times' ? 'time' : null;
    return what === null
      ? []
      : items
          .filter(({ kind }) => kind !== 'rearranged')
          .map((item) => ({
            code,
            title: shortTitle,
            what,
            before: cell(item, item.from),
            after: cell(item, item.to),
          }));
  });
}

/** With its place, where it has one: several ways may have several fees. */
function cell({ places }: ItemChange, text: string | null): string {
  return text === null ? '–' : [...places, text].join(': ').slice(0, longestCell);
}
