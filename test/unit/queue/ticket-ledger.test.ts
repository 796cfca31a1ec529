/** Numbers on the disk: what journal and record tell of each other when one, the other or both are lost or full. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../main/core/journal/journal.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { journalBytes } from '../journal/journal-fixtures.ts';
import { at, makeWish, openLedger, visitOf, wednesday } from './queue-fixtures.ts';

const noon = at(`${wednesday} 12:00:00`);

/** Opens what is in the folder as a kiosk that starts now does. */
function start(folder = temporaryFolder(), nowMs = noon) {
  const { journal, ledger, logger } = openLedger(folder, nowMs);
  const take = (prefix = 'A', changes = {}) => ledger.take(makeWish({ prefix, ...changes }))?.number ?? null;
  const gaps = () => rows(journal, 'SELECT day, prefix, first, last FROM queue_gap ORDER BY day, prefix, first');
  return { folder, journal, ledger, logger, take, gaps, end: () => journal.close() };
}

function rows(journal: Pick<Journal, 'read'>, sql: string): unknown[] {
  const outcome = journal.read((reader) => reader.prepare(sql).raw().all());
  return outcome.done ? outcome.value : [outcome.trouble];
}

function pragma(journal: Journal, text: string): void {
  journal.read((reader) => reader.prepare(`PRAGMA ${text}`).get());
}

const journalIn = (folder: string) => join(folder, 'journal.db');
const recordIn = (folder: string) => join(folder, 'queue-numbers.json');
const spoil = (path: string) => writeFileSync(path, 'Kính gửi');

/** Takes so many numbers and ends. */
function usedFolder(taken: readonly string[] = ['A', 'B', 'A']): string {
  const { folder, take, end } = start();
  for (const prefix of taken) {
    take(prefix);
  }
  end();
  return folder;
}

describe('a number', () => {
  it('has three digits or more, and goes on after a restart', () => {
    const folder = usedFolder();
    const { take } = start(folder);
    expect([take(), take('B'), take('AA')]).toEqual(['A003', 'B002', 'AA001']);
  });

  it('is in the record before it is told', () => {
    const { folder, take } = start();
    take('B');
    take();
    take();
    expect(JSON.parse(readFileSync(recordIn(folder), 'utf8'))).toEqual({
      form: 1,
      days: [{ day: wednesday, numberBase: 0, last: { A: 2, B: 1 } }],
    });
  });

  it('goes on where its day was when the clock goes to and fro over midnight', () => {
    const { folder, take, end } = start();
    const thursday = { day: '2026-07-23' };
    expect([take(), take('A', thursday), take(), take('A', thursday)]).toEqual(['A001', 'A001', 'A002', 'A002']);
    end();
    spoil(journalIn(folder));
    const next = start(folder);
    expect([next.take('A', thursday), next.take()]).toEqual(['A003', 'A003']);
  });

  it('ends at 9,999 a day and prefix', () => {
    const folder = usedFolder([]);
    writeFileSync(
      recordIn(folder),
      JSON.stringify({ form: 1, days: [{ day: wednesday, numberBase: 0, last: { A: 9_998 } }] }),
    );
    const { take } = start(folder);
    expect([take(), take(), take('B')]).toEqual(['A9999', null, 'B001']);
  });
});

describe('a full disk', () => {
  it('that takes no row gives no number, leaves nothing half written, and loses no number', () => {
    const { folder, journal, ledger, take, gaps } = start();
    take();
    const before = readFileSync(recordIn(folder), 'utf8');
    pragma(journal, 'max_page_count = 1');
    const large = { visit: visitOf('v'.repeat(3_000)) };
    let full: string | null = 'none yet';
    for (let tries = 0; full !== null && tries < 20; tries += 1) {
      full = take('A', { ...large, serviceId: 's'.repeat(3_000) });
    }
    expect(full).toBeNull();
    const given = ledger.onDay(wednesday)?.map(({ number }) => number) ?? [];
    expect(take('A', large)).toBeNull();
    expect(take('B', { ...large, serviceId: 's'.repeat(9_000) })).toBeNull();
    expect(ledger.onDay(wednesday)?.map(({ number }) => number)).toEqual(given);
    pragma(journal, 'max_page_count = 100000');
    expect(take()).toBe(`A${String(given.length + 1).padStart(3, '0')}`);
    expect([gaps(), take('B')]).toEqual([[], 'B001']);
    expect(before).toContain('"A":1');
  });

  it('that takes no record gives no number and writes no row', () => {
    const { folder, ledger, logger, take, gaps } = start();
    take();
    // A folder where the draft should be is what root meets with too.
    mkdirSync(`${recordIn(folder)}.new`);
    expect([take(), take(), take('B')]).toEqual([null, null, null]);
    expect(ledger.onDay(wednesday)).toHaveLength(1);
    rmdirSync(`${recordIn(folder)}.new`);
    expect([take(), take('B'), gaps()]).toEqual(['A002', 'B001', []]);
    expect(logger.entries.map(({ level }) => level)).toEqual(['error', 'info']);
  });

  it('gives no numbers while the journal lives in memory', () => {
    const folder = join(temporaryFolder(), 'not-made');
    const { journal, ledger, take } = start(folder);
    expect([journal.isDurable, take(), ledger.onDay(wednesday), existsSync(folder)]).toEqual([false, null, [], false]);
  });
});

