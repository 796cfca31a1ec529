/** Cutting and marking text: nothing is lost, whatever the source is like. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightParts } from '../../../renderer/wording/highlight-parts.ts';
import { longestLine, shortenLine } from '../../../renderer/wording/shorten-line.ts';

describe('shortenLine', () => {
  it('leaves short lines whole', () => {
    expect(shortenLine(' Tờ khai ')).toEqual({ shown: 'Tờ khai', isCut: false });
  });

  it('cuts at a clause near the end, else between words', () => {
    const clause = `${'a'.repeat(90)}; ${'b'.repeat(80)}`;
    expect(shortenLine(clause).shown).toBe(`${'a'.repeat(90)}…`);
    const words = shortenLine('giấy tờ '.repeat(40));
    expect(words.shown.endsWith('giấy…') || words.shown.endsWith('tờ…')).toBe(true);
  });

  it('keeps to the limit and to the beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9000, unit: 'grapheme' }), (text) => {
        const { shown, isCut } = shortenLine(text);
        expect(shown.length).toBeLessThanOrEqual(longestLine);
        expect(text.trim().startsWith(isCut ? shown.slice(0, -1) : shown)).toBe(true);
        expect(shown.isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('highlightParts', () => {
  it('marks what matched', () => {
    expect(highlightParts('Đăng ký khai sinh', [[8, 17]])).toEqual([
      { text: 'Đăng ký ', isMarked: false, start: 0 },
      { text: 'khai sinh', isMarked: true, start: 8 },
    ]);
  });

  it('gives the text again for any ranges, with parts in order and none empty', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
        const parts = highlightParts(text, ranges);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        expect(new Set(parts.map((part) => part.start)).size).toBe(parts.length);
      }),
    );
  });
});
