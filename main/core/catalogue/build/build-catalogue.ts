/** Builds a catalogue from its sources: whole or not at all, the same bytes from the same sources. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { catalogueFileName, searchIndexFileName, snapshotFileName } from '../catalogue-files.ts';
import { openCatalogue } from '../open-catalogue.ts';
import { readAbout } from '../rows/about-row.ts';
import { rowsSha256 } from '../rows/catalogue-rows.ts';
import { packSnapshot } from '../rows/snapshot-file.ts';
import { readOverlay } from '../sources/read-overlay.ts';
import { type BuiltFiles, buildFiles } from './build-files.ts';
import { readBuildMaterial } from './build-material.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { type BuildTally, createBuildTally } from './build-tally.ts';
import { collectRows } from './collect-rows.ts';
import { detectSources } from './detect-sources.ts';
import { outputFailure } from './output-failure.ts';
import { prepareOutputFolder } from './output-folder.ts';
import { readPublishedRows } from './published-rows.ts';

/**
 * Errors: `source-unreadable` (also when no procedure at all is left to write), `output-refused`, `output-failed`. On every error
 * the target stands as it was and nothing is left beside it.
 */
export async function buildCatalogue(options: BuildOptions): Promise<BuildReport> {
  const startedMs = performance.now();
  const { published, sources } = await detectSources(options);
  // Small files are read first, so that a mistake in one costs no waiting.
  const material = published === null ? await readBuildMaterial(sources, options) : null;
  const sheet = published === null || options.overlayPath === null ? null : await readOverlay(options.overlayPath);
  const output = await prepareOutputFolder(options.outputFolder);
  try {
    const tally = createBuildTally();
    const rows =
      material === null
        ? readPublishedRows(published ?? '', tally, options)
        : await collectRows(material, tally, options);
    options.onProgress?.({ phase: 'indexing' });
    const warn: BuildTally['warn'] = (kind, code, detail) => tally.warn(kind, code, detail);
    writeFileSync(join(output.workFolder, snapshotFileName), packSnapshot(rows));
    const files = buildFiles({ takeRows: () => rows, sheet, folder: output.workFolder, search: options.search, warn });
    tally.leaveOut('replaced', files.replacedCount);
    if (published !== null) {
      tally.leaveOut('hidden', files.hiddenCount);
    }
    options.onProgress?.({ phase: 'checking' });
    checkResult(output.workFolder, files);
    await output.publish();
    const size = (name: string) => statSync(join(output.target, name)).size;
    return {
      output: output.target,
      version: files.version,
      number: readAbout(rows).number,
      rowsSha256: rowsSha256(rows),
      dataDate: files.dataDate,
      profile: files.profile,
      ...tally.finish(files.procedureCount),
      lifeEvents: files.lifeEventCount,
      databaseBytes: size(catalogueFileName),
      searchIndexBytes: size(searchIndexFileName),
      snapshotBytes: size(snapshotFileName),
      durationMs: Math.round(performance.now() - startedMs),
    };
  } catch (error) {
    throw outputFailure(error, output.target) ?? asSourceError(error);
  } finally {
    await output.discard();
  }
}

/** Rows that cannot be made into a catalogue were read from a source that cannot be used. */
function asSourceError(error: unknown): unknown {
  return error instanceof CatalogueMakingError
    ? new KioskError('source-unreadable', error.message, { cause: error })
    : error;
}

/** Opens what was built as a kiosk would, before it may replace anything. */
function checkResult(folder: string, files: BuiltFiles): void {
  const catalogue = openCatalogue(folder);
  try {
    const { version, procedureCount } = catalogue.summary();
    if (version !== files.version || procedureCount !== files.procedureCount || catalogue.searchIndex() === null) {
      throw new KioskError(
        'output-failed',
        'The catalogue just written does not read back as it should; the disk may be failing.',
      );
    }
  } finally {
    catalogue.close();
  }
}
