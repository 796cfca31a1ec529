/** Rows have one order and one hash, whatever order they came in; what cannot be a row is refused. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAbout, withNumber } from '../../../../main/core/catalogue/rows/about-row.ts';
import { isRowKey, rowsSha256, sortedRows } from '../../../../main/core/catalogue/rows/catalogue-rows.ts';
import { reasonOf } from './some-rows.ts';

const about = { number: 0, dataDate: '2026-07-01', profile: 'all', levels: null, province: null, sources: ['x.jsonl'] };

describe('rows', () => {
  it('are in the order of their keys and hashed as lines', () => {
    const rows = sortedRows([
      ['tile/02', '{"b":1}'],
      ['about', '"ố"'],
    ]);
    expect([...rows.keys()]).toEqual(['about', 'tile/02']);
    const lines = 'about\t"ố"\ntile/02\t{"b":1}\n';
    expect(rowsSha256(rows)).toBe(createHash('sha256').update(lines).digest('hex'));
  });

  it('are hashed as the same lines when they are long', () => {
    const long = JSON.stringify('ố'.repeat(300_000));
    const rows = sortedRows(['tile/01', 'tile/02', 'tile/03'].map((key) => [key, long]));
    const lines = [...rows].map(([key, text]) => `${key}\t${text}\n`).join('');
    expect(rowsSha256(rows)).toBe(createHash('sha256').update(lines).digest('hex'));
  });

  it.each([
    ['a key twice', ['about', '1', 'about', '2'], 'wrong-content'],
    ['a line break', ['about', '1\n'], 'wrong-content'],
    ['half a surrogate pair', ['about', '"\uD801"'], 'wrong-content'],
    ['no text', ['about', ''], 'wrong-content'],
    ['a key with a tab', ['a\tb', '1'], 'wrong-content'],
    ['a row of 16 MB', ['about', 'x'.repeat(16 * 1024 * 1024 + 1)], 'too-large'],
  ])('refuse %s', (_what, [firstKey = '', firstText = '', secondKey, secondText], reason) => {
    const first = [firstKey, firstText] as const;
    const entries = secondKey === undefined ? [first] : [first, [secondKey, secondText ?? ''] as const];
    expect(reasonOf(() => sortedRows(entries))).toBe(reason);
  });

  it('refuse more than 200,000', () => {
    const entries = Array.from({ length: 200_001 }, (_none, index) => [`tile/${index}`, '1'] as const);
    expect(reasonOf(() => sortedRows(entries))).toBe('too-large');
  });
});

describe('isRowKey', () => {
  it('knows kinds and names', () => {
    expect(['about', 'search-words', 'procedure/1.000001.000.00.00.H29', 'life-event/be-1'].every(isRowKey)).toBe(true);
    expect(['', '/x', 'about/', 'About', 'a/b/c', 'a/../b', 'tile/.', '__proto__'].some(isRowKey)).toBe(false);
  });
});

describe('the row about', () => {
  const rows = sortedRows([['about', JSON.stringify(about)]]);

  it('is given another number for publishing, and nothing else changes', () => {
    expect(readAbout(withNumber(rows, 7))).toEqual({ ...about, number: 7 });
    expect(withNumber(withNumber(rows, 7), 0)).toEqual(rows);
  });

  it.each([
    ['is missing', sortedRows([['tile/01', '1']])],
    ['is not JSON', sortedRows([['about', '{']])],
    ['has a key of its own', sortedRows([['about', JSON.stringify({ ...about, more: 1 })]])],
  ])('is refused when it %s', (_what, wrong) => {
    expect(reasonOf(() => readAbout(wrong))).toBe('wrong-content');
  });
});
