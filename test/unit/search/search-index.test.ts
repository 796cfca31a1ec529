import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../main/core/search/build-search-index.ts';
import { openSearchIndex } from '../../../main/core/search/open-search-index.ts';
import { loadSearchIndex } from '../../../main/core/search/search-index.ts';
import { makeDocument, makeGroup, makeProcedure } from '../../fakes/printing-procedures.ts';

const procedures = [
  makeProcedure({ code: '1.001193', name: 'Thủ tục đăng ký khai sinh', shortTitle: 'Đăng ký khai sinh', aliases: [] }),
  makeProcedure({
    code: '1.004884',
    name: 'Thủ tục đăng ký lại khai sinh',
    shortTitle: 'Đăng ký lại khai sinh',
    aliases: ['đăng ký khai sinh lần nữa'],
  }),
  makeProcedure({
    code: '1.000894',
    name: 'Thủ tục đăng ký kết hôn',
    shortTitle: 'Đăng ký kết hôn',
    aliases: ['cưới'],
    english: { shortTitle: 'Marriage registration', summary: 'Registers a marriage.' },
  }),
  makeProcedure({
    code: '1.013225',
    name: 'Cấp giấy phép xây dựng',
    shortTitle: 'Giấy phép xây dựng',
    aliases: [],
    documentGroups: [makeGroup('g1', 'part', null, [makeDocument('Bản vẽ móng cừ tràm')])],
  }),
];
const bytes = buildSearchIndex(procedures);

function codesFor(words: string): string[] {
  const index = loadSearchIndex(bytes);
  if (index === null) {
    throw new Error('the index just built cannot be loaded');
  }
  return index.search(words).map((hit) => hit.code);
}

describe('the search', () => {
  it.each(['đăng ký khai sinh', 'dang ky khai sinh', 'ĐĂNG KÝ KHAI SINH', 'đăng ký khai sinh'.normalize('NFD')])(
    'puts the procedure of that very name first: %s',
    (words) => {
      expect(codesFor(words).slice(0, 2)).toEqual(['1.001193', '1.004884']);
    },
  );

  it.each([
    ['a code', '1.013225', '1.013225'],
    ['a code without its dot', '1013225', '1.013225'],
    ['an alias', 'cuoi', '1.000894'],
    ['the beginning of a word', 'ket ho', '1.000894'],
    ['a word with an error', 'kett hon', '1.000894'],
    ['its English name', 'marriage', '1.000894'],
    ['a paper that is asked for', 'cừ tràm', '1.013225'],
  ])('finds by %s', (_by, words, code) => {
    expect(codesFor(words)[0]).toBe(code);
  });

  it('adds what shares only some words, below what has them all', () => {
    expect(codesFor('ket hon khai sinh').length).toBeGreaterThan(1);
    const index = loadSearchIndex(bytes);
    const scores = index?.search('đăng ký kết hôn').map((hit) => hit.score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it.each([
    ['nothing', ''],
    ['only spaces', '   '],
    ['only emoji', '😀😀👍🏽'],
    ['10,000 characters', 'khai sinh '.repeat(1000)],
    ['one letter a thousand times', 'a'.repeat(1000)],
    ['SQL', '" OR 1=1 --'],
    ['a lone surrogate', '\ud83d'],
    ['control characters', '\u0000\u0007\u202e'],
  ])('answers %s without an exception', (_what, words) => {
    expect(Array.isArray(codesFor(words))).toBe(true);
  });

  it('finds nothing where nothing is asked', () => {
    expect(codesFor(' \t ')).toEqual([]);
    expect(codesFor('😀')).toEqual([]);
  });

  it('answers any text at all', () => {
    const index = loadSearchIndex(bytes);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        for (const hit of index?.search(words) ?? []) {
          expect(Number.isFinite(hit.score)).toBe(true);
        }
      }),
    );
  });
});

describe('the index file', () => {
  it('is the same for the same procedures', () => {
    expect(Buffer.from(buildSearchIndex(procedures)).equals(bytes)).toBe(true);
  });

  it.each([
    ['damaged', bytes.slice(0, -20)],
    ['foreign', new TextEncoder().encode('{"some":"json"}')],
    [
      'of another analysis',
      new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/"optionsHash":"\w/, '"optionsHash":"x')),
    ],
  ])('is refused when it is %s, and built anew', (_how, file) => {
    expect(loadSearchIndex(file)).toBeNull();
    let rebuilt = 0;
    const index = openSearchIndex({ searchIndex: () => file, procedures: () => procedures }, () => {
      rebuilt += 1;
    });
    expect(rebuilt).toBe(1);
    expect(index.search('kết hôn')[0]?.code).toBe('1.000894');
  });
});
