import { describe, expect, it } from 'vitest';
import { rankOf, recallAt10, scoreAnswers, scorePrefixes } from '../../../scripts/bench-search/scoring.ts';

const others = Array.from({ length: 20 }, (_, index) => `other-${index}`);

function answeredAt(place: number) {
  return { codes: ['right', 'right too'], found: [...others.slice(0, place - 1), 'right', ...others.slice(place - 1)] };
}

describe('a place', () => {
  it('is that of the first right code', () => {
    expect(rankOf({ codes: ['b', 'c'], found: ['a', 'c', 'b'] })).toBe(2);
  });

  it.each([
    ['nothing was found', []],
    ['it stands eleventh', [...others.slice(0, 10), 'right']],
  ])('is none where %s', (_why, found) => {
    expect(rankOf({ codes: ['right'], found })).toBeNull();
  });
});

describe('the scores of answers', () => {
  it('count who stands among the first, and one over the place', () => {
    const scores = scoreAnswers([answeredAt(1), answeredAt(3), answeredAt(5), answeredAt(11)]);
    expect(scores).toEqual({
      questions: 4,
      success1: 0.25,
      success3: 0.5,
      success5: 0.75,
      mrr10: (1 + 1 / 3 + 1 / 5) / 4,
    });
  });

  it('are none without answers', () => {
    expect(() => scoreAnswers([])).toThrow('nothing to average');
  });
});

describe('recall', () => {
  it('is the share of the codes in the first ten, averaged', () => {
    expect(
      recallAt10([
        { codes: ['a', 'b'], found: ['x', 'a', 'y'] },
        { codes: ['a'], found: ['a'] },
        { codes: ['a'], found: [...others.slice(0, 10), 'a'] },
      ]),
    ).toBe(0.5);
  });

  it('asks for ten at most, and counts a code named twice once', () => {
    const twelve = others.slice(0, 12);
    expect(recallAt10([{ codes: twelve, found: twelve }])).toBe(1);
    expect(recallAt10([{ codes: ['a', 'b'], found: ['a', 'a'] }])).toBe(0.5);
  });
});

describe('the keys typed', () => {
  it('have a middle and a ninetieth percentile among names found, and a share never found', () => {
    const typed = [10, 3, 4, 5, 6, 7, 8, 9, null, null];
    expect(scorePrefixes(typed)).toEqual({ names: 10, median: 6, ninetieth: 10, never: 0.2 });
    expect(scorePrefixes([null])).toEqual({ names: 1, median: null, ninetieth: null, never: 1 });
  });
});
