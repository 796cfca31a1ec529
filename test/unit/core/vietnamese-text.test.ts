import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedTerms, foldVietnamese, tokenise } from '../../../main/core/vietnamese-text.ts';

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
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join(' ');
        expect(foldedTerms(text)).toEqual(tokenise(text).map((token) => token.folded));
        expect(foldedTerms(text.normalize('NFD'))).toEqual(foldedTerms(text));
      }),
    );
  });
});
