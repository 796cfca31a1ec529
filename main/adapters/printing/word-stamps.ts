/**
 * Words as black dots, each drawn once. A slip drawn whole costs megabytes of pixels that the collector does not see; a
 * word is some hundred bytes, is the same wherever it stands, and Vietnamese has few syllables.
 */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { SlipFont } from '../../core/ports.ts';
import { canvasFont } from './slip-fonts.ts';

/** A word's dots, packed row by row, most significant bit first. */
export interface WordStamp {
  readonly bytesARow: number;
  readonly rows: number;
  readonly bits: Uint8Array;
  /** Where the stamp's left edge and top lie, seen from the start of the word's baseline; usually negative. */
  readonly leftDots: number;
  readonly topDots: number;
}

/** Ink of a pixel, 0–255, from which its dot is black. Below half: heat spreads, but thin strokes must not break. */
const blackFrom = 112;
/** White beside the word for what hangs over, per em; rounded up to whole bytes, so that no dot has to be shifted here. */
const overhangEm = 0.08;
/** A capital with two marks reaches 1.23 em above the baseline, ợ and g 0.25 em below it. */
const aboveEm = 1.3;
const belowEm = 0.4;
/** Dots of all stamps together; all are dropped when more would be kept. */
const keptBytes = 4 * 1024 * 1024;

/** The fonts must be registered. `widthDots` is the word's advance width, rounded up. */
export function createWordStamps(): (word: string, font: SlipFont, widthDots: number) => WordStamp {
  const stamps = new Map<string, WordStamp>();
  let bytes = 0;
  let canvas: Canvas = createCanvas(640, 256);
  return (word, font, widthDots) => {
    const key = `${font.emDots}${font.bold ? 'b' : 'r'}${word}`;
    const known = stamps.get(key);
    if (known !== undefined) {
      return known;
    }
    const marginDots = 8 * Math.ceil((overhangEm * font.emDots) / 8);
    const bytesARow = Math.ceil((widthDots + 2 * marginDots) / 8);
    const rows = Math.ceil((aboveEm + belowEm) * font.emDots);
    if (canvas.width < bytesARow * 8 || canvas.height < rows) {
      canvas = createCanvas(Math.max(canvas.width, bytesARow * 8), Math.max(canvas.height, rows));
    }
    const baseline = Math.ceil(aboveEm * font.emDots);
    const context = canvas.getContext('2d');
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.font = canvasFont(font);
    context.fillText(word, marginDots, baseline);
    const { data } = context.getImageData(0, 0, bytesARow * 8, rows);
    const stamp = { bytesARow, rows, bits: toBits(data), leftDots: -marginDots, topDots: -baseline };
    if (bytes + stamp.bits.length > keptBytes) {
      stamps.clear();
      bytes = 0;
    }
    stamps.set(key, stamp);
    bytes += stamp.bits.length;
    return stamp;
  };
}

/** One bit from each pixel's opacity. */
function toBits(pixels: Uint8ClampedArray): Uint8Array {
  const bits = new Uint8Array(pixels.length / 32);
  for (let dot = 0; dot < bits.length * 8; dot += 1) {
    if ((pixels[dot * 4 + 3] ?? 0) >= blackFrom) {
      bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
    }
  }
  return bits;
}
