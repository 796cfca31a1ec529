/** What the kiosk remembers of catalogue updates, and how often it was started. One-row tables are there from the start. */
import type { Migration } from './migration.ts';

export const catalogueUpdates: Migration = {
  version: 70,
  apply: (database) => {
    database.exec(`
      CREATE TABLE update_state (
        row INTEGER PRIMARY KEY CHECK (row = 1),
        highest_number INTEGER NOT NULL CHECK (highest_number >= 0),      -- never goes down
        highest_rows BLOB CHECK (length(highest_rows) = 32),              -- SHA-256 over its rows; null: not known
        trusted_time_ms INTEGER NOT NULL CHECK (trusted_time_ms >= 0),    -- UTC epoch; never goes down
        last_success_ms INTEGER CHECK (last_success_ms >= 0)              -- UTC epoch
      ) STRICT;
      INSERT INTO update_state VALUES (1, 0, NULL, 0, NULL);
      CREATE TABLE refused_content (
        sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),              -- of rows or of an office's sheet
        number INTEGER NOT NULL CHECK (number >= 0),
        reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 40),     -- a reason from the contract
        at_ms INTEGER NOT NULL CHECK (at_ms >= 0),                        -- UTC epoch
        software TEXT NOT NULL CHECK (length(software) BETWEEN 1 AND 60)
      ) STRICT;
      CREATE TABLE update_check (
        id INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL CHECK (at_ms >= 0),                        -- UTC epoch
        source TEXT NOT NULL CHECK (source IN ('network', 'push', 'stick')),
        outcome TEXT NOT NULL CHECK (outcome IN ('current', 'committed', 'failed')),
        number INTEGER CHECK (number >= 0),
        reason TEXT CHECK (length(reason) BETWEEN 1 AND 40),              -- null: all went well
        detail TEXT NOT NULL CHECK (length(detail) <= 400)
      ) STRICT;
      CREATE TABLE kiosk_start (
        row INTEGER PRIMARY KEY CHECK (row = 1),
        starts INTEGER NOT NULL CHECK (starts >= 0)
      ) STRICT;
      INSERT INTO kiosk_start VALUES (1, 0);
    `);
  },
};
