/** Opens this kiosk's own state. A kiosk always gets a journal; kioskctl only one that is there and sound. */
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { type ErrorCode, KioskError } from '../../contract/error.ts';
import type { Clock, Logger } from '../ports.ts';
import { createJournalFile } from './create-journal-file.ts';
import { examineJournal, type JournalFault } from './examine-journal.ts';
import { createJournal, type Journal } from './journal.ts';
import { journalFileName, openDatabase, settleConnection } from './journal-database.ts';
import { migrate } from './migrations/migrate.ts';
import { setAside } from './set-aside.ts';

/**
 * For the kiosk, which holds the folder's lock. A damaged, foreign or newer journal is moved aside and a new one begun; where the
 * disk takes none, it lives in memory until the kiosk ends. Both are told in the log; a kiosk is never kept from starting.
 */
export function openJournal(folder: string, { clock, logger }: { clock: Clock; logger: Logger }): Journal {
  const path = join(folder, journalFileName);
  try {
    const { database, movedAside } = soundDatabase(path, clock, logger);
    return createJournal(ready(database), logger, { isDurable: true, movedAside });
  } catch (error) {
    if (!isStorageFailure(error)) {
      throw error;
    }
    logger.error('The journal cannot be opened; what this kiosk counts is kept in memory and lost when it ends', {
      path,
      reason: error.message,
    });
    return createJournal(ready(openDatabase(':memory:')), logger, { isDurable: false, movedAside: null });
  }
}

/**
 * For kioskctl with the folder's lock taken: nothing is moved and nothing begun. Errors: `journal-missing`, `journal-foreign`,
 * `journal-version`, `journal-damaged`, `data-folder-unwritable`.
 */
export function openExistingJournal(folder: string, logger: Logger): Journal {
  const path = join(folder, journalFileName);
  try {
    const examined = examineJournal(path);
    if (examined.kind === 'sound') {
      return createJournal(ready(examined.database), logger, { isDurable: true, movedAside: null });
    }
    if (examined.kind === 'missing') {
      throw missingJournal(folder);
    }
    throw new KioskError(
      codeOf[examined.fault.kind],
      `The journal ${path} cannot be read: ${examined.fault.detail}. The kiosk moves it aside and begins a new one when it starts next.`,
    );
  } catch (error) {
    if (!isStorageFailure(error)) {
      throw error;
    }
    throw new KioskError(
      'data-folder-unwritable',
      `The journal ${path} cannot be opened (${error.message}). Check its owner, its permissions and that the disk is not full.`,
      { cause: error },
    );
  }
}

/** For a folder that holds none. */
export function missingJournal(folder: string): KioskError {
  return new KioskError(
    'journal-missing',
    `The folder ${folder} holds no ${journalFileName}: no kiosk has run with it yet. Name the kiosk's own folder with --data-dir.`,
  );
}

const codeOf: Readonly<Record<JournalFault['kind'], ErrorCode>> = {
  orphan: 'journal-damaged',
  empty: 'journal-damaged',
  damaged: 'journal-damaged',
  foreign: 'journal-foreign',
  newer: 'journal-version',
};

function soundDatabase(
  path: string,
  clock: Clock,
  logger: Logger,
): { readonly database: Database.Database; readonly movedAside: string | null } {
  const examined = examineJournal(path);
  if (examined.kind === 'sound') {
    return { database: examined.database, movedAside: null };
  }
  let movedTo: string | null = null;
  if (examined.kind === 'faulty') {
    const { kind, detail } = examined.fault;
    movedTo = setAside(path, kind, clock.nowMs());
    logger.error('The journal could not be used; it was moved aside and a new one begun', { detail, movedTo });
  }
  createJournalFile(path);
  return { database: openDatabase(path), movedAside: movedTo === null ? null : basename(movedTo) };
}

/** Settled and in the newest form; closed again where that fails. */
function ready(database: Database.Database): Database.Database {
  try {
    settleConnection(database);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A failure of SQLite or of the file system, as against a defect of this program. */
function isStorageFailure(error: unknown): error is Error {
  return error instanceof Database.SqliteError || (error instanceof Error && 'syscall' in error);
}
