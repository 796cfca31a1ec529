/** The virtual printer's own letters: a fixed cell of 12 × 24 dots, as font A has, magnified as ESC/POS asks. */
import { createCanvas } from '@napi-rs/canvas';
import { canvasFont, registerSlipFonts } from '../../main/adapters/printing/slip-fonts.ts';
import type { PaperRoll } from './paper-roll.ts';

export interface TextStyle {
  readonly bold: boolean;
  /** Magnification, 1–8. */
  readonly across: number;
  readonly down: number;
}

export interface StyledText {
  readonly text: string;
  readonly style: TextStyle;
}

export type Alignment = 'left' | 'centre' | 'right';

const cellAcross = 12;
const cellDown = 24;

/** Prints one line and feeds `lineDots`, or the line's own height where that is more. */
export function printTextLine(paper: PaperRoll, line: readonly StyledText[], align: Alignment, lineDots: number): void {
  const cells = line.flatMap(({ text, style }) => Array.from(text, (letter) => ({ letter, style })));
  const width = cells.reduce((sum, { style }) => sum + style.across * cellAcross, 0);
  const height = Math.max(cellDown, ...cells.map(({ style }) => style.down * cellDown));
  if (width > 0) {
    registerSlipFonts();
    const canvas = createCanvas(paper.widthDots, height);
    const context = canvas.getContext('2d');
    let x = { left: 0, centre: 0.5, right: 1 }[align] * Math.max(0, paper.widthDots - width);
    for (const { letter, style } of cells) {
      context.save();
      context.translate(x, height);
      context.scale(style.across, style.down);
      context.font = canvasFont({ emDots: 19, bold: style.bold });
      context.textAlign = 'center';
      context.fillText(letter, cellAcross / 2, -6, cellAcross);
      context.restore();
      x += style.across * cellAcross;
    }
    const { data } = context.getImageData(0, 0, paper.widthDots, height);
    const bits = new Uint8Array((paper.widthDots / 8) * height);
    for (let dot = 0; dot < paper.widthDots * height; dot += 1) {
      if ((data[dot * 4 + 3] ?? 0) > 127) {
        bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
      }
    }
    paper.print(bits, paper.widthDots / 8, height, 0);
    paper.feed(Math.max(0, lineDots - height));
    return;
  }
  paper.feed(lineDots);
}
