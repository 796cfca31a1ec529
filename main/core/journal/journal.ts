/** The journal as its repositories see it: reading and writing as values, whatever the disk does. */
import Database from 'better-sqlite3';
import type { Logger } from '../ports.ts';

/** For reading only. */
export type JournalReader = Pick<Database.Database, 'prepare'>;

declare const insideTransaction: unique symbol;
/** Only `Journal.write` hands one out, inside its transaction, so nothing is ever written outside of one. */
export type JournalWriter = JournalReader & { readonly [insideTransaction]: true };

/** Why the journal could not be used: the disk is full, another program holds it, it is damaged, it cannot be reached. */
export type JournalTrouble = 'full' | 'busy' | 'damaged' | 'unusable';

export type JournalOutcome<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly trouble: JournalTrouble };

/** Facts of a journal for staff. */
export interface JournalFacts {
  /** False where it lives in memory until the kiosk ends, because the disk took none. */
  readonly isDurable: boolean;
  /** File name of a damaged journal that was moved aside when this one was begun; null where none was. */
  readonly movedAside: string | null;
}

/** Trouble with the disk is an outcome, logged once when it begins and once when it is over; a wrong statement throws. */
export interface Journal extends JournalFacts {
  read<T>(action: (reader: JournalReader) => T): JournalOutcome<T>;
  /** One transaction, on the disk when this returns; when not done, nothing of it was written. */
  write<T>(action: (writer: JournalWriter) => T): JournalOutcome<T>;
  /**
   * Moves what was written into the database and empties the write-ahead file, which otherwise keeps former versions of
   * pages. Does nothing where nothing was written since, or where another program reads.
   */
  checkpoint(): void;
  close(): void;
}

/** Takes over a database that is open, settled and migrated. */
export function createJournal(database: Database.Database, logger: Logger, facts: JournalFacts): Journal {
  let lastTrouble: JournalTrouble | null = null;
  let hasWritten = false;

  const attempt = <T>(action: () => T): JournalOutcome<T> => {
    try {
      const value = action();
      if (lastTrouble !== null) {
        lastTrouble = null;
        logger.info('The journal can be used again');
      }
      return { done: true, value };
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) {
        throw error;
      }
      if (trouble !== lastTrouble) {
        logger.error('The journal cannot be used; what is not written meanwhile is lost', {
          trouble,
          reason: error instanceof Error ? error.message : '',
        });
      }
      lastTrouble = trouble;
      return { done: false, trouble };
    }
  };

  return {
    ...facts,
    read: (action) => attempt(() => action(database)),
    write: (action) =>
      attempt(() => {
        // The brand is given here and nowhere else.
        const value = database.transaction(() => action(database as unknown as JournalWriter)).immediate();
        hasWritten = true;
        return value;
      }),
    checkpoint: () => {
      if (hasWritten) {
        // The first column is 1 where a reader stood in the way; the next call tries again then.
        const outcome = attempt(() => database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').pluck().get());
        hasWritten = !outcome.done || outcome.value !== 0;
      }
    },
    close: () => database.close(),
  };
}

/** Null for what is no trouble of the disk: a wrong statement, a broken constraint, a defect. */
export function troubleOf(error: unknown): JournalTrouble | null {
  if (!(error instanceof Database.SqliteError)) {
    return null;
  }
  const [, kind = ''] = /^SQLITE_([A-Z]+)/u.exec(error.code) ?? [];
  return troubles[kind] ?? null;
}

/** By SQLite's primary result code (https://www.sqlite.org/rescode.html). */
const troubles: Readonly<Record<string, JournalTrouble>> = {
  FULL: 'full',
  BUSY: 'busy',
  LOCKED: 'busy',
  CORRUPT: 'damaged',
  NOTADB: 'damaged',
  IOERR: 'unusable',
  CANTOPEN: 'unusable',
  READONLY: 'unusable',
  PERM: 'unusable',
  NOMEM: 'unusable',
};
