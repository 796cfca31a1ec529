import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, foldedWords, withoutAccents } from '../../../scripts/bench-search/fold.ts';
import {
  generateSets,
  prefixesOf,
  setsWithoutAccents,
  slowSizes,
  usualSizes,
} from '../../../scripts/bench-search/generated-sets.ts';
import { createRandom, sample } from '../../../scripts/bench-search/random.ts';
import { telexResidue } from '../../../scripts/bench-search/telex.ts';
import { errorKinds, neighboursOf, withTypingError } from '../../../scripts/bench-search/typing-errors.ts';

const vowels = 'aăâeêioôơuưy';
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const accented = Array.from(vowels).flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));

describe('folding', () => {
  it('leaves no accented letter, đ included, in either case', () => {
    for (const letter of [...accented, 'đ']) {
      expect(folded(letter)).toMatch(/^[a-z]$/);
      expect(withoutAccents(letter.toUpperCase())).toMatch(/^[A-Z]$/);
    }
  });

  it('cuts at what is neither letter nor digit', () => {
    expect(foldedWords('Cấp mới/cấp lại (CT01) – Đổi')).toEqual(['cap', 'moi', 'cap', 'lai', 'ct01', 'doi']);
  });
});

describe('raw Telex', () => {
  it.each([
    ['đăng ký khai sinh', 'ddawng kys khai sinh'],
    ['Người khuyết tật', 'nguowif khuyeets taatj'],
    ['Chứng thực', 'chuwngs thuwcj'],
    ['hòa giải ở cơ sở', 'hoaf giair owr cow sowr'],
    ['Đường thủy', 'dduowngf thuyr'],
    ['mẫu CT01, Điều 5', 'maaux ct01, ddieeuf 5'],
  ])('of %s is %s', (text, keys) => {
    expect(telexResidue(text)).toBe(keys);
    expect(telexResidue(text.normalize('NFD'))).toBe(keys);
  });

  it('leaves no accent of any letter', () => {
    expect(accented.map(telexResidue).join('')).toMatch(/^[a-z]+$/);
  });
});

describe('a typing error', () => {
  const name = 'Đăng ký khai sinh có yếu tố nước ngoài';

  it('is the same for the same seed', () => {
    const [once, again] = [1, 2].map(() => errorKinds.map((kind) => withTypingError(name, kind, createRandom(7))));
    expect(once).toEqual(again);
  });

  it.each(errorKinds)('of kind %s changes one syllable of three letters or more, and no folding undoes it', (kind) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const broken = withTypingError(name, kind, createRandom(seed)) ?? '';
        const before = foldedWords(name);
        const after = foldedWords(broken);
        expect(after).toHaveLength(before.length);
        const changed = before.filter((word, index) => word !== after[index]);
        expect(changed).toHaveLength(1);
        expect(changed[0]?.length).toBeGreaterThanOrEqual(3);
        const lengths = { neighbour: 0, deletion: -1, doubling: 1, swap: 0 };
        expect(broken.length - name.length).toBe(lengths[kind]);
      }),
    );
  });

  it('never swaps two equal letters, accented or not', () => {
    const made = Array.from({ length: 40 }, (_, seed) => withTypingError('xoóng', 'swap', createRandom(seed)) ?? '');
    expect(new Set(made.map(folded))).toEqual(new Set(['oxong', 'xonog', 'xoogn']));
  });

  it('is refused by a name without room for it', () => {
    expect(withTypingError('Ở xã A', 'deletion', createRandom(1))).toBeNull();
  });

  it('hits a key beside the right one', () => {
    expect(neighboursOf('q').sort()).toEqual(['a', 'w']);
    expect(neighboursOf('g').sort()).toEqual(['b', 'f', 'h', 't', 'v', 'y']);
    expect(neighboursOf('m').sort()).toEqual(['j', 'k', 'n']);
    expect(neighboursOf('1')).toEqual([]);
  });
});

describe('a sample', () => {
  it('holds each item once, and a smaller one begins a larger one', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const all = sample(createRandom(3), items, 100);
    expect([...all].sort((a, b) => a - b)).toEqual(items);
    expect(sample(createRandom(3), items, 10)).toEqual(all.slice(0, 10));
    expect(all).not.toEqual(items);
  });
});

describe('made questions', () => {
  const procedures = [
    { code: '1.000001', name: 'Thủ tục đăng ký khai sinh', shortTitle: 'Đăng ký khai sinh' },
    { code: '1.000002', name: 'Đăng ký khai sinh', shortTitle: 'Khai sinh' },
    { code: '1.000003', name: 'Cấp giấy phép xây dựng', shortTitle: 'Giấy phép…' },
    {
      code: '1.000004',
      name: `Một tên rất dài ${'mà không ai gõ hết '.repeat(10)}`,
      shortTitle: 'Một tên rất dài mà không ai gõ hết',
    },
  ];
  const sets = generateSets(procedures, usualSizes);

  it('accept every procedure of the same name', () => {
    const birth = sets.telex.find(({ words }) => words === 'ddawng kys khai sinh');
    expect(birth?.codes).toEqual(['1.000001', '1.000002']);
    expect(sets.telex).toHaveLength(2);
  });

  it('leave out names nobody types, titles that were cut and those too long to run together', () => {
    expect(sets.joined.map(({ words }) => words).sort()).toEqual(['khaisinh', 'đăngkýkhaisinh']);
    expect(sets.prefixes.map(({ words }) => words)).not.toContain(procedures[3]?.name);
  });

  it('are the same every time, and fewer of them are the first ones', () => {
    expect(generateSets(procedures, usualSizes)).toEqual(sets);
    const many = Array.from({ length: 400 }, (_, index) => ({
      code: `1.${index}`,
      name: `Việc thứ ${index} nghìn`,
      shortTitle: `Việc ${index} lần`,
    }));
    const large = generateSets(many, usualSizes);
    const small = generateSets(many, slowSizes);
    expect(
      [large.oneError, large.oneErrorShort, large.telex, large.joined, large.prefixes].map((set) => set.length),
    ).toEqual([300, 300, 300, 300, 100]);
    expect(small.oneError).toEqual(large.oneError.slice(0, 30));
    expect(small.prefixes).toEqual(large.prefixes.slice(0, 10));
  });

  it('lose their accents where that is asked, all but raw Telex', () => {
    const plain = setsWithoutAccents(sets);
    expect(plain.joined.map(({ words }) => words).sort()).toEqual(['dangkykhaisinh', 'khaisinh']);
    expect(plain.telex).toEqual(sets.telex);
  });

  it('begin with three letters and grow key by key to the whole name', () => {
    expect(prefixesOf('Ký lại')).toEqual(['Ký ', 'Ký l', 'Ký lạ', 'Ký lại']);
  });
});
