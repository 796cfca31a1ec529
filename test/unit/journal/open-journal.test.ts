/** What a kiosk and kioskctl do with every kind of file that may lie where the journal should. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openExistingJournal } from '../../../main/core/journal/open-journal.ts';
import { createSearchCounts } from '../../../main/core/journal/search-counts.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { gapOf, openTestJournal } from './journal-fixtures.ts';

/** A folder with a journal that holds one gap, closed. */
function folderWithGap(): string {
  const folder = temporaryFolder();
  const journal = openTestJournal(folder);
  createSearchCounts(journal).add({ gaps: [gapOf('xin so nha')], openings: new Map() });
  journal.close();
  return folder;
}

/** Opens as the kiosk does and tells what came of it. */
function openIn(folder: string) {
  const logger = createRecordingLogger();
  const journal = openTestJournal(folder, logger);
  const counts = createSearchCounts(journal);
  counts.add({ gaps: [gapOf('moi')], openings: new Map() });
  const words = counts.gaps().map((gap) => gap.words);
  journal.close();
  return { words, entries: logger.entries };
}

/** The address of a module, as a literal for a program of another process. */
function moduleText(path: string): string {
  return JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);
}

function pragmasOf(path: string, ...pragmas: string[]): void {
  const database = new Database(path);
  for (const pragma of pragmas) {
    database.pragma(pragma);
  }
  database.close();
}

