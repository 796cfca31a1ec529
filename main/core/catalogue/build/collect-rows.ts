/** From sources to the rows of a catalogue that was not published yet. */
import { KioskError } from '../../../contract/error.ts';
import { placingOf } from '../import/placing.ts';
import type { AboutRow } from '../rows/about-row.ts';
import { type CatalogueRows, sortedRows } from '../rows/catalogue-rows.ts';
import { placingRowOf } from '../rows/placing-row.ts';
import type { BuildMaterial } from './build-material.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildTally } from './build-tally.ts';
import { dataDateOf } from './data-date.ts';
import { createRowStore } from './row-store.ts';
import { takeInSources } from './take-in-sources.ts';

/** Errors: `source-unreadable`, also when no procedure at all is left to write; `output-failed` when interrupted. */
export async function collectRows(
  material: BuildMaterial,
  tally: BuildTally,
  options: BuildOptions,
): Promise<CatalogueRows> {
  const { sources, rules, overlay, searchWords } = material;
  const store = createRowStore({ tally, rules, overlay, options });
  const { factsDates } = await takeInSources({ sources, rules, tally, options, store: (taken) => store.add(taken) });
  if (store.shownCount === 0) {
    throw nothingToWrite(tally);
  }
  const about: AboutRow = {
    number: 0,
    dataDate: options.dataDate ?? dateOf(material, factsDates),
    profile: options.profile,
    levels: options.levels === null ? null : [...options.levels],
    province: overlay?.province ?? null,
    sources: material.sourceNames,
  };
  const others: [string, unknown][] = [
    ['about', about],
    ['placing', placingRowOf(placingOf(rules), store.codes)],
    ...material.tiles.map((tile): [string, unknown] => [`tile/${String(tile.number).padStart(2, '0')}`, tile]),
    ...material.lifeEvents.map((event): [string, unknown] => [`life-event/${event.id}`, event]),
    ...material.holidays.map((decree): [string, unknown] => [`holidays/${decree.year}`, decree]),
    ...material.notices.map((notice): [string, unknown] => [`notice/${notice.id}`, notice]),
    ['search-words', searchWords],
    ['overlay', overlay],
  ];
  const written = others.filter(([, value]) => value !== null && value !== undefined);
  return sortedRows([...store.rows, ...written.map(([key, value]) => [key, JSON.stringify(value)] as const)]);
}

function dateOf({ sources }: BuildMaterial, factsDates: readonly string[]): string {
  const exportPaths = sources.filter(({ kind }) => kind === 'json-lines').map(({ path }) => path);
  const date = dataDateOf({ exportPaths, factsDates });
  if (date === null) {
    throw new KioskError(
      'source-unreadable',
      'Neither the name of the export (such as national-catalogue-2026-07.jsonl.gz) nor a column "Ngày cập nhật" tells a date. Give the day of publication with --data-date YYYY-MM-DD.',
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
