/** Where a hit shows why it was found: marks in the accented original, in order, apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightsIn, wantedWords } from '../../../main/core/search/highlights.ts';
import { indexOf, procedures } from './index-fixtures.ts';
import { testLexicon } from './test-lexicon.ts';

const index = indexOf(procedures('Đăng ký khai sinh', 'Cấp lại thẻ căn cước', 'Đăng ký kết hôn'), testLexicon);

/** The text with its marks in brackets. */
function marked(text: string, question: string): string {
  const found = highlightsIn(text, wantedWords(index.search(question).question));
  return found.reduceRight(
    (rest, [start, end]) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  );
}

describe('highlights', () => {
  it.each([
    ['the words typed, as they are written', 'khai sinh ', 'Đăng ký khai sinh', 'Đăng ký [khai sinh]'],
    ['without accents', 'dang ky ', 'ĐĂNG KÍ khai sinh', '[ĐĂNG KÍ] khai sinh'],
    ['words apart', 'đăng sinh ', 'Đăng ký khai sinh', '[Đăng] ký khai [sinh]'],
    ['each time', 'khai ', 'Khai báo, khai sinh', '[Khai] báo, [khai] sinh'],
    ['punctuation in between apart', 'khai sinh ', 'Khai (sinh)', '[Khai] ([sinh])'],
    ['a word that only begins so while it is typed', 'kết ho', 'Kết hôn', '[Kết hôn]'],
    ['one letter begins too much', 'kết h', 'hộ kết', 'hộ [kết]'],
    ['nothing begun behind a space', 'kết ho ', 'Kết hôn', '[Kết] hôn'],
    ["the catalogue's words for a citizen's", 'vợ đẻ ', 'Đăng ký khai sinh', 'Đăng ký [khai sinh]'],
    ['a word written out', 'dk ', 'Đăng ký', '[Đăng ký]'],
    ['a word put right', 'khia sinh ', 'khai sinh', '[khai sinh]'],
    ['nothing of what does not count', 'em muốn hỏi khai ', 'em hỏi khai', 'em hỏi [khai]'],
    ['a decomposed original', 'khai sinh', 'Giấy khai sinh'.normalize('NFD'), `${'Giấy'.normalize('NFD')} [khai sinh]`],
    ['nothing where nothing fits', 'khai sinh', 'Thẻ căn cước', 'Thẻ căn cước'],
    ['nothing for no question', '', 'Đăng ký', 'Đăng ký'],
  ])('mark %s', (_what, question, text, expected) => {
    expect(marked(text, question)).toBe(expected);
  });

  it('are in order, apart, inside the text, and never part two halves of a letter', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('khai', 'sinh', '😀', ' ', '\ud83d', 'kha\u0301i', '-', 'thẻ'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (original, question) => {
        let behind = -1;
        for (const [start, end] of highlightsIn(original, wantedWords(index.search(question).question))) {
          expect(start).toBeGreaterThan(behind);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
          expect(/^[\udc00-\udfff]/.test(original.slice(end)) && /[\ud800-\udbff]$/.test(original.slice(0, end))).toBe(
            false,
          );
          behind = end;
        }
      }),
    );
  });
});
