import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { canvasFont } from '../../../main/adapters/printing/slip-fonts.ts';
import type { PlacedText, SlipFont, SlipImage } from '../../../main/core/ports.ts';
import { measuresFor } from '../../../main/core/printing/typesetting/slip-typography.ts';
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
  return { widthDots, heightDots, bits: painter.paint([placed], widthDots, heightDots) };
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
      const { widthDots, heightDots, bits } = draw(letter, font);
      const context = createCanvas(widthDots, heightDots).getContext('2d');
      context.font = `${font.emDots}px ${vietnamese}`;
      context.fillText(letter, 20, 2 * font.emDots);
      const { data } = context.getImageData(0, 0, widthDots, heightDots);
      let different = 0;
      for (let dot = 0; dot < widthDots * heightDots; dot += 1) {
        const painted = ((bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
        different += painted === (data[dot * 4 + 3] ?? 0) >= 112 ? 0 : 1;
      }
      expect(different, letter).toBe(0);
    }
  });

  it('takes no more room for a letter in pieces than for a whole one', () => {
    expect(painter.widthOf('đ', small)).toBeGreaterThan(painter.widthOf('i', small));
    expect(painter.widthOf('', small)).toBe(0);
  });

  it.each([
    [576, 'body', 24],
    [576, 'title', 38.4],
    [384, 'body', 22],
    [384, 'title', 33],
  ] as const)('on %i dots a %s capital is at least %f dots high', (widthDots, size, least) => {
    const { emDots } = measuresFor(widthDots).sizes[size];
    const box = inkBox(draw('H', { emDots, bold: size === 'title' }));
    expect((box?.bottom ?? 0) - (box?.top ?? 0) + 1).toBeGreaterThanOrEqual(Math.floor(least));
  });

  it('keeps every letter within its line and the white above it', () => {
    for (const { sizes } of [measuresFor(576), measuresFor(384)]) {
      for (const { emDots, pitchDots, ascentDots } of Object.values(sizes)) {
        const box = inkBox(draw('ẪỄỘẰợgỵ', { emDots, bold: true }));
        const baseline = 2 * emDots;
        // A line's ink may reach into the foot of the line above, where only ợ, g and commas hang.
        expect(baseline - (box?.top ?? 0)).toBeLessThanOrEqual(ascentDots + 0.25 * emDots);
        expect((box?.bottom ?? 0) - baseline).toBeLessThanOrEqual(pitchDots - ascentDots + 0.05 * emDots);
      }
    }
  });
});
