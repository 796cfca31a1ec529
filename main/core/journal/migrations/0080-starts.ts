/** How often this kiosk was started: a kiosk that falls over again and again is found by it. */
import type { Migration } from './migration.ts';

export const starts: Migration = {
  version: 80,
  apply: (database) => {
    database.exec(`
      CREATE TABLE kiosk_start (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        starts INTEGER NOT NULL CHECK (starts >= 0)
      ) STRICT;
      INSERT INTO kiosk_start VALUES (1, 0);
    `);
  },
};
