/** What the journal keeps of searches: counts that add up, and a limit on how many. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSearchCounts, type SearchCounts } from '../../../main/core/journal/search-counts.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { gapOf, openTestJournal } from './journal-fixtures.ts';

function openCounts(): SearchCounts {
  const journal = openTestJournal(temporaryFolder());
  onTestFinished(() => journal.close());
  return createSearchCounts(journal);
}

const noOpenings = new Map<string, number>();

describe('the counts of gaps', () => {
  it('add up, keep the first and the last day, and the kind of the last session', () => {
    const counts = openCounts();
    counts.add({ gaps: [gapOf('xin so nha')], openings: noOpenings });
    const once = gapOf('xin so nha', { sessions: 1, kind: 'no-choice', firstDay: '2026-07-25', lastDay: '2026-07-25' });
    counts.add({ gaps: [once], openings: noOpenings });
    expect(counts.gaps()).toEqual([
      { words: 'xin so nha', kind: 'no-choice', sessions: 6, firstDay: '2026-07-20', lastDay: '2026-07-25' },
    ]);
    expect([counts.isGap('xin so nha'), counts.isGap('xin so')]).toEqual([true, false]);
  });

  it('bear a clock that went back', () => {
    const counts = openCounts();
    counts.add({ gaps: [gapOf('xin so nha')], openings: noOpenings });
    const earlier = gapOf('xin so nha', { sessions: 1, firstDay: '2000-01-01', lastDay: '2000-01-01' });
    counts.add({ gaps: [earlier], openings: noOpenings });
    expect(counts.gaps()).toMatchObject([{ firstDay: '2000-01-01', lastDay: '2026-07-22' }]);
  });

  it('never begin with fewer sessions than may be written', () => {
    const counts = openCounts();
    counts.add({ gaps: [gapOf('xin so nha', { sessions: 1 })], openings: noOpenings });
    expect(counts.gaps()).toEqual([]);
  });

  it('are given most asked first', () => {
    const counts = openCounts();
    const gaps = [gapOf('b'), gapOf('a'), gapOf('c', { sessions: 9 }), gapOf('d', { lastDay: '2026-07-23' })];
    counts.add({ gaps, openings: noOpenings });
    expect(counts.gaps().map(({ words }) => words)).toEqual(['c', 'd', 'a', 'b']);
  });

  it('keep to a thousand; those asked longest ago go', () => {
    const counts = openCounts();
    counts.add({ gaps: [gapOf('lau roi', { sessions: 99, lastDay: '2026-07-21' })], openings: noOpenings });
    const gaps = Array.from({ length: 1_000 }, (_none, index) => gapOf(`moi ${index}`));
    counts.add({ gaps, openings: noOpenings });
    expect([counts.gaps().length, counts.isGap('lau roi')]).toEqual([1_000, false]);
  });
});

describe('the counts of openings', () => {
  it('add up by code', () => {
    const counts = openCounts();
    counts.add({ gaps: [], openings: new Map([['1.001193', 2]]) });
    counts.add({
      gaps: [],
      openings: new Map([
        ['1.001193', 1],
        ['2.000815', 1],
      ]),
    });
    expect(Object.fromEntries(counts.openings())).toEqual({ '1.001193': 3, '2.000815': 1 });
  });
});
