/** Writing when the disk is full or taken, and what of it remains to be read. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createJournal } from '../../../main/core/journal/journal.ts';
import { createSearchCounts } from '../../../main/core/journal/search-counts.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { gapOf, journalBytes, openTestJournal } from './journal-fixtures.ts';

function journalIn(folder = temporaryFolder()) {
  const logger = createRecordingLogger();
  const journal = openTestJournal(folder, logger);
  onTestFinished(() => journal.close());
  const counts = createSearchCounts(journal);
  return { folder, logger, journal, counts, pathOf: (suffix: string) => join(folder, `journal.db${suffix}`) };
}

function damaged(): never {
  throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT_INDEX');
}

describe('a transaction', () => {
  it('is written whole or not at all', () => {
    const { journal, counts } = journalIn();
    const half = () =>
      journal.write((writer) => {
        writer.prepare("INSERT INTO procedure_opening VALUES ('1.000001', 1)").run();
        throw new RangeError('in between');
      });
    expect(half).toThrow(RangeError);
    expect(counts.openings().size).toBe(0);
  });

  it('throws for a statement that is wrong, which no disk is to blame for', () => {
    const { journal, logger } = journalIn();
    expect(() => journal.write((writer) => writer.prepare('SELECT 1 FROM nowhere'))).toThrow(/no such table/);
    expect(logger.entries).toEqual([]);
  });
});

describe('a full disk', () => {
  it('costs counts and one line in the log, and nothing that was there', () => {
    const { journal, counts, logger } = journalIn();
    counts.add({ gaps: [gapOf('truoc')], openings: new Map() });
    // SQLite's own limit gives the very error of a full disk.
    journal.read((reader) => reader.prepare('PRAGMA max_page_count = 1').get());
    const many = Array.from({ length: 900 }, (_none, index) => gapOf(`hoi ${index} ${'x'.repeat(60)}`));
    counts.add({ gaps: many, openings: new Map() });
    counts.add({ gaps: many, openings: new Map([['1.000001', 1]]) });
    expect(counts.gaps().map(({ words }) => words)).toEqual(['truoc']);
    expect(logger.entries.filter(({ level }) => level === 'error')).toMatchObject([{ fields: { trouble: 'full' } }]);

    journal.read((reader) => reader.prepare('PRAGMA max_page_count = 100000').get());
    counts.add({ gaps: [gapOf('sau')], openings: new Map() });
    expect(counts.gaps().map(({ words }) => words)).toEqual(['sau', 'truoc']);
  });
});

describe('a journal another program holds', () => {
  it('is given up quickly and used again afterwards', () => {
    const { folder, journal, counts, logger } = journalIn();
    const other = new Database(join(folder, 'journal.db'));
    onTestFinished(() => {
      other.close();
    });
    other.exec('BEGIN IMMEDIATE');
    const startedMs = performance.now();
    expect(journal.write(() => null)).toEqual({ done: false, trouble: 'busy' });
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    counts.add({ gaps: [gapOf('xin so nha')], openings: new Map() });
    other.exec('ROLLBACK');
    counts.add({ gaps: [gapOf('xin so nha')], openings: new Map() });
    expect(counts.gaps()).toHaveLength(1);
    expect(logger.entries.map(({ level }) => level)).toEqual(['error', 'info']);
  });
});

describe('damage found while the kiosk runs', () => {
  it('is an outcome, not a crash', () => {
    const database = new Database(':memory:');
    const journal = createJournal(database, createRecordingLogger(), { isDurable: true, movedAside: null });
    expect([journal.read(damaged), journal.write(damaged)]).toEqual([
      { done: false, trouble: 'damaged' },
      { done: false, trouble: 'damaged' },
    ]);
    journal.close();
  });
});

describe('the end of a session', () => {
  it('leaves an empty write-ahead file', () => {
    const { counts, journal, pathOf } = journalIn();
    counts.add({ gaps: [gapOf('xin so nha')], openings: new Map() });
    expect(statSync(pathOf('-wal')).size).toBeGreaterThan(0);
    journal.checkpoint();
    expect(statSync(pathOf('-wal')).size).toBe(0);
  });

  it('leaves nothing of what was deleted, in no file', () => {
    const { folder, counts, journal } = journalIn();
    counts.add({ gaps: [gapOf('chuyen rieng cua toi')], openings: new Map() });
    expect(journalBytes(folder).includes('chuyen rieng')).toBe(true);
    journal.write((writer) => writer.prepare('DELETE FROM search_gap').run());
    journal.checkpoint();
    expect(journalBytes(folder).includes('chuyen rieng')).toBe(false);
  });

  it('waits with that until another program has read', () => {
    const { folder, counts, journal, logger, pathOf } = journalIn();
    counts.add({ gaps: [gapOf('xin so nha')], openings: new Map() });
    const reader = new Database(join(folder, 'journal.db'), { readonly: true });
    onTestFinished(() => {
      reader.close();
    });
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM search_gap').all();
    journal.checkpoint();
    expect([logger.entries, statSync(pathOf('-wal')).size > 0]).toEqual([[], true]);
    reader.exec('ROLLBACK');
    journal.checkpoint();
    expect(statSync(pathOf('-wal')).size).toBe(0);
  });
});

it('takes its companions away when it is closed', () => {
  const folder = temporaryFolder();
  const journal = openTestJournal(folder);
  createSearchCounts(journal).add({ gaps: [gapOf('xin so nha')], openings: new Map() });
  journal.close();
  expect(existsSync(join(folder, 'journal.db-wal'))).toBe(false);
});
