/** Questions that found nothing, or nothing anybody chose. The checks say once more what may stand here at all. */
import type { Migration } from './migration.ts';

export const searchGaps: Migration = {
  version: 10,
  apply: (database) => {
    database.exec(`
      CREATE TABLE search_gap (
        words TEXT PRIMARY KEY CHECK (length(words) BETWEEN 1 AND 80), -- folded, without accents
        kind TEXT NOT NULL CHECK (kind IN ('no-result', 'no-choice')), -- of the last session
        sessions INTEGER NOT NULL CHECK (sessions >= 5),               -- fewer are never written down
        first_day TEXT NOT NULL CHECK (first_day GLOB '????-??-??'),   -- the office's date, never a time
        last_day TEXT NOT NULL CHECK (last_day GLOB '????-??-??')
      ) STRICT, WITHOUT ROWID
    `);
  },
};
