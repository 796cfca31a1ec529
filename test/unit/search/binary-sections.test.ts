/** The index file's container: what was packed comes out again, and a file that is not whole or was changed is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openSections,
  packSections,
  type Section,
  type SectionReader,
} from '../../../main/core/search/binary-sections.ts';

const name = fc.stringMatching(/^[a-z]{1,12}$/);
const section: fc.Arbitrary<Section> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }),
  fc.uint16Array({ maxLength: 40 }),
  fc.uint32Array({ maxLength: 40 }),
  fc.float32Array({ maxLength: 40 }),
);
const sectionsOfAnyKind = fc.dictionary(name, section, { maxKeys: 8 });

const sample = {
  words: 'căn cước',
  flags: Uint8Array.of(1, 2, 3),
  ids: Uint16Array.of(7, 65_535),
  weights: Float32Array.of(0.5),
};
const file = packSections(sample);
const headEnd = Buffer.from(file).indexOf('}}}') + 3;

function opened(bytes: Uint8Array): SectionReader {
  const sections = openSections(bytes);
  if (sections === null) throw new Error('the file just packed cannot be opened');
  return sections;
}

function read(sections: SectionReader, key: string, kind: Section): Section {
  if (typeof kind === 'string') return sections.text(key);
  if (kind instanceof Uint8Array) return sections.u8(key);
  if (kind instanceof Uint16Array) return sections.u16(key);
  return kind instanceof Uint32Array ? sections.u32(key) : sections.f32(key);
}

/** The sample as a changed file gives it; null where the file is refused, as a whole or with a RangeError. */
function sampleFrom(bytes: Uint8Array): Record<string, Section> | null {
  const sections = openSections(bytes);
  if (sections === null) return null;
  try {
    return Object.fromEntries(Object.entries(sample).map(([key, kind]) => [key, read(sections, key, kind)]));
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return null;
  }
}

describe('an index file', () => {
  it('gives back any sections, at whatever place of a buffer it lies', () => {
    fc.assert(
      fc.property(sectionsOfAnyKind, fc.nat({ max: 9 }), (sections, place) => {
        const packed = packSections(sections);
        const moved = Buffer.concat([Buffer.alloc(place), packed]).subarray(place);
        for (const [key, value] of Object.entries(sections)) {
          expect(read(opened(packed), key, value)).toEqual(value);
          expect(read(opened(moved), key, value)).toEqual(value);
        }
      }),
    );
  });

  it('is the same for the same sections', () => {
    expect(packSections({ ...sample })).toEqual(file);
  });

  it('keeps the mark some editors put in front of a text', () => {
    expect(opened(packSections({ words: '\uFEFFcăn' })).text('words')).toBe('\uFEFFcăn');
  });

  it.each([
    ['is missing', () => opened(file).text('codes')],
    ['is of another type', () => opened(file).u32('ids')],
    ['is a member every object has', () => opened(file).text('constructor')],
  ])('says that a section %s', (_what, readIt) => {
    expect(readIt).toThrow(RangeError);
  });

  it('is refused or read whole, at whatever length it breaks off', () => {
    for (let length = 0; length < file.length; length += 1) {
      // Cut, but not the end of its buffer.
      const found = sampleFrom(file.subarray(0, length));
      expect(found === null || length > file.length - 8, String(length)).toBe(true);
      if (found !== null) expect(found).toEqual(sample);
    }
  });

  it('is refused, whichever bit of its head is turned', () => {
    expect(sampleFrom(file)).toEqual(sample);
    expect(headEnd).toBeGreaterThan(100);
    for (let bit = 0; bit < headEnd * 8; bit += 1) {
      const changed = file.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(sampleFrom(changed), `bit ${bit}`).toBeNull();
    }
  });

  it('is refused when it is anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(openSections(bytes)).toBeNull();
        expect(openSections(Buffer.concat([file.subarray(0, 8), bytes]))).toBeNull();
      }),
    );
  });
});
