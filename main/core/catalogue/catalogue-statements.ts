/** Every statement a catalogue runs, prepared once; the tests ask SQLite how it would walk each of them. */
import type Database from 'better-sqlite3';
import type { FilterCounts, ListFilters, ListSelection } from '../../contract/browse.ts';
import type { CatalogueProfile } from '../../contract/kiosk.ts';
import type { Level, Place, ProcedureRow } from '../../contract/procedure.ts';
import type { Relation } from './build/related-procedures.ts';
import { listQueries, rowColumns } from './list-queries.ts';

/** A row of the table `procedure` as lists need it. */
export interface StoredRow {
  readonly code: string;
  readonly name: string;
  readonly short_title: string;
  readonly english: string | null;
  readonly field: string;
  readonly served_at: ProcedureRow['servedAt'];
  readonly online_service: ProcedureRow['onlineService'];
  readonly province: string | null;
}

/** A selection and its filters as SQLite takes them: what is not asked for is null. */
export interface ListParameters {
  readonly key: string | number | null;
  readonly level: string | null;
  readonly field: string | null;
  readonly online: 1 | null;
  readonly free: 1 | null;
  readonly choice: 1 | null;
}

interface Page extends ListParameters {
  readonly limit: number;
  readonly offset: number;
}

type StoredCounts = { readonly total: number } & Omit<FilterCounts, 'levels'> & Readonly<Record<Level, number>>;

/** The statements that find one thing by its name, the same in every profile. */
export const lookupQueries = {
  aliases: 'SELECT aliases FROM procedure WHERE code = ?',
  row: `SELECT ${rowColumns} FROM procedure WHERE code = ?`,
  procedure: 'SELECT content.procedure FROM procedure JOIN content ON content.id = procedure.content_id WHERE code = ?',
  official: 'SELECT content.official FROM procedure JOIN content ON content.id = procedure.content_id WHERE code = ?',
  everyProcedure:
    'SELECT content.procedure FROM procedure JOIN content ON content.id = procedure.content_id ORDER BY procedure.position',
  lifeEvents: 'SELECT body FROM life_event ORDER BY position',
  lifeEvent: 'SELECT body FROM life_event WHERE id = ?',
  holidays: 'SELECT body FROM holiday_year ORDER BY year',
  notices: 'SELECT body FROM notice ORDER BY position',
  siteContent: 'SELECT body FROM site_content',
  searchWords: 'SELECT body FROM search_words',
} as const;

export interface StoredTile {
  readonly number: number;
  readonly title_vi: string;
  readonly title_en: string;
  readonly icon: string;
  readonly procedureCount: number;
}

/** Prepares all of them. The types of the columns are those of the STRICT tables in catalogue-schema.ts. */
export function prepareStatements(database: Database.Database, profile: CatalogueProfile) {
  const list = listQueries(profile);
  const text = (sql: string) => database.prepare<[string], string>(sql).pluck();
  const selection = (kind: ListSelection['kind']) => ({
    page: database.prepare<Page, StoredRow>(list.selections[kind].page),
    counts: database.prepare<ListParameters, StoredCounts>(list.selections[kind].counts),
    fields: database.prepare<ListParameters, { field: string; procedureCount: number }>(list.selections[kind].fields),
  });
  return {
    selections: {
      tile: selection('tile'),
      field: selection('field'),
      agency: selection('agency'),
      letter: selection('letter'),
      elsewhere: selection('elsewhere'),
      all: selection('all'),
    },
    allCount: database.prepare<[], number>(list.allCount).pluck(),
    tiles: database.prepare<[], StoredTile>(list.tiles),
    agencies: database.prepare<[], { agency: Place; procedureCount: number }>(list.agencies),
    letters: database.prepare<[], { letter: string; procedureCount: number }>(list.letters),
    shownRow: database.prepare<[string], StoredRow>(list.shownRow),
    related: database.prepare<[string], StoredRow & Pick<Relation, 'relation'>>(list.related),
    row: database.prepare<[string], StoredRow>(lookupQueries.row),
    aliases: text(lookupQueries.aliases),
    procedure: text(lookupQueries.procedure),
    official: database.prepare<[string], Buffer | null>(lookupQueries.official).pluck(),
    everyProcedure: database.prepare<[], string>(lookupQueries.everyProcedure).pluck(),
    lifeEvents: database.prepare<[], string>(lookupQueries.lifeEvents).pluck(),
    lifeEvent: text(lookupQueries.lifeEvent),
    holidays: database.prepare<[], string>(lookupQueries.holidays).pluck(),
    notices: database.prepare<[], string>(lookupQueries.notices).pluck(),
    siteContent: database.prepare<[], string>(lookupQueries.siteContent).pluck(),
    searchWords: database.prepare<[], string>(lookupQueries.searchWords).pluck(),
  };
}
export type CatalogueStatements = ReturnType<typeof prepareStatements>;

/** Binds a selection and its filters. */
export function listParameters(of: ListSelection, filters: ListFilters): ListParameters {
  return {
    key: keyOf(of),
    level: filters.level ?? null,
    field: filters.field ?? null,
    online: filters.online === true ? 1 : null,
    free: filters.free === true ? 1 : null,
    choice: filters.choice === true ? 1 : null,
  };
}

function keyOf(of: ListSelection): string | number | null {
  switch (of.kind) {
    case 'tile':
      return of.number;
    case 'field':
      return of.field;
    case 'agency':
      return of.agency;
    case 'letter':
      return of.letter;
    case 'elsewhere':
    case 'all':
      break;
  }
  return null;
}
