import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../main/core/search/build-search-index.ts';
import { openSearchIndex } from '../../../main/core/search/open-search-index.ts';
import { loadSearchIndex, type SearchIndex } from '../../../main/core/search/search-index.ts';
import { makeDocument, makeGroup, makeProcedure } from '../../fakes/printing-procedures.ts';
import { testLexicon } from './test-lexicon.ts';

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
    documentGroups: [makeGroup('g1', 'part', null, [makeDocument('Bản vẽ móng cừ tràm, mẫu TK1-TS')])],
  }),
  makeProcedure({
    code: '1.013227',
    name: 'Gia hạn giấy phép xây dựng',
    shortTitle: 'Gia hạn giấy phép xây dựng',
    aliases: [],
  }),
  makeProcedure({ code: '1.000656', name: 'Thủ tục đăng ký khai tử', shortTitle: 'Đăng ký khai tử', aliases: [] }),
  makeProcedure({ code: '1.014064', name: 'Cấp lại thẻ căn cước', shortTitle: 'Cấp lại thẻ căn cước', aliases: [] }),
  makeProcedure({ code: '1.000001', name: 'Nuôi mạ non', shortTitle: 'Nuôi mạ non', aliases: [] }),
  makeProcedure({ code: '1.000002', name: 'Nuôi má già', shortTitle: 'Nuôi má già', aliases: [] }),
];
const bytes = buildSearchIndex(procedures, testLexicon);
const index = loaded();

function loaded(): SearchIndex {
  const found = loadSearchIndex(bytes, testLexicon);
  if (found === null) {
    throw new Error('the index just built cannot be loaded');
  }
  return found;
}

function codesFor(words: string): string[] {
  return index.search(words).procedures.map((hit) => hit.code);
}

