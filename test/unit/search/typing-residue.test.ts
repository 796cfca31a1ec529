/** Raw Telex and VNI read back: the inverse is written here, from the rules of both ways of typing, not from the code. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeTelex, composeVni } from '../../../main/core/search/typing-residue.ts';

const syllables =
  'đăng ký khai sinh kết hôn giấy phép xây dựng nhà đất thẻ căn cước công dân hộ khẩu thường trú tạm vắng chứng thực bản chính hoà thuý khoẻ nghỉ hưởng trợ cấp người khuyết tật nghèo tuổi thuế phí đường trường nguyện được quyết định việc chuyển nhượng thừa kế xoá mồ côi ngoại quốc rượu thuyền khiếu nại vỡ lũ ảnh ốm ướt ngõ quở hươu';
const list = syllables.split(' ');

/** By combining mark of Unicode: the Telex key, the VNI key. */
const toneKeys: Readonly<Record<string, readonly [string, string]>> = {
  '\u0301': ['s', '1'],
  '\u0300': ['f', '2'],
  '\u0309': ['r', '3'],
  '\u0303': ['x', '4'],
  '\u0323': ['j', '5'],
};
const shapeKeys: Readonly<Record<string, readonly [string, string, string]>> = {
  ă: ['a', 'w', '8'],
  â: ['a', 'a', '6'],
  ê: ['e', 'e', '6'],
  ô: ['o', 'o', '6'],
  ơ: ['o', 'w', '7'],
  ư: ['u', 'w', '7'],
  đ: ['d', 'd', '9'],
};

const anyTone = /[\u0301\u0300\u0309\u0303\u0323]/gu;

function withoutTone(text: string): string {
  return text.normalize('NFD').replace(anyTone, '').normalize('NFC');
}

/** Where the keys go: each right behind its letter, or all at the end of the word. */
type Habit = 'letter by letter' | 'at the end';

function typedOn(keyboard: 'telex' | 'vni', syllable: string, habit: Habit): string {
  const way = keyboard === 'telex' ? 0 : 1;
  let letters = '';
  let late = '';
  let tone = '';
  for (const written of syllable.normalize('NFC')) {
    const [mark = ''] = written.normalize('NFD').match(anyTone) ?? [];
    const letter = withoutTone(written);
    const [base, ...keys] = shapeKeys[letter] ?? [letter, '', ''];
    const toneKey = toneKeys[mark]?.[way] ?? '';
    letters += base;
    if (habit === 'at the end') {
      // One key makes both letters of ươ.
      if (!late.endsWith(keys[way] ?? '') || letter !== 'ơ') late += keys[way];
      tone += toneKey;
    } else {
      letters += (keys[way] ?? '') + toneKey;
    }
  }
  return letters + late + tone;
}

const vni = fc.record({
  syllable: fc.constantFrom(...list),
  habit: fc.constantFrom<Habit>('letter by letter', 'at the end'),
});

describe('raw Telex', () => {
  it('is known by its keys', () => {
    expect(typedOn('telex', 'đường', 'letter by letter')).toBe('dduwowfng');
    expect(typedOn('telex', 'đường', 'at the end')).toBe('duongdwf');
    expect(typedOn('vni', 'đường', 'at the end')).toBe('duong972');
  });

  it.each(list)('gives back %s', (syllable) => {
    const keys = typedOn('telex', syllable, 'letter by letter');
    expect(composeTelex(keys) ?? keys, keys).toBe(syllable);
  });

  // Behind a vowel a second one is a letter more often than a mark: the keyboard on the screen goes by the same rule.
  it.each(list.filter((syllable) => !/[âêô]\p{M}*[iuy]$/u.test(withoutTone(syllable))))(
    'gives back %s, its keys typed behind the word',
    (syllable) => {
      const keys = typedOn('telex', syllable, 'at the end');
      expect(composeTelex(keys) ?? keys, keys).toBe(syllable);
    },
  );

  it.each(['visa', 'taxi', 'photo', 'gas', 'bus', 'khai', 'sinh', 'dang', 'hon', 'covid', 'internet', 'a', '', 'ct01'])(
    'leaves %s as it is',
    (word) => {
      expect(composeTelex(word)).toBeNull();
    },
  );
});

describe('raw VNI', () => {
  it('gives back any of the syllables, wherever its digits were typed', () => {
    fc.assert(
      fc.property(vni, ({ syllable, habit }) => {
        const keys = typedOn('vni', syllable, habit);
        expect(composeVni(keys) ?? keys, keys).toBe(syllable);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['ct01', 'kt3', 'tk1', 'na17', 'hk02', 'm2', 'b9', '2024', 'khai', 'visa', '', '1a'])(
    'is neither a code nor a plain word: %s',
    (word) => {
      expect(composeVni(word)).toBeNull();
    },
  );
});

it('composes nothing but words, whatever was typed, and never fails', () => {
  fc.assert(
    fc.property(fc.oneof(fc.stringMatching(/^[a-z1-9]{1,16}$/), fc.string({ unit: 'binary' })), (typed) => {
      for (const composed of [composeTelex(typed), composeVni(typed)]) {
        expect(composed === null || /^\p{L}+$/u.test(composed.normalize('NFC')), String(composed)).toBe(true);
        expect(composed).not.toBe(typed);
      }
    }),
  );
});
