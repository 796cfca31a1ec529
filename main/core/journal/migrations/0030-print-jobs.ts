/** What became of each slip, and the paper it took. What a slip says stands here only while it waits, and never where it is personal. */
import type { Migration } from './migration.ts';

export const printJobs: Migration = {
  version: 30,
  apply: (database) => {
    database.exec(`
      CREATE TABLE print_job (
        number INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, also after the oldest are dropped
        kind TEXT NOT NULL CHECK (kind IN ('checklist', 'life-event', 'ticket', 'appointment', 'dossier-status', 'apology',
          'payment', 'test-page', 'update-report')),
        source TEXT NOT NULL CHECK (source IN ('citizen', 'staff')),
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'failed', 'unknown')),
        reason TEXT CHECK (reason IN ('unreachable', 'paper-out', 'cover-open', 'cutter-error', 'error', 'expired',
          'cancelled', 'cut-off', 'no-answer', 'restarted')),
        settled_by TEXT CHECK (settled_by IN ('printer', 'citizen')),
        queued_at INTEGER NOT NULL CHECK (queued_at >= 0),   -- UTC epoch in milliseconds, as all times here
        changed_at INTEGER NOT NULL CHECK (changed_at >= 0),
        expires_at INTEGER NOT NULL CHECK (expires_at >= 0),
        content TEXT CHECK (json_valid(content)),            -- the slip's layout
        CHECK ((reason IS NOT NULL) = (state IN ('failed', 'unknown'))),
        CHECK ((settled_by IS NOT NULL) = (state = 'printed')),
        CHECK (content IS NULL OR (state = 'queued' AND kind NOT IN ('appointment', 'dossier-status', 'apology', 'payment')))
      ) STRICT;
      CREATE INDEX print_job_open ON print_job (number) WHERE state IN ('queued', 'sending');
      CREATE TABLE printer_paper (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        roll_metres REAL CHECK (roll_metres BETWEEN 1 AND 300),              -- null: as configured
        roll_changed_at INTEGER CHECK (roll_changed_at >= 0),                -- null: staff never told of a change
        used_millimetres REAL NOT NULL CHECK (used_millimetres >= 0),        -- of this roll
        slips_on_roll INTEGER NOT NULL CHECK (slips_on_roll >= 0),
        slips_ever INTEGER NOT NULL CHECK (slips_ever >= 0),
        leftovers INTEGER NOT NULL CHECK (leftovers IN (0, 1))               -- whether the printer may hold part of a slip
      ) STRICT;
      INSERT INTO printer_paper VALUES (1, NULL, NULL, 0, 0, 0, 0);
    `);
  },
};
