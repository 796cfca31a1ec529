/** Writes catalogue.db: contents as they come, the lists at the end in reading order. The same calls give the same bytes. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { LifeEvent } from '../../../contract/life-event.ts';
import type { ShownNotice } from '../../../contract/notices.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import type { HolidayYear } from '../../office-calendar/holiday-year.ts';
import type { CatalogueMeta } from '../catalogue-meta.ts';
import { applicationId, catalogueTables, schemaVersion } from '../catalogue-schema.ts';
import type { HomeTile } from '../home-tiles.ts';
import type { SiteContent } from '../site-content.ts';
import { storedProcedure } from '../stored-json.ts';
import { alphabeticalRanks } from './alphabetical-order.ts';
import type { ListedProcedure } from './listed-procedure.ts';
import type { Relation } from './related-procedures.ts';

/** Deflate level of the official texts: twice as quick as the default for a few per cent more bytes. */
const quickDeflate = 3;

export interface CatalogueLists {
  /** In reading order. */
  readonly procedures: readonly ListedProcedure[];
  readonly related: readonly Relation[];
  /** In alphabetical order. */
  readonly fields: readonly string[];
  readonly tiles: readonly HomeTile[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly holidays: readonly HolidayYear[];
  readonly notices: readonly ShownNotice[];
  readonly siteContent: SiteContent;
  /** What JSON can hold; the search knows its shape. */
  readonly searchWords: unknown;
}

export interface CatalogueWriter {
  /** Stores one procedure whole, its published text as JSON; returns its content id and the SHA-256 (hex) of what was stored. */
  add(procedure: Procedure, official: string | null): { readonly contentId: number; readonly sha256: string };
  /** Takes a stored procedure out again. */
  remove(contentId: number): void;
  /** Writes the lists; `add` and `remove` end here. */
  addLists(lists: CatalogueLists): void;
  /** Every procedure in reading order, one at a time; after `addLists`. */
  procedures(): Iterable<Procedure>;
  /** Writes the facts about the catalogue and completes the file. */
  finish(meta: CatalogueMeta): void;
  /** Closes the file as it stands; without `finish` it is no catalogue. */
  close(): void;
}

/** The file must not be there yet. SQLite's own errors come through; the builder maps them. */
export function createCatalogueWriter(path: string): CatalogueWriter {
  const database = new Database(path);
  database.pragma('journal_mode = DELETE');
  // The file is thrown away when anything goes wrong and is synchronised whole before it is published.
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${applicationId}`);
  database.pragma(`user_version = ${schemaVersion}`);
  database.exec('BEGIN');
  database.exec(catalogueTables);
  const addContent = database.prepare<[string, Buffer | null]>(
    'INSERT INTO content (procedure, official) VALUES (?, ?)',
  );
  const removeContent = database.prepare<[number]>('DELETE FROM content WHERE id = ?');
  let removed = 0;
  return {
    add(procedure, official) {
      const text = JSON.stringify(procedure);
      const packed = official === null ? null : deflateRawSync(official, { level: quickDeflate });
      const { lastInsertRowid } = addContent.run(text, packed);
      const sha256 = createHash('sha256')
        .update(text)
        .update('\0')
        .update(official ?? '')
        .digest('hex');
      return { contentId: Number(lastInsertRowid), sha256 };
    },
    remove(contentId) {
      removeContent.run(contentId);
      removed += 1;
    },
    addLists: (lists) => writeLists(database, lists),
    procedures: () => storedProcedures(database),
    finish(meta) {
      const addMeta = database.prepare<[string, string]>('INSERT INTO meta (key, value) VALUES (?, ?)');
      for (const [key, value] of Object.entries(meta)) {
        addMeta.run(key, JSON.stringify(value));
      }
      database.exec('COMMIT');
      if (removed > 0) {
        database.exec('VACUUM');
      }
    },
    close: () => {
      database.close();
    },
  };
}

function writeLists(database: Database.Database, lists: CatalogueLists): void {
  const addProcedure = database.prepare(
    `INSERT INTO procedure (position, content_id, code, name, short_title, english, aliases, level, field, tile, served_at,
       online_service, province, in_ward, in_xa, free, has_cases, letter, alphabet)
     VALUES (@position, @contentId, @code, @name, @shortTitle, @english, @aliases, @level, @field, @tile, @servedAt,
       @onlineService, @province, @inWard, @inXa, @free, @hasCases, @letter, @alphabet)`,
  );
  const ranks = alphabeticalRanks(lists.procedures);
  for (const [index, listed] of lists.procedures.entries()) {
    addProcedure.run({
      position: index + 1,
      contentId: listed.contentId,
      code: listed.code,
      name: listed.name,
      shortTitle: listed.shortTitle,
      english: listed.english,
      aliases: JSON.stringify(listed.aliases),
      level: listed.level,
      field: listed.field,
      tile: listed.tile,
      servedAt: listed.servedAt,
      onlineService: listed.onlineService,
      province: listed.province,
      inWard: Number(listed.inWard),
      inXa: Number(listed.inXa),
      free: Number(listed.isFree),
      hasCases: Number(listed.hasCases),
      letter: listed.letter,
      alphabet: ranks[index],
    });
  }
  const addRelated = database.prepare(
    'INSERT INTO related (position, relation, rank, other) VALUES (@position, @relation, @rank, @other)',
  );
  for (const relation of lists.related) {
    addRelated.run(relation);
  }
  const addField = database.prepare('INSERT INTO field (position, name) VALUES (?, ?)');
  for (const [index, name] of lists.fields.entries()) {
    addField.run(index + 1, name);
  }
  const addTile = database.prepare('INSERT INTO tile (number, title_vi, title_en, icon) VALUES (?, ?, ?, ?)');
  for (const tile of lists.tiles) {
    addTile.run(tile.number, tile.title.vi, tile.title.en, tile.icon);
  }
  const addLifeEvent = database.prepare('INSERT INTO life_event (position, id, body) VALUES (?, ?, ?)');
  for (const [index, event] of lists.lifeEvents.entries()) {
    addLifeEvent.run(index + 1, event.id, JSON.stringify(event));
  }
  const addHolidays = database.prepare('INSERT INTO holiday_year (year, body) VALUES (?, ?)');
  for (const decree of lists.holidays) {
    addHolidays.run(decree.year, JSON.stringify(decree));
  }
  const addNotice = database.prepare('INSERT INTO notice (position, origin, id, body) VALUES (?, ?, ?, ?)');
  for (const [index, notice] of lists.notices.entries()) {
    addNotice.run(index + 1, notice.origin, notice.id, JSON.stringify(notice));
  }
  database.prepare('INSERT INTO site_content (body) VALUES (?)').run(JSON.stringify(lists.siteContent));
  database.prepare('INSERT INTO search_words (body) VALUES (?)').run(JSON.stringify(lists.searchWords));
}

function* storedProcedures(database: Database.Database): Generator<Procedure, void, undefined> {
  const all = database
    .prepare<[], string>(
      'SELECT content.procedure FROM procedure JOIN content ON content.id = content_id ORDER BY position',
    )
    .pluck();
  for (const text of all.iterate()) {
    yield storedProcedure(text);
  }
}
