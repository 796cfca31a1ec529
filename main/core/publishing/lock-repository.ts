/** One publisher at a time: the operating system holds the lock, so a killed one never leaves a stale lock. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { KioskError } from '../../contract/error.ts';

const lockFileName = '.publishing-lock';

/** Error: `repository-refused` where another process publishes to it. `work` runs with the lock held. */
export async function withRepositoryLock<T>(repository: string, work: () => T | Promise<T>): Promise<T> {
  const database = openLock(repository);
  try {
    return await work();
  } finally {
    database.close();
  }
}

function openLock(repository: string): Database.Database {
  let database: Database.Database | null = null;
  try {
    database = new Database(join(repository, lockFileName), { timeout: 0 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new KioskError(
        'repository-refused',
        `Another kioskctl is writing to ${repository}. Wait until it has finished; nothing was changed.`,
        { cause: error },
      );
    }
    throw new KioskError(
      'output-failed',
      `${repository} cannot be written. Check that the folder is there, its owner and that the disk is not full.`,
      {
        cause: error,
      },
    );
  }
}
