/**
 * Makes a whole catalogue folder of rows that came from outside: unpacks them, holds them against the signed hash, builds and
 * checks. Takes seconds and holds its thread; the kiosk runs it in a worker (hosts/catalogue-worker.ts).
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from '../../durable-file.ts';
import type { CatalogueOrder, MadeCatalogue } from '../../ports.ts';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { maximumSheetBytes } from '../../releases/release-manifest.ts';
import { buildFiles } from '../build/build-files.ts';
import type { SearchBuilder } from '../build/build-options.ts';
import { catalogueFolderFiles, snapshotFileName } from '../catalogue-files.ts';
import { type Overlay, overlaySchema } from '../import/overlay.ts';
import { openCatalogue } from '../open-catalogue.ts';
import { type CatalogueRows, rowsSha256 } from '../rows/catalogue-rows.ts';
import { applyDelta } from '../rows/row-delta.ts';
import { packSnapshot, readSnapshot } from '../rows/snapshot-file.ts';
import { issuesText } from '../sources/issues-text.ts';
import { makingError } from './making-error.ts';

/** Shares of the whole, as measured with the nation's catalogue. */
const unpackedShare = 0.15;
const builtShare = 0.95;

/** Where a catalogue is made until it is whole. What a killed process left there is cleared by the next order for the folder. */
export function unfinishedFolder(outputFolder: string): string {
  return `${outputFolder}.making`;
}

/** Errors: `CatalogueMakingError`; nothing is left then. */
export function makeCatalogue(
  order: CatalogueOrder,
  search: Pick<SearchBuilder, 'buildIndex'>,
  onShare: (share: number) => void,
): MadeCatalogue {
  const startedMs = performance.now();
  if (existsSync(order.outputFolder)) {
    throw new CatalogueMakingError('internal', 'There is something at the folder to be made.');
  }
  const folder = unfinishedFolder(order.outputFolder);
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const sheet = order.sheetPath === null ? null : readSheet(order.sheetPath);
    const files = buildFiles({
      takeRows: () => takeRows(order, folder, onShare),
      sheet,
      folder,
      search,
      warn: () => undefined,
      onShare: (share) => onShare(unpackedShare + share * (builtShare - unpackedShare)),
    });
    // As the kiosk will open it, before anybody waits for it.
    openCatalogue(folder).close();
    bringToDisk(folder);
    renameSync(folder, order.outputFolder);
    syncFolder(dirname(order.outputFolder));
    onShare(1);
    const { version, procedureCount } = files;
    return { version, procedureCount, durationMs: Math.round(performance.now() - startedMs) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw makingError(error);
  }
}

/** Their snapshot lies in the folder then. */
function takeRows(order: CatalogueOrder, folder: string, onShare: (share: number) => void): CatalogueRows {
  const rows = readRows(order);
  if (order.deltaPath === null) {
    copyFileSync(order.snapshotPath, join(folder, snapshotFileName));
  } else {
    writeFileSync(join(folder, snapshotFileName), packSnapshot(rows));
  }
  onShare(unpackedShare);
  return rows;
}

function readRows(order: CatalogueOrder): CatalogueRows {
  const limit = { maximumUnpackedBytes: order.maximumUnpackedBytes };
  const held = readSnapshot(readFileSync(order.snapshotPath), limit);
  if (rowsSha256(held) !== order.snapshotRowsSha256) {
    throw new CatalogueMakingError('wrong-hash', 'The snapshot does not hold the rows it should.');
  }
  const rows = order.deltaPath === null ? held : applyDelta(held, readFileSync(order.deltaPath), limit);
  if (rows !== held || order.rowsSha256 !== order.snapshotRowsSha256) {
    if (rowsSha256(rows) !== order.rowsSha256) {
      throw new CatalogueMakingError('wrong-hash', 'The rows are not those of the release.');
    }
  }
  return rows;
}

function readSheet(path: string): Overlay {
  if (statSync(path).size > maximumSheetBytes) {
    throw new CatalogueMakingError('too-large', `The office's sheet is longer than ${maximumSheetBytes} bytes.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) {
      throw cause;
    }
    throw new CatalogueMakingError('wrong-content', "The office's sheet is not JSON.", { cause });
  }
  const sheet = overlaySchema.safeParse(value);
  if (!sheet.success) {
    const message = `The office's sheet is not as expected: ${issuesText(sheet.error)}`;
    throw new CatalogueMakingError('wrong-content', message, { cause: sheet.error });
  }
  return sheet.data;
}

function bringToDisk(folder: string): void {
  for (const name of catalogueFolderFiles) {
    if (existsSync(join(folder, name))) {
      syncFile(join(folder, name));
    }
  }
  syncFolder(folder);
}
