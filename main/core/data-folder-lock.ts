/** One core per data folder: the operating system holds the lock, so a killed core never leaves a stale one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { KioskError } from '../contract/error.ts';

const holderFileName = 'lock-holder.json';

export interface DataFolderLock {
  release(): void;
}

/**
 * Takes the folder, making it where it is missing. `waitMs` is how long another holder is waited for, which blocks; default 0.
 * Errors: `data-folder-locked` (says which process holds it),
 * `data-folder-unwritable`.
 */
export function lockDataFolder(folder: string, { waitMs = 0 }: { readonly waitMs?: number } = {}): DataFolderLock {
  const holderPath = join(folder, holderFileName);
  const database = openLockFile(folder, waitMs);
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new KioskError(
        'data-folder-locked',
        `The data folder ${folder} is in use by ${describeLockHolder(folder)}. Stop that kiosk, or give another folder with --data-dir.`,
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

function openLockFile(folder: string, waitMs: number): Database.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new Database(join(folder, 'lock.db'), { timeout: waitMs });
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

/** Who holds a folder that is locked, in words: "process 7 (since …)". */
export function describeLockHolder(folder: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(join(folder, holderFileName), 'utf8'));
    if (typeof holder === 'object' && holder !== null && 'pid' in holder && 'startedAt' in holder) {
      return `process ${String(holder.pid)} (since ${String(holder.startedAt)})`;
    }
  } catch {
    // The holder writes the file just after taking the lock; that it is not there yet changes nothing.
  }
  return 'another process';
}
