/** Queue tickets. The keys say once more that no number of a day is there twice. */
import type { Migration } from './migration.ts';

const day = "day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')";
const prefix = "prefix TEXT NOT NULL CHECK (prefix GLOB '[A-Z]' OR prefix GLOB '[A-Z][A-Z]')";

export const queueTickets: Migration = {
  version: 40,
  apply: (database) => {
    database.exec(`
      -- Days on which numbers were given, in the order they came, which is not always the calendar's. Kept for ever.
      CREATE TABLE queue_day (
        id INTEGER PRIMARY KEY,
        ${day} UNIQUE,
        number_base INTEGER NOT NULL CHECK (number_base BETWEEN 0 AND 90000) -- numbers begin after it; 0 but for a day whose numbers were lost
      ) STRICT;

      -- The last number of a prefix that was ever given or passed over on a day. Kept for ever.
      CREATE TABLE queue_counter (
        ${day},
        ${prefix},
        last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 99999),
        PRIMARY KEY (day, prefix)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE queue_ticket (
        id INTEGER PRIMARY KEY, -- the order they were given in
        ${day},
        ${prefix},
        number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99999),
        service TEXT NOT NULL,
        priority TEXT,
        code TEXT,
        taken_at_ms INTEGER NOT NULL,
        visit TEXT, -- null once the citizen has gone
        UNIQUE (day, prefix, number)
      ) STRICT;
      CREATE INDEX queue_ticket_visit ON queue_ticket (visit) WHERE visit IS NOT NULL;

      -- Numbers this journal never wrote: a former journal gave them, or the kiosk died before anybody had them.
      CREATE TABLE queue_gap (
        ${day},
        ${prefix},
        first INTEGER NOT NULL,
        last INTEGER NOT NULL CHECK (last BETWEEN first AND 99999),
        PRIMARY KEY (day, prefix, first)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
