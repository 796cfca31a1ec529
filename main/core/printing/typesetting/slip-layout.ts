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
    };

export interface SlipLayout {
  readonly elements: readonly SlipElement[];
}

/** One bit a dot, most significant bit first, rows padded to whole bytes; 1 is black. */
export interface SlipImage {
  /** A multiple of 8. */
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}
