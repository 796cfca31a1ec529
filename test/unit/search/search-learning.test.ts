/** What the kiosk learns from searches, with a store that only remembers what it was given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchGap } from '../../../main/contract/staff-methods.ts';
import { createGapCandidates } from '../../../main/core/search/gap-candidates.ts';
import { createSearchLearning, type LearningStore } from '../../../main/core/search/search-learning.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

/** 23:30 of 22 July in London is the morning of the 23rd at the office. */
const startMs = Date.UTC(2026, 6, 22, 23, 30);

function createTestLearning(openings: ReadonlyMap<string, number> = new Map()) {
  const gaps: SearchGap[] = [];
  const writes: [string, number][][] = [];
  const store: LearningStore = {
    isGap: (words) => gaps.some((gap) => gap.words === words),
    openings: () => openings,
    add: (counts) => {
      gaps.push(...counts.gaps);
      writes.push([...counts.openings]);
    },
  };
  const timer = createManualSchedule();
  let nowMs = startMs;
  const learning = createSearchLearning({ store, clock: { nowMs: () => nowMs }, schedule: timer.schedule });
  const sessions = (count: number, act: (number: number) => void): void => {
    for (let number = 0; number < count; number += 1) {
      act(number);
      learning.sessionEnded();
    }
  };
  const pass = (milliseconds: number): void => {
    nowMs += milliseconds;
    timer.advance(milliseconds);
  };
  return { learning, gaps, writes, sessions, pass };
}

describe('gaps', () => {
  it('are written down when the fifth session asked the same, and counted up once a session from then on', () => {
    const { learning, gaps, sessions, pass } = createTestLearning();
    sessions(4, () => learning.searched('Xin số nhà', 0));
    expect(gaps).toEqual([]);
    pass(48 * 3_600_000);
    sessions(1, () => learning.searched('xin so nha?', 0));
    const gap = { words: 'xin so nha', kind: 'no-result', firstDay: '2026-07-23', lastDay: '2026-07-25' };
    expect(gaps).toEqual([{ ...gap, sessions: 5 }]);
    sessions(2, () => {
      learning.searched('xin số nhà', 0);
      learning.searched('khác', 1);
      learning.searched('xin số nhà', 0);
    });
    expect(gaps.slice(1)).toEqual([
      { ...gap, sessions: 1, firstDay: '2026-07-25' },
      { ...gap, sessions: 1, firstDay: '2026-07-25' },
    ]);
  });

  it('are not what one citizen asks again and again', () => {
    const { learning, gaps, sessions } = createTestLearning();
    sessions(1, () => {
      for (let time = 0; time < 20; time += 1) {
        learning.searched('xin so nha', 0);
        learning.searched('ho khau', 1);
      }
    });
    expect(gaps).toEqual([]);
  });

  it('are not what a choice followed, be it a procedure or a life event, even on the second try', () => {
    const { learning, gaps, sessions } = createTestLearning();
    sessions(6, () => {
      learning.searched('khai sinh', 3);
      learning.opened('1.001193');
      learning.searched('sinh con', 3);
      learning.chosen();
      learning.searched('giay ket hon', 3);
      learning.searched('ly hon', 3);
      learning.searched('giay ket hon', 3);
      learning.opened('1.000894');
    });
    expect(gaps.map(({ words }) => words)).toEqual(['li hon', 'li hon']);
  });

  it('never hold what could be personal', () => {
    const { learning, gaps, sessions } = createTestLearning();
    sessions(9, () => {
      learning.searched('079201000123', 0);
      learning.searched('an@thu.vn', 0);
    });
    expect(gaps).toEqual([]);
  });

  it('are not made of a session that has not ended', () => {
    const { learning, gaps, sessions } = createTestLearning();
    sessions(4, () => learning.searched('xin so nha', 0));
    learning.searched('xin so nha', 0);
    learning.close();
    expect(gaps).toEqual([]);
  });

  it('stay few in memory however much is typed in one session', () => {
    const { learning, gaps, sessions } = createTestLearning();
    sessions(5, () => {
      for (let number = 0; number < 500; number += 1) {
        learning.searched(`${String.fromCodePoint(97 + (number % 26))}${number}`, 0);
      }
    });
    expect(gaps.length).toBe(100);
  });

  it('bear any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 8 }), (texts) => {
        const { learning, gaps, sessions } = createTestLearning();
        sessions(5, () => {
          for (const text of texts) {
            learning.searched(text, 0);
          }
        });
        for (const { words } of gaps) {
          expect(words).toMatch(/^[\p{L}\p{N} ]{1,80}$/u);
        }
      }),
    );
  });
});

describe('candidates', () => {
  it('are forgotten when others were asked since and there is no more room', () => {
    const candidates = createGapCandidates({ leastSessions: 2, capacity: 2 });
    const count = (words: string) => candidates.count(words, 'no-result', '2026-07-22');
    count('a');
    count('b');
    count('c');
    expect([count('a'), count('c')]).toEqual([null, expect.objectContaining({ words: 'c', sessions: 2 })]);
  });

  it('stay while they are asked again and again, and begin anew once they were counted', () => {
    const candidates = createGapCandidates({ leastSessions: 3, capacity: 2 });
    const count = (words: string) => candidates.count(words, 'no-result', '2026-07-22')?.sessions ?? null;
    expect(['a', 'b', 'a', 'c', 'a', 'a', 'a'].map(count)).toEqual([null, null, null, null, 3, null, null]);
  });
});

describe('the demand for a procedure', () => {
  it('is how many sessions opened it, those before the start included', () => {
    const { learning, sessions } = createTestLearning(new Map([['1.001193', 40]]));
    sessions(2, () => {
      learning.opened('1.001193');
      learning.opened('1.001193');
    });
    expect([learning.demandOf('1.001193'), learning.demandOf('9.999999')]).toEqual([42, 0]);
  });

  it('is written together, when nobody types, or when the session ends', () => {
    const { learning, writes, pass } = createTestLearning();
    learning.opened('1.001193');
    learning.opened('2.000815');
    pass(4_999);
    learning.searched('khai', 3);
    pass(4_999);
    expect(writes).toEqual([]);
    pass(1);
    expect(writes).toEqual([
      [
        ['1.001193', 1],
        ['2.000815', 1],
      ],
    ]);
    learning.opened('1.000894');
    learning.sessionEnded();
    pass(60_000);
    expect(writes.slice(1)).toEqual([[['1.000894', 1]]]);
  });

  it('is written when the kiosk is closed', () => {
    const { learning, writes } = createTestLearning();
    learning.opened('1.001193');
    learning.close();
    learning.close();
    expect(writes).toEqual([[['1.001193', 1]]]);
  });
});
