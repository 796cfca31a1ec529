/** The line that is being set: letters and columns of dots wait side by side until something prints it. */
import { blankDots, type Dots, stamp, turnRound } from './dots.ts';

export type Alignment = 'left' | 'centre' | 'right';

/** Where a line may stand on the paper, in dots. */
export interface PrintArea {
  readonly left: number;
  readonly width: number;
}

export interface PrintLine {
  readonly isEmpty: boolean;
  /** Where the next piece goes, counted from the area's left edge. */
  position: number;
  /** Whether `width` dots more go on this line. */
  hasRoom(width: number): boolean;
  place(dots: Dots, size: { readonly width: number; readonly height: number }): void;
  /** The line's dots over the whole paper, all pieces on one ground; the line is empty then. */
  take(paperDots: number, align: Alignment, turned: boolean): Dots;
  clear(): void;
}

interface Piece {
  readonly x: number;
  readonly dots: Dots;
  readonly height: number;
}

export function createPrintLine(area: () => PrintArea): PrintLine {
  let pieces: Piece[] = [];
  let end = 0;
  const line: PrintLine = {
    get isEmpty() {
      return pieces.length === 0;
    },
    position: 0,
    hasRoom: (width) => line.position + width <= area().width,
    place(dots, { width, height }) {
      pieces.push({ x: line.position, dots, height });
      line.position += width;
      end = Math.max(end, line.position);
    },
    take(paperDots, align, turned) {
      const { left, width } = area();
      const height = Math.max(0, ...pieces.map((piece) => piece.height));
      const shift = left + alignedAt(align, width - end);
      const whole = blankDots(paperDots, height);
      for (const piece of pieces) {
        stamp(whole, piece.dots, { x: shift + piece.x, y: height - piece.height });
      }
      line.clear();
      return turned ? turnRound(whole, paperDots) : whole;
    },
    clear() {
      pieces = [];
      end = 0;
      line.position = 0;
    },
  };
  return line;
}

/** How far right something goes that leaves `slack` dots free. */
export function alignedAt(align: Alignment, slack: number): number {
  return Math.floor({ left: 0, centre: 0.5, right: 1 }[align] * Math.max(0, slack));
}
