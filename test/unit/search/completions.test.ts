/** How a question may go on: by names that go on so, with the accents that were typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompletions } from '../../../main/core/search/completions.ts';
import { foldedWords } from '../../../main/core/vietnamese-text.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { procedures, sectionsOf } from './index-fixtures.ts';

const names = [
  'Đăng ký khai sinh',
  'Đăng ký kết hôn',
  'Chứng thực bản sao',
  'Bán nhà ở xã hội',
  'Bàn giao đất',
  'Giấy phép xây dựng',
  'Giấy phép môi trường',
];
const completions = createCompletions(sectionsOf(procedures(...names)));
const complete = (typed: string) => completions.complete(typed);

describe('a question', () => {
  it.each([
    ['the beginning of a name', 'đăng ký kh', ['Đăng ký khai sinh']],
    ['without accents', 'dang ky kh', ['Đăng ký khai sinh']],
    ['in capitals', 'ĐĂNG KÝ KH', ['Đăng ký khai sinh']],
    ['behind other words', 'cho em hỏi giấy phép x', ['cho em hỏi giấy phép xây dựng']],
    ['one word that is the whole question', 'giấ', ['Giấy phép xây dựng', 'Giấy phép môi trường']],
    ['a whole word with a space', 'giấy phép ', ['Giấy phép xây dựng', 'Giấy phép môi trường']],
    ['accents that are typed', 'bán', ['Bán nhà ở xã hội']],
    ['other accents', 'bàn', ['Bàn giao đất']],
    ['no accents on any', 'ban', ['Bán nhà ở xã hội', 'Bàn giao đất']],
    ['a last word whose accents are still to come', 'Giấy phép mô', ['Giấy phép môi trường']],
  ])('goes on: %s', (_what, typed, whole) => {
    expect(complete(typed)).toEqual(whole);
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a whole name', 'Đăng ký khai sinh'],
    ['a word in the middle', 'hôn'],
    ['one word behind others', 'em muốn giấ'],
    ['accents no name has', 'đăng ký khải'],
    ['a word that is done, though a name goes on with its letters', 'đăng ký kh '],
    ['emoji', '😀'],
  ])('does not go on from %s', (_what, typed) => {
    expect(complete(typed)).toEqual([]);
  });

  it('goes on in six ways at most, those read first before the others, each once', () => {
    const many = Array.from({ length: 9 }, (_none, index) => `Giấy phép số ${9 - index}`);
    const found = createCompletions(sectionsOf(procedures('Giấy phép', ...many, many[0] ?? ''))).complete('giấy p');
    expect(found).toEqual(['Giấy phép', ...many.slice(0, 5)]);
  });

  it("goes on with citizens' words too, never with the official name behind a short title", () => {
    const one = makeProcedure({
      code: '1.000001',
      shortTitle: 'Sao y giấy tờ',
      name: 'Chứng thực bản sao',
      aliases: ['sao y  công chứng'],
    });
    const own = createCompletions(sectionsOf([one]));
    expect(own.complete('sao')).toEqual(['sao y công chứng', 'Sao y giấy tờ']);
    expect(own.complete('chứng')).toEqual([]);
  });
});

describe('a beginning', () => {
  it('names the procedures whose names begin so, in reading order, as many as wanted', () => {
    expect(completions.beginning('g', 9)).toEqual([5, 6]);
    expect(completions.beginning('ban', 9)).toEqual([3, 4]);
    expect(completions.beginning('d', 1)).toEqual([0]);
    expect(completions.beginning('zz', 9)).toEqual([]);
  });
});

it('keeps whatever was typed in front, and what it adds begins with the rest', () => {
  const typed = fc.array(fc.constantFrom('đăng', 'ký', 'k', 'giấy', 'phép ', 'ban', '\u200b', '(', '😀', 'ở xã'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        typed.map((parts) => parts.join(' ')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        for (const whole of complete(text)) {
          expect(foldedWords(whole).startsWith(foldedWords(text))).toBe(true);
          expect(names.some((name) => whole.toLowerCase().endsWith(name.toLowerCase()))).toBe(true);
        }
      },
    ),
  );
});
