/** A slip after typesetting: every text and every black rectangle at its place, ready for a painter. Lengths are in dots. */

export interface SlipFont {
  /** Size of the em square. */
  readonly emDots: number;
  readonly bold: boolean;
}

export interface PlacedText {
  readonly text: string;
  readonly font: SlipFont;
  /** Left edge. */
  readonly xDots: number;
  readonly baselineDots: number;
}

export interface PlacedRectangle {
  readonly xDots: number;
  readonly yDots: number;
  readonly widthDots: number;
  readonly heightDots: number;
}

export interface PlacedSlip {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly texts: readonly PlacedText[];
  readonly rectangles: readonly PlacedRectangle[];
  /** As `SlipImage.cutsAtDots`. */
  readonly cutsAtDots: readonly number[];
}

/** Advance width of a text in dots. */
export type WidthOf = (text: string, font: SlipFont) => number;
