/** One core per data folder: the operating system holds the lock, so a killed core never leaves a stale one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { KioskError } from '../contract/error.ts';

export interface DataFolderLock {
  release(): void;
}

/**
 * Takes the folder, making it where it is missing. Errors: `data-folder-locked` (says which process holds it),
 * `data-folder-unwritable`.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const holderPath = join(folder, 'lock-holder.json');
  const database = openLockFile(folder);
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new KioskError(
        'data-folder-locked',
        `The data folder ${folder} is in use by ${readHolder(holderPath)}. Stop that kiosk, or give another folder with --data-dir.`,
        { cause: error },
      );
    }
    throw unwritable(folder, error);
  }
  try {
    writeFileSync(holderPath, JSON.stringify({ pid: process.pid, startedAt: new Date().toISOString() }), {
      mode: 0o600,
    });
  } catch (error) {
    database.close();
    throw unwritable(folder, error);
  }
  return {
    // The holder file stays: without the lock it says nothing, and removing it could remove the next holder's.
    release: () => database.close(),
  };
}

function openLockFile(folder: string): Database.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new Database(join(folder, 'lock.db'), { timeout: 0 });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function unwritable(folder: string, cause: unknown): KioskError {
  return new KioskError(
    'data-folder-unwritable',
    `The data folder ${folder} cannot be written. Check its owner, its permissions and that the disk is not full, or give another one with --data-dir.`,
    { cause },
  );
}

function readHolder(path: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof holder === 'object' && holder !== null && 'pid' in holder && 'startedAt' in holder) {
      return `process ${String(holder.pid)} (since ${String(holder.startedAt)})`;
    }
  } catch {
    // The holder writes the file just after taking the lock; that it is not there yet changes nothing.
  }
  return 'another process';
}
