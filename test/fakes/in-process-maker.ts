/** Makes catalogues on the thread of the test: the same reading and building as in the kiosk's worker, without the time a worker takes. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildFiles } from '../../main/core/catalogue/build/build-files.ts';
import { catalogueFileName, searchIndexFileName, snapshotFileName } from '../../main/core/catalogue/catalogue-files.ts';
import { overlaySchema } from '../../main/core/catalogue/import/overlay.ts';
import { type CatalogueRows, rowsSha256 } from '../../main/core/catalogue/rows/catalogue-rows.ts';
import { applyDelta } from '../../main/core/catalogue/rows/row-delta.ts';
import { packSnapshot, readSnapshot } from '../../main/core/catalogue/rows/snapshot-file.ts';
import { syncFolder } from '../../main/core/durable-file.ts';
import { type CatalogueMaker, CatalogueMakingError, type CatalogueOrder } from '../../main/core/ports.ts';
import { searchBuilder } from '../../main/core/search/search-builder.ts';

export interface InProcessMaker extends CatalogueMaker {
  /** Orders so far, failed ones among them. */
  readonly orders: CatalogueOrder[];
}

export function createInProcessMaker(): InProcessMaker {
  const orders: CatalogueOrder[] = [];
  return {
    orders,
    make: async (order, onShare) => {
      orders.push(order);
      const startedMs = performance.now();
      rmSync(order.outputFolder, { recursive: true, force: true });
      mkdirSync(order.outputFolder, { recursive: true });
      try {
        const rows = rowsOf(order);
        onShare(0.5);
        const sheet = order.sheetPath === null ? null : sheetOf(order.sheetPath);
        const built = buildFiles({ rows, sheet, folder: order.outputFolder, search: searchBuilder, warn: () => undefined });
        writeFileSync(join(order.outputFolder, snapshotFileName), packSnapshot(rows));
        for (const name of [catalogueFileName, searchIndexFileName, snapshotFileName]) {
          syncFile(join(order.outputFolder, name));
        }
        syncFolder(order.outputFolder);
        syncFolder(dirname(order.outputFolder));
        return {
          version: built.version,
          procedureCount: built.procedureCount,
          durationMs: performance.now() - startedMs,
        };
      } catch (error) {
        rmSync(order.outputFolder, { recursive: true, force: true });
        throw error;
      }
    },
    close: () => Promise.resolve(),
  };
}

function rowsOf(order: CatalogueOrder): CatalogueRows {
  const limit = { maximumUnpackedBytes: order.maximumUnpackedBytes };
  const base = readSnapshot(readFileSync(order.snapshotPath), limit);
  if (rowsSha256(base) !== order.snapshotRowsSha256) {
    throw new CatalogueMakingError('wrong-hash', 'The snapshot holds other rows.');
  }
  const rows = order.deltaPath === null ? base : applyDelta(base, readFileSync(order.deltaPath), limit);
  if (rowsSha256(rows) !== order.rowsSha256) {
    throw new CatalogueMakingError('wrong-hash', 'Other rows come out than were signed for.');
  }
  return rows;
}

function sheetOf(path: string) {
  try {
    return overlaySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new CatalogueMakingError('wrong-content', "The office's sheet is none.", { cause });
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
