/** How many sessions opened each procedure: a count without a day, a time or an order. */
import type { Migration } from './migration.ts';

export const procedureOpenings: Migration = {
  version: 20,
  apply: (database) => {
    database.exec(`
      CREATE TABLE procedure_opening (
        code TEXT PRIMARY KEY,
        sessions INTEGER NOT NULL CHECK (sessions > 0)
      ) STRICT, WITHOUT ROWID
    `);
  },
};
