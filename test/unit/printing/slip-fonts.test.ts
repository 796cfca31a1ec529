import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { canvasFont } from '../../../main/adapters/printing/slip-fonts.ts';
import type { PlacedText, SlipFont, SlipImage } from '../../../main/core/ports.ts';
import { lineFor, measuresFor } from '../../../main/core/printing/typesetting/slip-typography.ts';
import { inkBox } from './slip-dots.ts';

const painter = createCanvasTextPainter();

const plainVowels = 'aăâeêioôơuưy';
/** Grave, hook, tilde, acute, dot below. */
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const lowerCase = [
  ...Array.from(plainVowels).flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
];
/** 134 letters with marks and the plain vowels, and what else a slip needs. */
const letters = [...lowerCase, ...lowerCase.map((letter) => letter.toLocaleUpperCase('vi'))];

function draw(text: string, font: SlipFont): SlipImage {
  const widthDots = Math.max(64, Math.ceil((painter.widthOf(text, font) + 40) / 8) * 8);
  const heightDots = 3 * font.emDots;
  const placed: PlacedText = { text, font, xDots: 20, baselineDots: 2 * font.emDots };
  return { widthDots, heightDots, bits: painter.paint([placed], widthDots, heightDots), cutsAtDots: [] };
}

/** Dots in which the painter's letter differs from one the canvas draws with room all around. */
function dotsApart(letter: string, font: SlipFont, canvasFontToUse: string): number {
  const { widthDots, heightDots, bits } = draw(letter, font);
  const context = createCanvas(widthDots, heightDots).getContext('2d');
  context.font = canvasFontToUse;
  context.fillText(letter, 20, 2 * font.emDots);
  const { data } = context.getImageData(0, 0, widthDots, heightDots);
  let different = 0;
  for (let dot = 0; dot < widthDots * heightDots; dot += 1) {
    const painted = ((bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
    different += painted === (data[dot * 4 + 3] ?? 0) >= 112 ? 0 : 1;
  }
  return different;
}

const small: SlipFont = { emDots: 24, bold: false };

describe('the font of slips', () => {
  it('has all 146 Vietnamese letters, each with ink of its own', () => {
    expect(letters).toHaveLength(146);
    const seen = new Map<string, string>();
    for (const letter of letters) {
      const image = draw(letter, { emDots: 52, bold: false });
      expect(inkBox(image), `${letter} is blank`).not.toBeNull();
      const dots = Buffer.from(image.bits).toString('base64');
      expect(seen.get(dots), `${letter} looks like ${seen.get(dots)}`).toBeUndefined();
      seen.set(dots, letter);
    }
  });

  it.each([small, { ...small, bold: true }])('puts every mark where it can be seen at %o', (font) => {
    const plain = inkBox(draw('E', font));
    const marked = inkBox(draw('Ễ', font));
    const below = inkBox(draw('Ẹ', font));
    expect(marked?.top ?? 0).toBeLessThan((plain?.top ?? 0) - 6);
    expect(below?.bottom ?? 0).toBeGreaterThan((plain?.bottom ?? 0) + 3);
  });

  it('draws letters with two marks as the Vietnamese subset has them, not as Latin puts them together', () => {
    const font: SlipFont = { emDots: 52, bold: false };
    const vietnamese = /"[^"]*vietnamese[^"]*"/u.exec(canvasFont(font))?.[0] ?? '';
    for (const letter of 'ảạằắẳẵầấẩẫậẻẽẹềếểễệỉĩịỏọồốổỗộờớởỡợủũụừứửữựỳỷỹỵẪỄỘẰỢ') {
      expect(dotsApart(letter, font, `${font.emDots}px ${vietnamese}`), letter).toBe(0);
    }
  });

  it('cuts nothing off that stands out of a letter, however large', () => {
    for (const emDots of [26, 78, 140, 280]) {
      const font = { emDots, bold: true };
      for (const letter of ['ư', 'Ừ', 'j', 'f', 'Ẳ', 'ợ', 'Q', 'W']) {
        expect(dotsApart(letter, font, canvasFont(font)), letter).toBe(0);
      }
    }
  });

  it('takes no more room for a letter in pieces than for a whole one', () => {
    expect(painter.widthOf('đ', small)).toBeGreaterThan(painter.widthOf('i', small));
    expect(painter.widthOf('', small)).toBe(0);
  });

  it.each([
    [576, false, 'small', 19],
    [384, false, 'small', 19],
    [576, false, 'body', 24],
    [384, false, 'body', 24],
    [576, false, 'title', 38.4],
    [384, false, 'title', 38.4],
    [576, true, 'small', 28],
    [384, true, 'small', 28],
    [576, true, 'body', 36],
    [384, true, 'body', 36],
    [576, true, 'title', 57],
    [384, true, 'title', 47],
  ] as const)('on %i dots, large print %s, a %s capital is at least %f dots high', (widthDots, large, size, least) => {
    const { emDots } = measuresFor(widthDots, large).sizes[size];
    for (const bold of [false, true]) {
      const box = inkBox(draw('H', { emDots, bold }));
      expect((box?.bottom ?? 0) - (box?.top ?? 0) + 1).toBeGreaterThanOrEqual(least);
    }
  });

  it.each([
    [576, false],
    [384, false],
    [576, true],
    [384, true],
  ])('keeps every letter within its own line on %i dots, large print %s', (widthDots, large) => {
    const numbers = [lineFor(100), lineFor(224), lineFor(280)];
    for (const { emDots, pitchDots, ascentDots } of [
      ...Object.values(measuresFor(widthDots, large).sizes),
      ...numbers,
    ]) {
      for (const bold of [false, true]) {
        const box = inkBox(draw('ẲẴẮẤẪỄỀỔỖỮÝỰẶỢợỵgjpqyQ()[]{}|/@', { emDots, bold }));
        const baseline = 2 * emDots;
        expect(baseline - (box?.top ?? 0)).toBeLessThanOrEqual(ascentDots);
        expect((box?.bottom ?? 0) + 1 - baseline).toBeLessThanOrEqual(pitchDots - ascentDots);
      }
    }
  });
});
