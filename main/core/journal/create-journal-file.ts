/** Makes a new, empty journal. It gets its name only when it is whole, so that an empty or half file is always damage. */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../durable-file.ts';
import { companionSuffixes, journalApplicationId, openDatabase } from './journal-database.ts';
import { migrate } from './migrations/migrate.ts';

/** For the owner alone; the write-ahead file inherits that. Errors: SqliteError, errors of the file system. */
export function createJournalFile(path: string): void {
  const draft = `${path}.new`;
  removeDraft(draft);
  try {
    closeSync(openSync(draft, 'wx', 0o600));
    // With a rollback journal all of it is in this one file; the first real opening turns to WAL.
    const database = openDatabase(draft);
    try {
      database.pragma('synchronous = FULL');
      database.pragma(`application_id = ${journalApplicationId}`);
      migrate(database);
    } finally {
      database.close();
    }
    renameSync(draft, path);
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
  syncFolder(dirname(path));
}

function removeDraft(draft: string): void {
  for (const suffix of ['', ...companionSuffixes]) {
    rmSync(draft + suffix, { force: true });
  }
}
