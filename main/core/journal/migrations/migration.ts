/** One step of the journal's form. Steps go forward only and are never changed once a kiosk may have taken them. */
import type Database from 'better-sqlite3';

export interface Migration {
  /** `PRAGMA user_version` after it; steps of ten, so that one can still be put between two. */
  readonly version: number;
  /** Runs inside a transaction. */
  readonly apply: (database: Database.Database) => void;
}
