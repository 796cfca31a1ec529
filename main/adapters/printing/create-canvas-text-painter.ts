/** Paints the letters of slips with @napi-rs/canvas and cuts the grey edges to black and white, without dithering. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { PlacedText, SlipFont, TextPainter } from '../../core/ports.ts';
import { canvasFont, registerSlipFonts } from './slip-fonts.ts';

/** Rows painted at once: the canvas stays small (1.2 MB at 576 dots) and is used again, however long the slip. */
const bandRows = 512;
/** Ink of a pixel, 0–255, from which its dot is black. Below half: heat spreads, but thin strokes must not break. */
const blackFrom = 112;
/** Widths kept; emptied when full. A slip has a few hundred different words. */
const keptWidths = 20_000;

/** Registers the fonts. One painter serves any number of slips and widths, one after the other. */
export function createCanvasTextPainter(): TextPainter {
  registerSlipFonts();
  const ruler = createCanvas(8, 8).getContext('2d');
  const widths = new Map<string, number>();
  let canvas: Canvas | undefined;

  function widthOf(text: string, font: SlipFont): number {
    const key = `${font.emDots}${font.bold ? 'b' : 'r'}${text}`;
    const known = widths.get(key);
    if (known !== undefined) {
      return known;
    }
    if (widths.size >= keptWidths) {
      widths.clear();
    }
    const wanted = canvasFont(font);
    if (ruler.font !== wanted) {
      ruler.font = wanted;
    }
    const { width } = ruler.measureText(text);
    widths.set(key, width);
    return width;
  }

  return {
    widthOf,
    paint(texts, widthDots, heightDots) {
      if (canvas === undefined || canvas.width !== widthDots) {
        canvas = createCanvas(widthDots, bandRows);
      }
      const context = canvas.getContext('2d');
      const bits = new Uint8Array((widthDots / 8) * heightDots);
      for (let top = 0; top < heightDots; top += bandRows) {
        paintBand(context, texts, { top, widthDots, rows: Math.min(bandRows, heightDots - top), bits });
      }
      return bits;
    },
  };
}

interface Band {
  readonly top: number;
  readonly rows: number;
  readonly widthDots: number;
  /** Of the whole slip. */
  readonly bits: Uint8Array;
}

function paintBand(context: SKRSContext2D, texts: readonly PlacedText[], band: Band): void {
  context.clearRect(0, 0, band.widthDots, bandRows);
  context.fillStyle = '#000';
  context.textBaseline = 'alphabetic';
  let font: SlipFont | undefined;
  for (const text of texts) {
    // Marks reach 1.2 em above the baseline and 0.3 em below it.
    const inside =
      text.baselineDots - 1.3 * text.font.emDots < band.top + band.rows &&
      text.baselineDots + 0.4 * text.font.emDots > band.top;
    if (!inside) {
      continue;
    }
    if (font?.emDots !== text.font.emDots || font.bold !== text.font.bold) {
      font = text.font;
      context.font = canvasFont(font);
    }
    context.fillText(text.text, text.xDots, text.baselineDots - band.top);
  }
  const { data } = context.getImageData(0, 0, band.widthDots, band.rows);
  const firstByte = band.top * (band.widthDots / 8);
  for (let dot = 0; dot < band.widthDots * band.rows; dot += 1) {
    if ((data[dot * 4 + 3] ?? 0) >= blackFrom) {
      const index = firstByte + (dot >> 3);
      band.bits[index] = (band.bits[index] ?? 0) | (0x80 >> (dot & 7));
    }
  }
}
