/** Knows the letters of slips by @napi-rs/canvas: their widths, and their ink cut to black and white without dithering. */
import { createCanvas } from '@napi-rs/canvas';
import type { PlacedText, SlipFont, TextPainter } from '../../core/ports.ts';
import { canvasFont, registerSlipFonts } from './slip-fonts.ts';
import { createWordStamps, type WordStamp } from './word-stamps.ts';

/** White added to each word space: the font's own is tight for letters of dots. */
const wordSpaceEm = 0.05;
/** Widths kept; emptied when full. A slip has a few hundred different words. */
const keptWidths = 20_000;

/** Registers the fonts. One painter serves any number of slips and widths, one after the other. */
export function createCanvasTextPainter(): TextPainter {
  registerSlipFonts();
  const widthOf = createRuler();
  const stampOf = createWordStamps();
  return {
    widthOf,
    paint(texts, widthDots, heightDots) {
      const bits = new Uint8Array((widthDots / 8) * heightDots);
      for (const text of texts) {
        for (const { word, xDots } of wordsOf(text, widthOf)) {
          const stamp = stampOf(word, text.font, Math.ceil(widthOf(word, text.font)));
          press(stamp, bits, widthDots / 8, xDots + stamp.leftDots, text.baselineDots + stamp.topDots);
        }
      }
      return bits;
    },
  };
}

function createRuler(): TextPainter['widthOf'] {
  const context = createCanvas(8, 8).getContext('2d');
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font.emDots}${font.bold ? 'b' : 'r'}${text}`;
    const known = widths.get(key);
    if (known !== undefined) {
      return known;
    }
    if (widths.size >= keptWidths) {
      widths.clear();
    }
    const wanted = canvasFont(font);
    if (context.font !== wanted) {
      context.font = wanted;
    }
    const spaces = text.split(' ').length - 1;
    const width = context.measureText(text).width + spaces * wordSpaceEm * font.emDots;
    widths.set(key, width);
    return width;
  };
}

/** Each word with its left edge on a whole dot; widths add up before they are rounded, so that no error does. */
function wordsOf(
  { text, font, xDots }: PlacedText,
  widthOf: (text: string, font: SlipFont) => number,
): { readonly word: string; readonly xDots: number }[] {
  const space = widthOf(' ', font);
  let advance = 0;
  return text.split(' ').flatMap((word) => {
    const at = Math.round(xDots + advance);
    advance += widthOf(word, font) + space;
    return word === '' ? [] : [{ word, xDots: at }];
  });
}

/** Blackens what the stamp holds; what lies outside the paper is left away. */
function press(stamp: WordStamp, bits: Uint8Array, bytesARow: number, left: number, top: number): void {
  const shift = left & 7;
  const firstColumn = left >> 3;
  for (let row = Math.max(0, -top); row < stamp.rows; row += 1) {
    const start = (top + row) * bytesARow;
    if (start >= bits.length) {
      return;
    }
    for (let column = 0; column < stamp.bytesARow; column += 1) {
      const byte = stamp.bits[row * stamp.bytesARow + column] ?? 0;
      if (byte !== 0) {
        blacken(bits, start, bytesARow, firstColumn + column, byte >> shift);
        blacken(bits, start, bytesARow, firstColumn + column + 1, (byte << (8 - shift)) & 0xff);
      }
    }
  }
}

function blacken(bits: Uint8Array, start: number, bytesARow: number, column: number, byte: number): void {
  if (byte !== 0 && column >= 0 && column < bytesARow) {
    bits[start + column] = (bits[start + column] ?? 0) | byte;
  }
}
