/** What the kiosk learned from searches, in the journal: counts of gaps and of openings, nothing else. */
import { KioskError } from '../../contract/error.ts';
import { leastSessions, type SearchGap } from '../../contract/staff-methods.ts';
import type { Journal, JournalWriter } from './journal.ts';

/** Gaps kept; beyond them those that were asked longest ago go. */
const mostGaps = 1_000;

export interface CountsToAdd {
  /** `sessions` are added to those counted already. */
  readonly gaps: readonly SearchGap[];
  /** Sessions that opened a procedure, by its code. */
  readonly openings: ReadonlyMap<string, number>;
}

export interface SearchCounts {
  /** Whether these folded words are among the gaps; false where the journal cannot tell. */
  isGap(words: string): boolean;
  /** Most asked first. Error: `unavailable` where the journal cannot be read. */
  gaps(): SearchGap[];
  /** Sessions that opened each procedure, by its code; empty where the journal cannot be read. */
  openings(): ReadonlyMap<string, number>;
  /** All in one transaction. What the disk does not take is lost; the journal's log says so. */
  add(counts: CountsToAdd): void;
}

export function createSearchCounts(journal: Journal): SearchCounts {
  return {
    isGap: (words) => {
      const sql = 'SELECT 1 FROM search_gap WHERE words = ?';
      const found = journal.read((reader) => reader.prepare(sql).get(words) !== undefined);
      return found.done && found.value;
    },
    gaps: () => {
      const sql = `SELECT words, kind, sessions, first_day AS firstDay, last_day AS lastDay FROM search_gap
        ORDER BY sessions DESC, last_day DESC, words`;
      const found = journal.read((reader) => reader.prepare<[], SearchGap>(sql).all());
      if (!found.done) {
        throw new KioskError('unavailable', `The journal cannot be read at present (${found.trouble}).`);
      }
      return found.value;
    },
    openings: () => {
      const sql = 'SELECT code, sessions FROM procedure_opening';
      const found = journal.read((reader) => reader.prepare<[], [string, number]>(sql).raw().all());
      return new Map(found.done ? found.value : []);
    },
    add: ({ gaps, openings }) => {
      journal.write((writer) => {
        addGaps(writer, gaps);
        addOpenings(writer, openings);
      });
    },
  };
}

function addGaps(writer: JournalWriter, gaps: readonly SearchGap[]): void {
  // `min` and `max`, because the clock of a machine without a network may go backwards.
  const raise = writer.prepare<SearchGap>(
    `UPDATE search_gap SET kind = :kind, sessions = sessions + :sessions,
       first_day = min(first_day, :firstDay), last_day = max(last_day, :lastDay)
     WHERE words = :words`,
  );
  const begin = writer.prepare<SearchGap>(
    'INSERT INTO search_gap VALUES (:words, :kind, :sessions, :firstDay, :lastDay)',
  );
  for (const gap of gaps) {
    if (raise.run(gap).changes === 0 && gap.sessions >= leastSessions) {
      begin.run(gap);
    }
  }
  writer
    .prepare<[number]>(
      `DELETE FROM search_gap WHERE words IN
         (SELECT words FROM search_gap ORDER BY last_day DESC, sessions DESC, words LIMIT -1 OFFSET ?)`,
    )
    .run(mostGaps);
}

function addOpenings(writer: JournalWriter, openings: ReadonlyMap<string, number>): void {
  const add = writer.prepare<[string, number]>(
    `INSERT INTO procedure_opening VALUES (?, ?)
     ON CONFLICT (code) DO UPDATE SET sessions = sessions + excluded.sessions`,
  );
  for (const [code, sessions] of openings) {
    add.run(code, sessions);
  }
}
