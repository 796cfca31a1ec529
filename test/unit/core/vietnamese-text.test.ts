import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedTerms, foldedWords, foldVietnamese, tokenise } from '../../../main/core/vietnamese-text.ts';
import { differentWords, sameWords } from './word-spellings.ts';

const bases = 'aăâeêioôơuưy';
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
/** All 134 accented letters of Vietnamese and their capitals, composed. */
const letters = Array.from(bases)
  .flatMap((base) => tones.map((tone) => (base + tone).normalize('NFC')))
  .concat('đ')
  .flatMap((letter) => [letter, letter.toUpperCase()])
  .filter((letter) => !/^[a-z]$/i.test(letter));

describe('folding', () => {
  it('turns each of the 134 accented letters into plain ASCII', () => {
    expect(letters).toHaveLength(134);
    for (const letter of letters) {
      expect(foldVietnamese(letter), letter).toMatch(/^[a-z]$/);
    }
  });

  it('makes written, shouted, accent-less and decomposed forms the same', () => {
    const forms = ['Đăng ký khai sinh', 'ĐĂNG KÝ KHAI SINH', 'dang ky khai sinh', 'Đăng ký khai sinh'.normalize('NFD')];
    expect(new Set(forms.map(foldVietnamese))).toEqual(new Set(['dang ky khai sinh']));
  });

  it('is idempotent and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text));
      }),
    );
  });
});

/** Texts that made other searches fall over. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\ud83d',
    '\udc00a\ud800',
    `k${'\u0300\u0301\u0302\u0489'.repeat(300)}hai`,
    '\u202eשלום عليكم\u202c',
    'ﷺ ㈱ ½ ™ №1 ⑴',
    'khai sinh '.repeat(1000),
    'đ'.repeat(10_000),
    '\u0301'.repeat(10_000),
    '\u0000\u0007\u200b',
  ),
);

describe('any text at all', () => {
  it('is cut and folded without an exception, into terms that are letters and digits of some kind', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (parts) => {
        const text = parts.join('');
        expect(tokenise(text).every(({ folded }) => folded !== '')).toBe(true);
        expect(foldedTerms(text).every((term) => /[\p{L}\p{N}]/u.test(term))).toBe(true);
        expect(foldedWords(text)).toBe(foldedTerms(text).join(' '));
      }),
    );
  });
});

describe('tokens', () => {
  it('know where they stand in the accented original', () => {
    const text = 'Cấp thẻ căn-cước: CT01';
    expect(tokenise(text).map((token) => text.slice(token.start, token.end))).toEqual([
      'Cấp',
      'thẻ',
      'căn',
      'cước',
      'CT01',
    ]);
  });

  it('keep a procedure code whole, with and without its dot', () => {
    expect(tokenise('mã 1.001193?').map((token) => token.folded)).toEqual(['ma', '1001193']);
    expect(tokenise('1001193').map((token) => token.folded)).toEqual(['1001193']);
  });

  it('are in order, apart and inside the text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          end = token.end;
        }
      }),
    );
  });

  it('are the same folded one by one and all at once', () => {
    const words = fc.constantFrom(
      'Đăng',
      'ký',
      'khai-sinh',
      '1.001193',
      'CT01',
      '(mẫu',
      'số',
      'TT-BCA);',
      '\n',
      'thuỷ',
      '0,5',
      ...sameWords.flat(),
      ...differentWords.flat(),
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join(' ');
        expect(foldedTerms(text)).toEqual(tokenise(text).map((token) => token.folded));
        expect(foldedTerms(text.normalize('NFD'))).toEqual(foldedTerms(text));
        expect(foldedTerms(foldedWords(text))).toEqual(foldedTerms(text));
      }),
    );
  });
});
