/** What staff did, and how often a wrong PIN was tried: the one row is there from the start, so that it is only ever changed. */
import type { Migration } from './migration.ts';

export const staffActions: Migration = {
  version: 50,
  apply: (database) => {
    database.exec(`
      CREATE TABLE staff_action (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        at_ms INTEGER NOT NULL CHECK (at_ms >= 0),                       -- UTC epoch
        origin TEXT NOT NULL CHECK (origin IN ('screen', 'terminal')),
        action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 60),    -- a name from the contract, never what was typed
        outcome TEXT NOT NULL CHECK (length(outcome) BETWEEN 1 AND 60)
      ) STRICT;
      CREATE TABLE pin_tries (
        row INTEGER PRIMARY KEY CHECK (row = 1),
        wrong INTEGER NOT NULL CHECK (wrong >= 0),                       -- since the last right one
        paused_until_ms INTEGER NOT NULL CHECK (paused_until_ms >= 0)    -- UTC epoch; 0: no pause
      ) STRICT;
      INSERT INTO pin_tries VALUES (1, 0, 0);
    `);
  },
};
