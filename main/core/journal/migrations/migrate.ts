/** Brings a journal to the form this software writes. A new step is one file and one line here. */
import type Database from 'better-sqlite3';
import { searchGaps } from './0010-search-gaps.ts';
import { procedureOpenings } from './0020-procedure-openings.ts';
import { printJobs } from './0030-print-jobs.ts';
import { queueTickets } from './0040-queue-tickets.ts';
import { staffActions } from './0050-staff-actions.ts';
import { appointmentNumbers } from './0060-appointment-numbers.ts';
import { catalogueUpdates } from './0070-catalogue-updates.ts';
import type { Migration } from './migration.ts';

/** In the order they are taken. */
export const migrations: readonly Migration[] = [
  searchGaps,
  procedureOpenings,
  printJobs,
  queueTickets,
  staffActions,
  appointmentNumbers,
  catalogueUpdates,
];

/** The form this software writes. */
export const newestVersion = Math.max(...migrations.map(({ version }) => version));

/**
 * Takes every step the journal has not taken, each whole or not at all; `upTo` stops early, for tests. Errors: SqliteError,
 * SQLITE_FULL among them, with the steps before it kept.
 */
export function migrate(database: Database.Database, upTo: number = newestVersion): void {
  for (const { version, apply } of migrations) {
    if (version > versionOf(database) && version <= upTo) {
      database
        .transaction(() => {
          apply(database);
          database.pragma(`user_version = ${version}`);
        })
        .immediate();
    }
  }
}

export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
