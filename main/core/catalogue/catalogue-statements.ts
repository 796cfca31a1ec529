/** Every statement a catalogue runs, prepared once; the tests ask SQLite how it would walk each of them. */
import type Database from 'better-sqlite3';
import type { CatalogueProfile } from '../../contract/kiosk.ts';
import type { ProcedureRow } from '../../contract/procedure.ts';

const rowColumns = 'code, name, short_title, english, field, served_at, online_service, province';

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

interface Page {
  readonly limit: number;
  readonly offset: number;
}

const profileConditions: Readonly<Record<CatalogueProfile, string>> = {
  ward: 'in_ward = 1',
  xa: 'in_xa = 1',
  all: '1',
};

/** The text of each list statement for one profile. */
export function listQueries(profile: CatalogueProfile) {
  const shown = profileConditions[profile];
  const page = 'ORDER BY position LIMIT @limit OFFSET @offset';
  return {
    tilePage: `SELECT ${rowColumns} FROM procedure WHERE tile = @tile AND ${shown} ${page}`,
    tileCount: `SELECT count(*) FROM procedure WHERE tile = @tile AND ${shown}`,
    fieldPage: `SELECT ${rowColumns} FROM procedure WHERE field = @field AND ${shown} ${page}`,
    fieldCount: `SELECT count(*) FROM procedure WHERE field = @field AND ${shown}`,
    elsewherePage: `SELECT ${rowColumns} FROM procedure WHERE tile IS NULL AND ${shown} ${page}`,
    elsewhereCount: `SELECT count(*) FROM procedure WHERE tile IS NULL AND ${shown}`,
    allPage: `SELECT ${rowColumns} FROM procedure WHERE ${shown} ${page}`,
    allCount: `SELECT count(*) FROM procedure WHERE ${shown}`,
    fields: `SELECT field.name AS field, (SELECT count(*) FROM procedure WHERE procedure.field = field.name AND ${shown}) AS procedureCount FROM field ORDER BY field.position`,
    tiles: `SELECT number, title_vi, title_en, icon, (SELECT count(*) FROM procedure WHERE procedure.tile = tile.number AND ${shown}) AS procedureCount FROM tile ORDER BY number`,
  } as const;
}

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
  return {
    tilePage: database.prepare<Page & { tile: number }, StoredRow>(list.tilePage),
    tileCount: database.prepare<{ tile: number }, number>(list.tileCount).pluck(),
    fieldPage: database.prepare<Page & { field: string }, StoredRow>(list.fieldPage),
    fieldCount: database.prepare<{ field: string }, number>(list.fieldCount).pluck(),
    elsewherePage: database.prepare<Page, StoredRow>(list.elsewherePage),
    elsewhereCount: database.prepare<[], number>(list.elsewhereCount).pluck(),
    allPage: database.prepare<Page, StoredRow>(list.allPage),
    allCount: database.prepare<[], number>(list.allCount).pluck(),
    fields: database.prepare<[], { field: string; procedureCount: number }>(list.fields),
    tiles: database.prepare<[], StoredTile>(list.tiles),
    row: database.prepare<[string], StoredRow>(lookupQueries.row),
    aliases: text(lookupQueries.aliases),
    procedure: text(lookupQueries.procedure),
    official: database.prepare<[string], Buffer | null>(lookupQueries.official).pluck(),
    everyProcedure: database.prepare<[], string>(lookupQueries.everyProcedure).pluck(),
    lifeEvents: database.prepare<[], string>(lookupQueries.lifeEvents).pluck(),
    lifeEvent: text(lookupQueries.lifeEvent),
    searchWords: database.prepare<[], string>(lookupQueries.searchWords).pluck(),
  };
}
export type CatalogueStatements = ReturnType<typeof prepareStatements>;
