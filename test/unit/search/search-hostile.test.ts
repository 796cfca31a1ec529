/** Whatever is typed or pasted, the search over the project's own catalogue and words answers, and its work stays bounded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumQueryLength } from '../../../main/contract/search.ts';
import { highlightsIn, wantedWords } from '../../../main/core/search/highlights.ts';
import { mostCandidates } from '../../../main/core/search/ranking-weights.ts';
import { bundledProcedures, indexOf, projectLexicon } from './index-fixtures.ts';

const mostWords = 40;
/** The typed one and those of the lexicon's entries for the same words; an entry has four at most. */
const mostWordings = 20;
const index = indexOf(bundledProcedures(), projectLexicon());

/** Asserts what must hold for any question, and gives the codes found. */
function answered(words: string): string[] {
  const { question, procedures } = index.search(words);
  expect(question.words.length).toBeLessThanOrEqual(mostWords);
  expect(question.isFiller).toHaveLength(question.words.length);
  expect(question.concepts.length).toBeLessThanOrEqual(question.words.length);
  for (const { start, end, wordings } of question.concepts) {
    expect(end > start && end <= question.words.length).toBe(true);
    expect(wordings.length).toBeLessThanOrEqual(mostWordings);
  }
  expect((question.corrected ?? '').length).toBeLessThanOrEqual(2 * maximumQueryLength);
  expect(procedures.length).toBeLessThanOrEqual(mostCandidates);
  expect(procedures.every(({ score }) => Number.isFinite(score) && score > 0)).toBe(true);
  expect(new Set(procedures.map(({ code }) => code)).size).toBe(procedures.length);
  const completions = index.complete(words.slice(0, maximumQueryLength));
  expect(completions.length).toBeLessThanOrEqual(6);
  expect(completions.every((text) => text.length > 0)).toBe(true);
  highlightsIn('Đăng ký khai sinh', wantedWords(question));
  return procedures.map(({ code }) => code);
}

const zalgo = Array.from('khai sinh', (letter) => letter + '\u0300\u0301\u0302\u0489\u0336'.repeat(20)).join('');

describe('the search', () => {
  it.each([
    ['nothing', ''],
    ['spaces of all kinds', ' \t\n\u00A0\u3000\u2028\u200B'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['10,000 letters with accents', 'ằ'.normalize('NFD').repeat(10_000)],
    ['5,000 words', Array.from({ length: 5000 }, (_none, word) => `w${word}`).join(' ')],
    ['5,000 light words', 'cho của và thì là '.repeat(1000)],
    ['5,000 askers and subjects', 'phí gì bao nhiêu giá nào '.repeat(1000)],
    ['5,000 times a word of many synonyms', 'mất '.repeat(5000)],
    ['one letter a thousand times', 'a'.repeat(1000)],
    ['one letter a thousand times, apart', 'a '.repeat(1000)],
    ['one syllable joined to itself', 'khaisinh'.repeat(500)],
    ['emoji', '😀👍🏽👨‍👩‍👧‍👦🇻🇳'.repeat(50)],
    ['control characters', '\u0000\u0001\u0007\u001b[31m\u007f\u0085'],
    ['marks without letters', '\u0301\u0323\u0489'.repeat(500)],
    ['lone surrogates', '\ud83d \udc00 a\ud800b \udfff'],
    ['SQL', `'; DROP TABLE procedures; -- " OR 1=1 UNION SELECT * FROM x WHERE a LIKE '%%'`],
    ['a regular expression', '^(((a+)+)+)+$|[a-z]{1000,}(?=\\p{L}).*?\\1++'],
    ['a path', '../../../../etc/passwd\u0000.json'],
    ['HTML', '<script>alert(1)</script>&lt;img src=x onerror=1&gt;'],
    ['names of object members', '__proto__ constructor toString hasOwnProperty valueOf'],
    ['the separators of the index', '+khai sinh \n+ky \uFFFF \u0000 …'],
    ['numbers', '1 '.repeat(500) + '9'.repeat(500)],
    ['ligatures that fold to many letters', 'ﷺ㍿ﬃ½⑴㏂'.repeat(100)],
  ])('answers %s', (_what, words) => {
    answered(words);
    answered(words.toUpperCase());
  });

  it.each([
    ['zalgo', zalgo],
    ['right to left', '\u202ekhai sinh\u202c \u2067שלום\u2069'],
    ['hidden characters', 'k\u200bhai\u00ad s\u2060inh'],
    ['full-width letters', 'ｋｈａｉ　ｓｉｎｈ'],
    ['10,000 characters of the same', 'khai sinh '.repeat(1000)],
    ['emoji in between', '👶khai😀sinh👶'],
    ['SQL behind', "khai sinh'; DROP TABLE procedures"],
  ])('finds what stands in %s', (_what, words) => {
    expect(answered(words)).toContain('1.001193');
  });

  it('hears the beginning of what is far too long', () => {
    const long = `khai sinh ${'x'.repeat(maximumQueryLength)} giấy phép xây dựng ${'z '.repeat(1000)}`;
    expect(answered(long)).toEqual(answered(long.slice(0, maximumQueryLength)));
  });

  it('answers any text, the same text always the same way, and forgets it', () => {
    const sane = answered('đăng ký khai sinh');
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        'mất',
        'không',
        'chưa kết hôn',
        'nhận',
        'về nuôi',
        'sổ',
        'dk',
        'ddawng',
        'CT 01',
        '1.0',
        'phí',
        'gì',
        'khaisinh',
        'xây dựngg',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(' ', '', '\n', '-'), (pieces, between) => {
        const words = pieces.join(between);
        const first = answered(words);
        expect(answered(words)).toEqual(first);
        expect(answered('đăng ký khai sinh')).toEqual(sane);
      }),
    );
  });
});