describe('a sound journal', () => {
  it('keeps what was written', () => {
    expect(openIn(folderWithGap())).toEqual({ words: ['xin so nha', 'moi'].toSorted(), entries: [] });
  });

  it.skipIf(process.platform === 'win32')('belongs to its owner alone, whatever the umask', () => {
    const folder = temporaryFolder();
    const before = process.umask(0);
    const journal = openTestJournal(folder);
    process.umask(before);
    createSearchCounts(journal).add({ gaps: [gapOf('xin so nha')], openings: new Map() });
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
    journal.close();
    expect(modes).toEqual([
      ['journal.db', 0o600],
      ['journal.db-shm', 0o600],
      ['journal.db-wal', 0o600],
    ]);
  });

  it('is opened with what its promises rest on', () => {
    const journal = openTestJournal(temporaryFolder());
    const pragma = (name: string) => {
      const outcome = journal.read((reader) => reader.prepare(`PRAGMA ${name}`).pluck().get());
      return outcome.done ? outcome.value : outcome.trouble;
    };
    // 2 is FULL.
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete')]).toEqual(['wal', 2, 1]);
    journal.close();
  });

  it('keeps rows whose process was killed before the write-ahead file was taken in', () => {
    const folder = temporaryFolder();
    const code = `
      const { openJournal } = await import(${moduleText('main/core/journal/open-journal.ts')});
      const { createSearchCounts } = await import(${moduleText('main/core/journal/search-counts.ts')});
      const logger = { info() {}, warn() {}, error() {} };
      const journal = openJournal(${JSON.stringify(folder)}, { clock: { nowMs: () => 0 }, logger });
      createSearchCounts(journal).add({ gaps: [${JSON.stringify(gapOf('xin so nha'))}], openings: new Map() });
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'ignore', 'inherit'] });
    expect(readdirSync(folder)).toContain('journal.db-wal');
    expect(openIn(folder).words).toContain('xin so nha');
  });
});

const page = 4096;
const damages: Readonly<Record<string, readonly [kind: string, detail: RegExp, spoil: (path: string) => void]>> = {
  'has no bytes': ['empty', /empty \(0 bytes\)/, (path) => truncateSync(path)],
  'is a text': ['damaged', /no SQLite database/, (path) => writeFileSync(path, 'Kính gửi phường')],
  'is cut': ['damaged', /SQLite says|no SQLite/, (path) => truncateSync(path, page + 100)],
  'has a page overwritten': [
    'damaged',
    /SQLite says/,
    (path) => {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0xa5, page, page * 2));
    },
  ],
  'belongs to another program': ['foreign', /another program/, (path) => pragmasOf(path, 'application_id = 7')],
  'is of a newer kiosk': ['newer', /newer kiosk.*update/, (path) => pragmasOf(path, 'user_version = 9990')],
  'lacks a table': [
    'damaged',
    /lacks search_gap/,
    (path) => {
      const database = new Database(path);
      database.exec('DROP TABLE search_gap');
      database.close();
    },
  ],
  'lost its form': ['damaged', /lacks its form/, (path) => pragmasOf(path, 'user_version = 0')],
};

describe.each(Object.entries(damages))('a journal that %s', (_what, [kind, detail, spoil]) => {
  it('is moved aside as it is, told to staff, and the kiosk has a new one', () => {
    const folder = folderWithGap();
    const path = join(folder, 'journal.db');
    spoil(path);
    const spoilt = readFileSync(path);
    const { words, entries } = openIn(folder);
    expect(words).toEqual(['moi']);
    const aside = `journal.db.${kind}-20260722T024105Z`;
    expect(readdirSync(folder).toSorted()).toEqual(['journal.db', aside]);
    expect(readFileSync(join(folder, aside)).equals(spoilt)).toBe(true);
    expect(entries).toMatchObject([
      { level: 'error', fields: { detail: expect.stringMatching(detail), movedTo: join(folder, aside) } },
    ]);
    expect(openIn(folder).entries).toEqual([]);
  });

  it('is left where it is by kioskctl, which says what is wrong', () => {
    const folder = folderWithGap();
    spoil(join(folder, 'journal.db'));
    const code = { foreign: 'journal-foreign', newer: 'journal-version' }[kind] ?? 'journal-damaged';
    expect(() => openExistingJournal(folder, createRecordingLogger())).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(detail) }),
    );
    expect(readdirSync(folder)).toEqual(['journal.db']);
  });
});

describe('other surprises in the data folder', () => {
  it('sets a write-ahead file aside whose journal is gone, instead of taking it for the new one', () => {
    const folder = folderWithGap();
    const journal = openTestJournal(folder);
    createSearchCounts(journal).add({ gaps: [gapOf('con lai')], openings: new Map() });
    copyFileSync(join(folder, 'journal.db-wal'), join(folder, 'kept'));
    journal.close();
    const other = temporaryFolder();
    copyFileSync(join(folder, 'kept'), join(other, 'journal.db-wal'));
    const { words, entries } = openIn(other);
    expect([words, entries.length]).toEqual([['moi'], 1]);
    expect(readdirSync(other).toSorted()).toEqual(['journal.db', 'journal.db.orphan-20260722T024105Z-wal']);
  });

  it('gives two damaged journals of one second two names', () => {
    const folder = temporaryFolder();
    for (const content of ['', new Uint8Array()]) {
      writeFileSync(join(folder, 'journal.db'), content);
      openIn(folder);
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'journal.db',
      'journal.db.empty-20260722T024105Z',
      'journal.db.empty-20260722T024105Z-2',
    ]);
  });

  it('moves a folder aside that has the name of the journal', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'journal.db'));
    expect(openIn(folder).entries).toHaveLength(1);
    expect(readdirSync(folder)).toContain('journal.db.foreign-20260722T024105Z');
  });

  it('throws away the draft of a journal that was never finished', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'journal.db.new'), 'half');
    expect(openIn(folder).entries).toEqual([]);
    expect(readdirSync(folder)).toEqual(['journal.db']);
  });

  it('keeps the journal in memory where the folder takes none, and says so', () => {
    const { words, entries } = openIn(join(temporaryFolder(), 'not-made'));
    expect(words).toEqual(['moi']);
    expect(entries).toMatchObject([{ level: 'error', message: expect.stringContaining('in memory') }]);
  });

  it('has kioskctl say that there is none', () => {
    expect(() => openExistingJournal(temporaryFolder(), createRecordingLogger())).toThrow(
      expect.objectContaining({ code: 'journal-missing' }),
    );
  });
});