describe('a kiosk that died', () => {
  it('after the record was written leaves a gap in the journal, and no number twice', () => {
    const folder = usedFolder();
    writeFileSync(
      recordIn(folder),
      JSON.stringify({ form: 1, days: [{ day: wednesday, numberBase: 0, last: { A: 3, B: 1 } }] }),
    );
    const { take, gaps } = start(folder);
    expect([take(), take(), gaps()]).toEqual(['A004', 'A005', [[wednesday, 'A', 3, 3]]]);
  });

  it('leaves no draft of the record that matters', () => {
    const folder = usedFolder();
    writeFileSync(`${recordIn(folder)}.new`, '{"form":1,"da');
    const { take, logger } = start(folder);
    expect([take(), logger.entries, readdirSync(folder).includes('queue-numbers.json.new')]).toEqual([
      'A003',
      [],
      false,
    ]);
  });
});

describe('a journal that was lost', () => {
  it('is followed by the record: no number twice, and what it held is a gap of the new one', () => {
    const folder = usedFolder();
    spoil(journalIn(folder));
    const { take, gaps, end } = start(folder);
    expect(take()).toBe('A003');
    const adopted = [
      [wednesday, 'A', 1, 2],
      [wednesday, 'B', 1, 1],
    ];
    expect(gaps()).toEqual(adopted);
    end();
    // From then on the new journal knows the other prefix too.
    spoil(recordIn(folder));
    const next = start(folder);
    expect([next.take('B'), next.take(), next.gaps()]).toEqual(['B002', 'A004', adopted]);
  });

  it('and was deleted is followed by it as well', () => {
    const folder = usedFolder();
    rmSync(journalIn(folder));
    expect(start(folder).take()).toBe('A003');
  });
});

describe.each([
  ['spoilt', spoil],
  ['of no bytes', (path: string) => writeFileSync(path, '')],
  ['of another form', (path: string) => writeFileSync(path, '{"form":2,"days":[]}')],
  [
    'with a number that cannot be',
    (path: string) => writeFileSync(path, `{"form":1,"days":[{"day":"${wednesday}","numberBase":0,"last":{"A":-5}}]}`),
  ],
  ['a folder', (path: string) => mkdirSync(path)],
])('a record that is %s', (what, spoilRecord) => {
  it('is told to staff and mended from the journal', () => {
    const folder = usedFolder();
    rmSync(recordIn(folder));
    spoilRecord(recordIn(folder));
    const { take, logger } = start(folder);
    expect(logger.entries[0]).toMatchObject({ level: 'error', message: expect.stringContaining('cannot be used') });
    if (what === 'a folder') {
      // It cannot be replaced; a person has to take it away.
      expect(take()).toBeNull();
      rmdirSync(recordIn(folder));
    }
    expect(take()).toBe('A003');
    expect(start(folder).logger.entries).toEqual([]);
  });
});