describe('the search', () => {
  it.each([
    'đăng ký khai sinh',
    'dang ky khai sinh',
    'ĐĂNG KÍ KHAI SINH',
    'đăng ký khai sinh'.normalize('NFD'),
    'ddawng kys khai sinh',
    'd9a8ng ky1 khai sinh',
    'dangkykhaisinh',
    'dang ky khia sinh',
    'đăng ký khai sjnh',
    'dk khai sinh',
    'em muốn hỏi đăng ký khai sinh cần giấy tờ gì ạ',
  ])('puts the procedure of that very name first: %s', (words) => {
    expect(codesFor(words)[0]).toBe('1.001193');
  });

  it.each([
    ['a code', '1.013225', '1.013225'],
    ['a code without its dot', '1013225', '1.013225'],
    ['a code with a space', '1 013225', '1.013225'],
    ['an unfinished code', '1.0132', '1.013225'],
    ['an alias', 'cuoi', '1.000894'],
    ['the beginning of a word', 'ket ho', '1.000894'],
    ['a word with an error', 'kett hon', '1.000894'],
    ['its English name', 'marriage', '1.000894'],
    ['a paper that is asked for', 'cừ tràm', '1.013225'],
    ['the number of a form', 'TK1-TS', '1.013225'],
    ["a citizen's word", 'vợ đẻ', '1.001193'],
    ['died', 'bố em vừa mất', '1.000656'],
    ['lost', 'mất căn cước', '1.014064'],
    ['exact accents before folded ones', 'nuôi má', '1.000002'],
    ['exact accents before folded ones, the other way', 'nuôi mạ', '1.000001'],
  ])('finds by %s', (_by, words, code) => {
    expect(codesFor(words)[0]).toBe(code);
  });

  it.each([
    ['kết hôn mất bao lâu', 'time'],
    ['kết hôn cần giấy tờ gì', 'papers'],
    ['đăng ký kết hôn', null],
  ])('tells what is asked: %s', (words, aspect) => {
    const { question, procedures: found } = index.search(words);
    expect(question.aspect).toBe(aspect);
    expect(found[0]?.code).toBe('1.000894');
  });

  it('tells of a life event', () => {
    expect(index.search('vợ mới sinh').question.lifeEvent).toBe('sinh-con');
    expect(index.search('kết hôn').question.lifeEvent).toBeNull();
  });

  it('says how it understood a question with an error in a word that counts', () => {
    expect(index.search('đăng ký khia sinh').question.corrected).toBe('đăng ký khai sinh');
    expect(index.search('đăng ký khai sinh').question.corrected).toBeNull();
  });

  it('groups what is about the same thing', () => {
    const groups = index
      .search('giấy phép xây dựng')
      .procedures.slice(0, 2)
      .map((hit) => hit.group);
    expect(groups[0]).not.toBeNull();
    expect(groups[1]).toBe(groups[0]);
    expect(index.groupTitle(groups[0] ?? '')).toBe('Giấy phép xây dựng');
    expect(index.search('căn cước').procedures[0]?.group).toBeNull();
  });

  it('completes a question by names that go on so', () => {
    expect(index.complete('đăng ký k')).toEqual([
      'Đăng ký khai sinh',
      'đăng ký khai sinh lần nữa',
      'Đăng ký kết hôn',
      'Đăng ký khai tử',
    ]);
    expect(index.complete('em muốn gia ha')).toEqual(['em muốn gia hạn giấy phép xây dựng']);
    expect(index.complete('gia hạn ')).toEqual(['Gia hạn giấy phép xây dựng']);
    expect(index.complete('xây nhà cần gì')).toEqual([]);
    expect(index.complete('gì')).toEqual([]);
    expect(index.complete('giấ')).toEqual(['Giấy phép xây dựng']);
  });

  it('answers every beginning of a question, and never with less than the letters bear out', () => {
    const question = 'đăng ký kết hôn';
    for (let length = 1; length <= question.length; length += 1) {
      expect(codesFor(question.slice(0, length)).length, question.slice(0, length)).toBeGreaterThan(0);
    }
  });

  it.each([
    ['nothing', ''],
    ['only spaces', '   '],
    ['only emoji', '😀😀👍🏽'],
    ['10,000 characters', 'khai sinh '.repeat(1000)],
    ['5,000 words', Array.from({ length: 5000 }, (_, word) => `w${word}`).join(' ')],
    ['one letter a thousand times', 'a'.repeat(1000)],
    ['SQL', '" OR 1=1 --'],
    ['a regular expression', '(((a+)+)+)+$ [a-z]{1000,} \\p{L}'],
    ['a lone surrogate', '\ud83d'],
    ['control characters', '\u0000\u0007\u202e'],
    ['zalgo', 'k\u0300\u0301\u0302\u0303\u0304\u0305h\u0306\u0307ai sinh'],
    ['right to left', '\u202eשלום khai sinh'],
    ['names of object members', '__proto__ constructor toString hasOwnProperty'],
  ])('answers %s without an exception', (_what, words) => {
    expect(Array.isArray(codesFor(words))).toBe(true);
  });

  it('finds nothing where nothing is asked', () => {
    expect(codesFor(' \t ')).toEqual([]);
    expect(codesFor('😀')).toEqual([]);
  });

  it('answers any text at all, the same text always the same way, best first', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('đăng', 'ký', 'khai sinh', 'mất', 'k', 'ko', '1.0', 'giấy phép', ' ', 'xây dựngg', 'cccd'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const words = pieces.join(' ');
        const scores = index.search(words).procedures.map((hit) => hit.score);
        expect(scores.every((score) => Number.isFinite(score) && score > 0)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(index.search(words).procedures.map((hit) => hit.score)).toEqual(scores);
        expect(index.complete(words).length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('raises what is asked for often, never above what fits better', () => {
    const plain = index.search('đăng ký khai sinh').procedures;
    const asked = index.search('đăng ký khai sinh', {
      demandOf: (code) => (code === '1.004884' ? 1_000_000 : 0),
    }).procedures;
    const scoreOf = (list: typeof plain) => list.find((hit) => hit.code === '1.004884')?.score ?? 0;
    expect(scoreOf(asked)).toBeGreaterThan(scoreOf(plain));
    expect(asked[0]?.code).toBe('1.001193');
  });
});

describe('the index file', () => {
  it('is the same for the same procedures', () => {
    expect(Buffer.from(buildSearchIndex(procedures, testLexicon)).equals(bytes)).toBe(true);
  });

  it.each([
    ['missing', null],
    ['empty', new Uint8Array()],
    ['cut short', bytes.slice(0, -20)],
    ['cut in its head', bytes.slice(0, 40)],
    ['foreign', new TextEncoder().encode('{"some":"json"}')],
    ['of another analysis', withOtherHash()],
  ])('is refused when it is %s, and built anew', (_how, file) => {
    expect(file === null ? null : loadSearchIndex(file, testLexicon)).toBeNull();
    let rebuilt = 0;
    const source = { searchIndex: () => file, searchWords: () => testLexicon, procedures: () => procedures };
    const anew = openSearchIndex(source, () => {
      rebuilt += 1;
    });
    expect(rebuilt).toBe(1);
    expect(anew.search('kết hôn').procedures[0]?.code).toBe('1.000894');
  });

  it('is refused, never half read, whichever byte of its head is changed', () => {
    const head = Buffer.from(bytes).indexOf('}}') + 2;
    for (let place = 0; place < head; place += 7) {
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 0x15;
      const found = loadSearchIndex(changed, testLexicon);
      expect(found === null || found.search('kết hôn').procedures[0]?.code === '1.000894', String(place)).toBe(true);
    }
  });

  it('is used without citizens’ words of a shape this version does not know, and that is told', () => {
    const source = { searchIndex: () => bytes, searchWords: () => ({ synonyms: 1 }), procedures: () => procedures };
    const troubles: string[] = [];
    const plain = openSearchIndex(source, (trouble) => troubles.push(trouble));
    expect(troubles).toEqual(['words']);
    expect(plain.search('kết hôn').procedures[0]?.code).toBe('1.000894');
    expect(plain.search('vợ đẻ').procedures).toEqual([]);
  });
});

function withOtherHash(): Uint8Array {
  const text = '"optionsHash":"';
  const at = Buffer.from(bytes).indexOf(text) + text.length;
  const changed = bytes.slice();
  changed[at] = changed[at] === 0x61 ? 0x62 : 0x61;
  return changed;
}
