/** A slip as data: what stands on the paper, before a single dot is drawn. Lengths are in dots at 203 dpi (8 per millimetre). */

/** `body` ≥ 3 mm letters, `title` ≥ 4.8 mm, `small` for codes and legal numbers, `huge` for a queue number. */
export type TextSize = 'small' | 'body' | 'title' | 'huge';

/** A line feed in `text` starts a new line wherever text stands. */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
}

/** A paragraph. Lines of a `title` are balanced, so that no single word is left over on the last one. */
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
  /** Opens a block: bold words over a rule, with a small word at the right edge (e.g. how many papers follow). */
  | { readonly kind: 'heading'; readonly text: string; readonly trailing?: string }
  /**
   * A box to tick, then text that wraps beside it. `trailing` (e.g. "1 bản chính") stands at the right edge of the last
   * line, or of a line of its own where there is no room; `detail` is small print below.
   */
  | {
      readonly kind: 'checkbox';
      readonly runs: readonly TextRun[];
      readonly trailing?: string;
      readonly detail?: string;
    }
  /**
   * Label and value in two columns, one below the other on narrow paper; both wrap, either may be empty. `detail` is small
   * print below the value.
   */
  | { readonly kind: 'row'; readonly label: string; readonly value: string; readonly detail?: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly heightDots: number }
  /**
   * `text` is what the code says. `beside` stands at its right where the paper is wide enough, otherwise centred below it;
   * `caption` is printed below it.
   */
  | {
      readonly kind: 'qr';
      readonly text: string;
      readonly moduleDots: number;
      readonly caption?: string;
      readonly beside?: readonly TextElement[];
    }
  /** Code 128 as bars, centred, its text in letters below. Throws a RangeError where the paper is too narrow for it. */
  | { readonly kind: 'barcode'; readonly text: string; readonly heightDots: number }
  /** What is called out in the hall, e.g. "A005": as big as the paper allows, never broken, never cut. */
  | { readonly kind: 'number'; readonly text: string }
  /** Cells wrap; a row is never cut by its neighbour. Columns share the width by their weights. */
  | {
      readonly kind: 'table';
      readonly columns: readonly SlipColumn[];
      /** Bold, over a rule; absent where the cells speak for themselves. */
      readonly head?: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly size: TextSize;
    }
  /** Ends a slip: what follows is a slip of its own, cut apart (torn apart where the printer has no blade). */
  | { readonly kind: 'cut' };

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