describe('journal and record lost together', () => {
  it('go on at a number that nobody can have, each time anew', () => {
    const folder = usedFolder();
    for (const expected of [20_001, 30_001, 40_001]) {
      spoil(journalIn(folder));
      spoil(recordIn(folder));
      const { take, end } = start(folder, noon + expected);
      expect([take(), take('B'), take()]).toEqual([`A${expected}`, `B${expected}`, `A${expected + 1}`]);
      end();
      rmSync(recordIn(folder));
      const next = start(folder);
      expect([next.take(), next.take('D')]).toEqual([`A${expected + 2}`, `D${expected}`]);
      next.end();
    }
  });

  it('do so too where no trace of the journal is left but the spoilt record', () => {
    const folder = usedFolder();
    rmSync(journalIn(folder));
    spoil(recordIn(folder));
    const { take } = start(folder);
    expect([take(), take('B'), take('A', { day: '2026-07-23' })]).toEqual(['A10001', 'B10001', 'A001']);
  });

  it('and after the eighth time on one day give none until the next', () => {
    const folder = usedFolder();
    for (let time = 0; time < 9; time += 1) {
      writeFileSync(`${journalIn(folder)}.damaged-20260722T0${time}0000Z`, '');
    }
    rmSync(journalIn(folder));
    rmSync(recordIn(folder));
    const { take, logger } = start(folder);
    expect(take()).toBeNull();
    expect(logger.entries.at(-1)).toMatchObject({ level: 'error', message: expect.stringContaining('until tomorrow') });
    expect(take('A', { day: '2026-07-23' })).toBe('A001');
  });

  it('begin at 1 where the journal was moved aside on a day before, or never', () => {
    const folder = temporaryFolder();
    expect(start().take()).toBe('A001');
    // 23:59 of the day before at the office.
    writeFileSync(`${journalIn(folder)}.damaged-20260721T165900Z`, '');
    expect(start(folder).take()).toBe('A001');
    const other = temporaryFolder();
    writeFileSync(`${journalIn(other)}.orphan-20260721T170000Z-2-wal`, '');
    expect(start(other).take()).toBe('A20001');
  });
});

describe('visits', () => {
  it('are in no file once they are forgotten', () => {
    const { folder, journal, ledger, take } = start();
    take('A', { visit: visitOf('cua-rieng-toi') });
    expect(journalBytes(folder).includes('cua-rieng-toi')).toBe(true);
    ledger.forgetVisits();
    journal.checkpoint();
    expect(journalBytes(folder).includes('cua-rieng-toi')).toBe(false);
    expect(readFileSync(recordIn(folder)).includes('cua-rieng-toi')).toBe(false);
  });

  it('outlive a crash for half an hour, not longer, and not a clock set back', () => {
    const visit = visitOf('an');
    const isKnownAt = (text: string): boolean => {
      const { folder, take, end } = start();
      take('A', { visit, takenAtMs: noon });
      end();
      return (start(folder, at(text)).ledger.takenBy(visit, wednesday) ?? []).length === 1;
    };
    const times = ['12:29:00', '12:31:00', '11:59:00', '11:20:00'];
    expect(times.map((time) => isKnownAt(`${wednesday} ${time}`))).toEqual([true, false, true, false]);
  });

  it('of the day before are forgotten with the first number of the next', () => {
    const { journal, take } = start();
    take();
    take('A', { day: '2026-07-23' });
    expect(rows(journal, 'SELECT day FROM queue_ticket WHERE visit IS NOT NULL')).toEqual([['2026-07-23']]);
  });

  it('are not written about where there are none', () => {
    const { journal, ledger } = start();
    journal.read((reader) => reader.prepare('PRAGMA query_only = ON').run());
    ledger.forgetVisits();
    expect(rows(journal, 'SELECT count(*) FROM queue_ticket')).toEqual([[0]]);
  });
});

describe('old tickets', () => {
  it('go after 92 days with numbers; the last number of each day stays for ever', () => {
    const { journal, take } = start();
    const days = Array.from({ length: 95 }, (_none, index) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    );
    for (const day of days) {
      take('A', { day });
      take('A', { day });
    }
    expect(rows(journal, 'SELECT min(day), count(*) FROM queue_ticket')).toEqual([[days[3], 184]]);
    expect(rows(journal, 'SELECT count(*), sum(last) FROM queue_counter')).toEqual([[95, 190]]);
    expect(take('A', { day: days[0] })).toBe('A003');
  });

  it('stay where a clock jumped years ahead and came back', () => {
    const { take, ledger } = start();
    take();
    take('A', { day: '2099-01-01' });
    expect([take(), ledger.onDay(wednesday)?.length]).toEqual(['A002', 2]);
  });
});
