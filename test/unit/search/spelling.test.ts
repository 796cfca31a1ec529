/** One slip of the finger is put right, in favour of what stands beside it; more than one, or none, is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVietnamese } from '../../../main/contract/telex.ts';
import { createSpelling } from '../../../main/core/search/spelling.ts';
import { wordForms } from '../../../main/core/vietnamese-text.ts';
import { vocabularyOf } from './index-fixtures.ts';

const vocabulary = vocabularyOf(
  'Đăng ký khai sinh',
  'Đăng ký khai tử',
  'Đăng ký kết hôn',
  'Cấp giấy phép xây dựng',
  'Giấy phép môi trường',
  'Thi hành án',
  'Tư vấn nghề',
  'Tư vấn luật',
  'Chứng thực bản sao',
  'Chứng thực chữ ký',
  'Đường thục',
);
const spelling = createSpelling(vocabulary, new Set(['muong', 'truong']));

const letters = Array.from('abcdeghijklmnopqrstuvxyz');

const correct = (word: string, before: string | null = null, next: string | null = null) =>
  spelling.correct(wordForms(word), before, next)?.surface ?? null;

describe('the spelling', () => {
  it.each([
    ['two letters swapped', 'snih', 'sinh'],
    ['a neighbouring key', 'duwng', 'dựng'],
    ['a letter too many', 'hanhg', 'hành'],
    ['a letter twice', 'ddung', 'dựng'],
    ['a letter too few', 'truog', 'trường'],
  ])('puts %s right', (_slip, typed, meant) => {
    expect(correct(typed)).toBe(meant);
  });

  it('gives the word with and without accents, a word of the lexicon as it is', () => {
    expect(spelling.correct(wordForms('ggiay'), null, null)).toEqual({ surface: 'giấy', plain: 'giay' });
    expect(correct('muongg')).toBe('muong');
  });

  it('corrects a short word, or one that can be a word, only where its neighbours bear it out', () => {
    expect([correct('khs'), correct('khia'), correct('sinb'), correct('hom')]).toEqual([null, null, 'sinh', null]);
    expect(correct('khia', 'ky', 'sinh')).toBe('khai');
    expect(correct('hom', 'ket')).toBe('hôn');
    expect(correct('khia', 'xay', 'dung')).toBeNull();
  });

  it('takes of several words the one that stands with its neighbours', () => {
    expect(correct('tha', null, 'hanh')).toBe('thi');
    expect(correct('thh', 'dang')).toBeNull();
  });

  it('writes a word with the accents that were typed, else as names mostly do', () => {
    expect([correct('tửu', 'khai'), correct('tưu', 'khai'), correct('tuu', 'khai')]).toEqual(['tử', 'tư', 'tư']);
    expect([correct('truongg'), correct('trườngg'), correct('trươngg')]).toEqual(['trường', 'trường', 'trường']);
    expect([correct('thựcc'), correct('thucc')]).toEqual(['thực', 'thực']);
  });

  it.each(['giaytt', 'xqy', 'zzzz', 'truongtruong', 'k', '', 'ct01', 'g y', 'gaiy'])('leaves %j alone', (word) => {
    expect(correct(word)).toBeNull();
  });

  it('corrects by a word of the catalogue that is one slip away, or not at all', () => {
    const letter = fc.constantFrom(...letters);
    fc.assert(
      fc.property(fc.constantFrom('sinh', 'dung', 'hanh', 'truong'), fc.nat({ max: 5 }), letter, (word, at, added) => {
        const typed = word.slice(0, at) + added + word.slice(at);
        const found = spelling.correct(wordForms(typed), null, null)?.plain ?? null;
        if (found === null) {
          // What could be a word was probably meant.
          expect(isVietnamese(typed), typed).toBe(true);
        } else {
          expect(slipsOf(typed), typed).toContain(found);
          expect(vocabulary.termId(found)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never fails, whatever the word and its neighbours', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, any, (word, before, next) => {
        spelling.correct(wordForms(word), before, next);
      }),
    );
  });
});

/** Every text one letter away: left out, swapped with the next, another, one more. */
function slipsOf(word: string): string[] {
  const places = Array.from({ length: word.length + 1 }, (_none, place) => place);
  return places.flatMap((place) => {
    const [before, behind] = [word.slice(0, place), word.slice(place)];
    const swapped = before + behind.charAt(1) + behind.charAt(0) + behind.slice(2);
    const others = letters.map((letter) => [before + letter + behind.slice(1), before + letter + behind]);
    return [before + behind.slice(1), swapped, ...others.flat()];
  });
}
