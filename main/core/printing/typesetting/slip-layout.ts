/** A slip as data: what stands on the paper, before a single dot is drawn. Lengths are in dots at 203 dpi (8 per millimetre). */

/** `body` ≥ 3 mm letters, `title` ≥ 4.8 mm, `small` for codes and legal numbers, `huge` for a queue number. */
export type TextSize = 'small' | 'body' | 'title' | 'huge';

/** A line feed in `text` starts a new line wherever text stands. */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
}

/** A paragraph. No short word is left alone on the last line where that can be avoided; lines of a `title` are balanced. */
export interface TextElement {
  readonly kind: 'text';
  readonly runs: readonly TextRun[];
  readonly size: TextSize;
  readonly align?: 'left' | 'centre' | 'right';
  /** Left indent. */
  readonly indentDots?: number;
}

export type SlipElement =
  | TextElement
  /** Opens a block: bold words over a rule, with a few words at the right edge (e.g. how many papers follow). */
  | { readonly kind: 'heading'; readonly text: string; readonly trailing?: string }
  /**
   * A box to tick, then text that wraps beside it, bold where its runs do not say otherwise. `trailing` (e.g. "1 bản chính") stands at the right edge of the last
   * line, or of a line of its own where there is no room; `detail` stands below.
   */
  | {
      readonly kind: 'checkbox';
      readonly runs: readonly TextRun[];
      readonly trailing?: string;
      readonly detail?: string;
    }
  /**
   * Label and bold value in two columns, one below the other on narrow paper and in large print; both wrap, either may be
   * empty. `detail` stands below the value.
   */
  | { readonly kind: 'row'; readonly label: string; readonly value: string; readonly detail?: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly heightDots: number }
  /**
   * `text` is what the code says. `beside` stands at its right where the paper is wide enough, otherwise centred below it;
   * `caption` is small print below it. Squares are smaller than `moduleDots` where the paper asks for it; a RangeError where
   * they would be too small to be read.
   */
  | {
      readonly kind: 'qr';
      readonly text: string;
      readonly moduleDots: number;
      readonly caption?: string;
      readonly beside?: readonly TextElement[];
    }
  /**
   * Code 128 as bars of 2 or 3 dots, centred, its text in small letters below. A RangeError where it is no ASCII or the paper
   * is too narrow: 58 mm take 12 characters, 80 mm 21 (of figures about twice as many); what is longer needs a QR code.
   */
  | { readonly kind: 'barcode'; readonly text: string; readonly heightDots: number }
  /** What is called out in the hall, e.g. "A005": as big as the paper allows, never broken, never cut. */
  | { readonly kind: 'number'; readonly text: string }
  /**
   * Cells wrap; a row is never cut by its neighbour. Columns share the width by their weights, yet none is narrower than its
   * longest word; where the paper is too narrow for that, the table becomes a list of "head: cell".
   */
  | {
      readonly kind: 'table';
      readonly columns: readonly SlipColumn[];
      /** Bold, over a rule; absent where the cells speak for themselves. */
      readonly head?: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly size: TextSize;
    }
  /**
   * Black rectangles for a ruler or bars that show a broken print head. Dots of the device, the same in large print; 0 is
   * the left end of the text, so that a figure may reach into the white at its sides. Labels stand below, centred on `xDots`.
   */
  | {
      readonly kind: 'figure';
      readonly heightDots: number;
      readonly rectangles: readonly SlipRectangle[];
      readonly labels?: readonly { readonly text: string; readonly xDots: number }[];
    }
  /** Ends a slip: what follows is a slip of its own, cut apart (torn apart where the printer has no blade). */
  | { readonly kind: 'cut' };

export interface SlipRectangle {
  readonly xDots: number;
  readonly yDots: number;
  readonly widthDots: number;
  readonly heightDots: number;
}

export interface SlipColumn {
  readonly weight: number;
  readonly align?: 'left' | 'right';
}

export interface SlipLayout {
  readonly elements: readonly SlipElement[];
  /** Every size half as large again; default false. */
  readonly large?: boolean;
}

/** One bit a dot, most significant bit first, rows padded to whole bytes; 1 is black. */
export interface SlipImage {
  /** A multiple of 8. */
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
  /** Rows before which the paper is cut, ascending; the end is always cut and not named. */
  readonly cutsAtDots: readonly number[];
}
