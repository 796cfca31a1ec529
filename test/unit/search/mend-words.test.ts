/** What becomes of each typed word: codes, shortenings, Telex, VNI, joined words, errors, and the word still being typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordMender } from '../../../main/core/search/mend-words.ts';
import { lexiconWith, vocabularyOf } from './index-fixtures.ts';

const reason = 'for tests';
const lexicon = lexiconWith({
  shortenings: [
    { written: 'đk', means: ['đăng ký', 'điều kiện'], reason },
    { written: 'dk', means: ['đăng ký', 'điều kiện'], reason },
    { written: 'đt', means: ['điện thoại'], reason },
    { written: 'dt', means: ['diện tích'], reason },
    { written: 'hông', means: ['không'], reason },
    { written: 'hổng', means: ['không'], reason },
    { written: 'cccd', means: ['căn cước công dân'], reason },
  ],
  synonyms: [{ words: 'sổ hồng', official: ['giấy chứng nhận'], reason }],
});
const vocabulary = vocabularyOf(
  'Đăng ký khai sinh',
  'Đăng ký khai tử',
  'Đăng ký kết hôn',
  'Điều kiện kinh doanh',
  'Cấp thẻ căn cước, mẫu CT01',
  'Giấy phép xây dựng nhà ở',
  'Diện tích nhà ở',
  'Hộ nghèo',
  'Cư ở CC',
);
const mender = createWordMender(vocabulary, lexicon);

/** "surface" or "surface[how]", in order. */
function mended(text: string, isOpen = false): string {
  return mender
    .mend(text, isOpen)
    .map(({ surface, mended: how }) => (how === 'no' ? surface : `${surface}[${how}]`))
    .join(' ');
}

describe('words of a question', () => {
  it.each([
    ['a known word', 'khai sinh', 'khai sinh'],
    ['a code in two pieces', 'mẫu CT 01', 'mẫu CT 01'],
    ['a number', 'con 3 tuổi', 'con 3 tuổi'],
    ['an unknown word that is like none', 'zoo', 'zoo'],
    ['a whole number of words joined', 'dangkykhaisinh', 'dang[parted] ky[parted] khai[parted] sinh[parted]'],
    ['accents in joined words', 'khaisinh giấyphép', 'khai[parted] sinh[parted] giấy[parted] phép[parted]'],
    ['raw Telex', 'ddawng kys khai', 'đăng[composed] ký[composed] khai'],
    ['raw VNI', 'd9a8ng ky1 khai', 'đăng[composed] ký[composed] khai'],
    ['an error', 'đăng ký khia sinh', 'đăng ký khai[spelling] sinh'],
    ['an error where no accents were typed', 'dang ky ket honn', 'dang ky ket hon[spelling]'],
    ['an error in a word with accents', 'giấyy phép', 'giấy[spelling] phép'],
    ['an error, not pieces of one letter', 'thẻ căn cướcc', 'thẻ căn cước[spelling]'],
    ['a shortening of several words', 'cccd', 'căn[written-out] cước[written-out] công[written-out] dân[written-out]'],
    ['a shortening in capitals', 'CCCD', 'căn[written-out] cước[written-out] công[written-out] dân[written-out]'],
  ])('are mended: %s', (_what, typed, expected) => {
    expect(mended(typed)).toBe(expected);
  });

  it('make one of the pieces of a code', () => {
    expect(mender.mend('mẫu CT 01', false).map(({ folded }) => folded)).toEqual(['mau', 'ct01']);
    expect(mender.mend('1 000003', false).map(({ folded }) => folded)).toEqual(['1000003']);
  });

  it('take of a shortening the meaning that stands with its neighbours, else the first', () => {
    expect(mended('dk')).toContain('đăng');
    expect(mended('dk kinh doanh')).toBe('điều[written-out] kiện[written-out] kinh doanh');
    expect(mended('đk khai sinh')).toBe('đăng[written-out] ký[written-out] khai sinh');
  });

  it('tell shortenings apart by their accents', () => {
    expect(mended('đt')).toBe('điện[written-out] thoại[written-out]');
    expect(mended('dt')).toBe('diện[written-out] tích[written-out]');
    expect(mended('em hông có')).toContain('không[written-out]');
    expect(mended('em hổng có')).toContain('không[written-out]');
  });

  it('are no shortenings where a word is written so', () => {
    expect(mended('so hong')).toBe('so hong');
    expect(mended('sổ hồng')).toBe('sổ hồng');
  });

  it('know where they were typed', () => {
    const text = ' đk  khaisinh ';
    const places = mender.mend(text, false).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['đk', 'đk', 'khaisinh', 'khaisinh']);
  });
});

describe('the last word', () => {
  it.each(['kha', 'đăng ký kh', 'xâ', 'dk'])('is left alone while something begins with it: %s', (typed) => {
    expect(mended(typed, true)).toBe(typed);
  });

  it('is mended once a space stands behind it, or nothing begins so', () => {
    expect(mended('giay ph', true)).toBe('giay ph');
    expect(mended('đăng ký khia', true)).toBe('đăng ký khai[spelling]');
    expect(mended('dk', false)).toBe('đăng[written-out] ký[written-out]');
  });

  it('may be the beginning of a word in joined ones', () => {
    expect(mended('dangkykhaisi', true)).toBe('dang[parted] ky[parted] khai[parted] si[parted]');
    expect(mended('dangkykhaisi', false)).not.toContain('si[parted]');
  });
});

it('mends any text: in reading order, and what is known stays as it was typed', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('khai', 'sinh', 'dk', 'đt', 'CT 01', 'dangky', 'ddawng', 'ky1', 'sinhh', ' '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isOpen) => {
      const text = pieces.join(' ');
      let start = 0;
      for (const word of mender.mend(text, isOpen)) {
        expect(word.start).toBeGreaterThanOrEqual(start);
        expect(word.end).toBeLessThanOrEqual(text.length);
        if (word.mended === 'no') expect(word.surface).toBe(text.slice(word.start, word.end));
        start = word.start;
      }
    }),
  );
});
