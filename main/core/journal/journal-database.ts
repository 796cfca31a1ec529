/** How journal.db is named and how a connection to it is set up; the same for the kiosk, kioskctl and tests. */
import Database from 'better-sqlite3';

/** In the data folder, beside its lock. */
export const journalFileName = 'journal.db';

/** `PRAGMA application_id` of every journal: "tthj" (thủ tục hành chính, journal) as four ASCII bytes. */
export const journalApplicationId = 0x74_74_68_6a;

/** What SQLite may leave beside a database; it belongs to it and moves with it. */
export const companionSuffixes = ['-wal', '-shm', '-journal'] as const;

/**
 * Waiting for another program blocks the core, so it is short, in milliseconds. The lock of the data folder keeps other kiosks
 * out; what is left is a backup or a person with `sqlite3`.
 */
const busyTimeoutMs = 200;

/** Opens the file without changing it. Errors: SqliteError. */
export function openDatabase(path: string): Database.Database {
  return new Database(path, { timeout: busyTimeoutMs, fileMustExist: path !== ':memory:' });
}

/**
 * FULL, because a number that a citizen holds in the hand must still be known after the plug was pulled (better-sqlite3's
 * own default under WAL is NORMAL). What is deleted is overwritten, and nothing is sorted in files outside this folder.
 */
export function settleConnection(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
}
