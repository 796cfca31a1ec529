/**
 * Decides whether a file is a journal this kiosk may write to. SQLite alone does not tell: a zero-length file opens and passes
 * `quick_check`, and opening a foreign database may already change it, so the header is read first, as bytes.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { companionSuffixes, journalApplicationId, openDatabase } from './journal-database.ts';
import { migrate, newestVersion, versionOf } from './migrations/migrate.ts';

export interface JournalFault {
  /** `orphan`: the file is gone and what SQLite kept beside it is still there. */
  readonly kind: 'orphan' | 'empty' | 'foreign' | 'newer' | 'damaged';
  /** For staff, e.g. "it is empty (0 bytes)". */
  readonly detail: string;
}

export type Examined =
  | { readonly kind: 'sound'; readonly database: Database.Database }
  | { readonly kind: 'missing' }
  | { readonly kind: 'faulty'; readonly fault: JournalFault };

/** "SQLite format 3" with its NUL (https://www.sqlite.org/fileformat.html §1.3). */
const magic = Buffer.from('SQLite format 3\0', 'latin1');
/** Where the header keeps the application id, big-endian. */
const applicationIdOffset = 68;
const headerBytes = 100;

/**
 * The database of a sound one is open, not yet settled nor migrated; the caller closes it. Errors, none of which tells
 * anything about the file: SqliteError (busy, unreachable, out of space), errors of the file system.
 */
export function examineJournal(path: string): Examined {
  if (!existsSync(path)) {
    const left = companionSuffixes.filter((suffix) => suffix !== '-shm' && existsSync(path + suffix));
    // SQLite would take it for part of the new file.
    return left.length === 0 ? { kind: 'missing' } : faulty('orphan', `it is gone, and only its ${left[0]} is left`);
  }
  const fault = headerFault(path);
  if (fault !== null) {
    return { kind: 'faulty', fault };
  }
  const database = openDatabase(path);
  try {
    const found = contentFault(database);
    if (found === null) {
      return { kind: 'sound', database };
    }
    database.close();
    return { kind: 'faulty', fault: found };
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/u.test(error.code)) {
      return faulty('damaged', `SQLite says: ${error.message}`);
    }
    throw error;
  }
}

function headerFault(path: string): JournalFault | null {
  const found = statSync(path);
  if (!found.isFile()) {
    return { kind: 'foreign', detail: 'it is no file' };
  }
  if (found.size === 0) {
    return { kind: 'empty', detail: 'it is empty (0 bytes)' };
  }
  const header = Buffer.alloc(headerBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, headerBytes, 0);
  } finally {
    closeSync(file);
  }
  if (!header.subarray(0, magic.length).equals(magic)) {
    return { kind: 'damaged', detail: 'it is no SQLite database' };
  }
  // Written before the file gets its name and never again, so it is never only in the write-ahead file.
  const id = header.readUInt32BE(applicationIdOffset);
  return id === journalApplicationId
    ? null
    : { kind: 'foreign', detail: `it is a database of another program (application id ${id})` };
}

function contentFault(database: Database.Database): JournalFault | null {
  const report = String(database.pragma('quick_check(1)', { simple: true }));
  if (report !== 'ok') {
    return { kind: 'damaged', detail: `SQLite says: ${report}` };
  }
  const version = versionOf(database);
  if (version > newestVersion) {
    return {
      kind: 'newer',
      detail: `its form (${version}) is of a newer kiosk than this one (${newestVersion}); update the kiosk software`,
    };
  }
  const missing = missingColumn(database, version);
  return missing === null ? null : { kind: 'damaged', detail: `it lacks ${missing}` };
}

/** A column that a journal of this version has and this one has not; null where it is whole. */
function missingColumn(database: Database.Database, version: number): string | null {
  const model = openDatabase(':memory:');
  try {
    migrate(model, version);
    const present = new Set(columnsOf(database));
    return columnsOf(model).find((column) => !present.has(column)) ?? (version === 0 ? 'its form' : null);
  } finally {
    model.close();
  }
}

function columnsOf(database: Database.Database): string[] {
  const sql = `SELECT t.name || '.' || c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
    WHERE t.type = 'table' ORDER BY 1`;
  return database.prepare<[], string>(sql).pluck().all();
}

function faulty(kind: JournalFault['kind'], detail: string): Examined {
  return { kind: 'faulty', fault: { kind, detail } };
}
