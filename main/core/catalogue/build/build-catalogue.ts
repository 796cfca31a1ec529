/** Builds a catalogue from its sources: whole or not at all, the same bytes from the same sources. */
import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { catalogueFileName, searchIndexFileName } from '../catalogue-files.ts';
import { openCatalogue } from '../open-catalogue.ts';
import { type BuildMaterial, readBuildMaterial } from './build-material.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { type BuildTally, createBuildTally } from './build-tally.ts';
import { catalogueVersion } from './catalogue-version.ts';
import { type CatalogueWriter, createCatalogueWriter } from './catalogue-writer.ts';
import { dataDateOf } from './data-date.ts';
import { outputFailure } from './output-failure.ts';
import { prepareOutputFolder } from './output-folder.ts';
import { createProcedureStore } from './procedure-store.ts';
import { inReadingOrder } from './reading-order.ts';
import { findRelated } from './related-procedures.ts';
import { selectLifeEvents } from './select-life-events.ts';
import { takeInSources } from './take-in-sources.ts';

/**
 * Errors: `source-unreadable` (also when no procedure at all is left to write), `output-refused`, `output-failed`. On every error
 * the target stands as it was and nothing is left beside it.
 */
export async function buildCatalogue(options: BuildOptions): Promise<BuildReport> {
  const startedMs = performance.now();
  const material = await readBuildMaterial(options);
  const output = await prepareOutputFolder(options.outputFolder);
  try {
    const tally = createBuildTally();
    const written = await writeCatalogue(output.workFolder, material, tally, options);
    options.onProgress?.({ phase: 'checking' });
    checkResult(output.workFolder, written);
    await output.publish();
    const size = (name: string) => statSync(join(output.target, name)).size;
    return {
      output: output.target,
      version: written.version,
      dataDate: written.dataDate,
      profile: options.profile,
      ...tally.finish(written.count),
      lifeEvents: written.lifeEvents,
      databaseBytes: size(catalogueFileName),
      searchIndexBytes: size(searchIndexFileName),
      durationMs: Math.round(performance.now() - startedMs),
    };
  } catch (error) {
    throw outputFailure(error, output.target) ?? error;
  } finally {
    await output.discard();
  }
}

interface Written {
  readonly version: string;
  readonly dataDate: string;
  readonly count: number;
  readonly lifeEvents: number;
}

async function writeCatalogue(
  folder: string,
  material: BuildMaterial,
  tally: BuildTally,
  options: BuildOptions,
): Promise<Written> {
  const writer = createCatalogueWriter(join(folder, catalogueFileName));
  try {
    return await fillCatalogue(writer, folder, { material, tally, options });
  } finally {
    writer.close();
  }
}

interface Work {
  readonly material: BuildMaterial;
  readonly tally: BuildTally;
  readonly options: BuildOptions;
}

async function fillCatalogue(
  writer: CatalogueWriter,
  folder: string,
  { material, tally, options }: Work,
): Promise<Written> {
  const { sources, rules, overlay, tiles } = material;
  const store = createProcedureStore({ writer, tally, rules, overlay, options });
  const { factsDates } = await takeInSources({ sources, rules, tally, options, store: (taken) => store.add(taken) });
  const procedures = inReadingOrder(store.finish());
  if (procedures.length === 0) {
    throw nothingToWrite(tally);
  }
  const fields = [...new Set(procedures.map(({ field }) => field))].sort(new Intl.Collator('vi').compare);
  const lifeEvents = selectLifeEvents(material.lifeEvents, new Set(procedures.map(({ code }) => code)), tally);
  const related = findRelated(procedures);
  const { searchWords, holidays } = material;
  const lists = { procedures, related, fields, tiles, lifeEvents, holidays, searchWords };
  writer.addLists(lists);
  options.onProgress?.({ phase: 'indexing' });
  const searchIndex = options.search.buildIndex(writer.procedures(), searchWords);
  writeFileSync(join(folder, searchIndexFileName), searchIndex);
  const dataDate = options.dataDate ?? dateOf(material, factsDates);
  const facts = {
    dataDate,
    profile: options.profile,
    levels: options.levels,
    overlayOffice: overlay?.office ?? null,
    province: overlay?.province ?? null,
  };
  const version = catalogueVersion(facts, lists);
  writer.finish({
    ...facts,
    number: 0,
    levels: facts.levels === null ? null : [...facts.levels],
    version,
    sources: material.sourceNames,
    procedureCount: procedures.length,
    searchIndexSha256: createHash('sha256').update(searchIndex).digest('hex'),
  });
  return { version, dataDate, count: procedures.length, lifeEvents: lifeEvents.length };
}

function dateOf({ sources }: BuildMaterial, factsDates: readonly string[]): string {
  const exportPaths = sources.filter(({ kind }) => kind === 'json-lines').map(({ path }) => path);
  const date = dataDateOf({ exportPaths, factsDates });
  if (date === null) {
    throw new KioskError(
      'source-unreadable',
      'The name of the export tells no date (such as national-catalogue-2026-07.jsonl.gz). Give the day of publication with --data-date YYYY-MM-DD.',
    );
  }
  return date;
}

function nothingToWrite(tally: BuildTally): KioskError {
  const { read, refused, leftOut } = tally.finish(0);
  const [first] = refused;
  const why =
    first === undefined
      ? ''
      : ` The first refusal: ${first.source}${first.line === null ? '' : `, line ${first.line}`}: ${first.reason}. ${first.detail}`;
  return new KioskError(
    'source-unreadable',
    `No procedure is left to write: ${read} read, ${refused.length} refused, ${leftOut.total} left out by profile, level or overlay.${why}`,
  );
}

/** Opens what was built as a kiosk would, before it may replace anything. */
function checkResult(folder: string, written: Written): void {
  const catalogue = openCatalogue(folder);
  try {
    const { version, procedureCount } = catalogue.summary();
    if (version !== written.version || procedureCount !== written.count || catalogue.searchIndex() === null) {
      throw new KioskError(
        'output-failed',
        'The catalogue just written does not read back as it should; the disk may be failing.',
      );
    }
  } finally {
    catalogue.close();
  }
}
