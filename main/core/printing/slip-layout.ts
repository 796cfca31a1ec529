/** A slip as data: what stands on the paper, before a single dot is drawn. Lengths are in dots at 203 dpi (8 per millimetre). */

/** `body` ≥ 3 mm letters, `title` ≥ 4.8 mm, `small` for codes and legal numbers, `huge` for a queue number. */
export type TextSize = 'small' | 'body' | 'title' | 'huge';

export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
}

export type SlipElement =
  | {
      readonly kind: 'text';
      readonly runs: readonly TextRun[];
      readonly size: TextSize;
      readonly align?: 'left' | 'centre' | 'right';
      /** Left indent. */
      readonly indentDots?: number;
    }
  /** A box to tick, then text that wraps beside it; `trailing` stands right-aligned on the first line (e.g. "1 bản chính"). */
  | { readonly kind: 'checkbox'; readonly runs: readonly TextRun[]; readonly trailing?: string }
  /** Label and value in two columns; both wrap. */
  | { readonly kind: 'row'; readonly label: string; readonly value: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly heightDots: number }
  /** `text` is what the code says; `caption` is printed below it. */
  | { readonly kind: 'qr'; readonly text: string; readonly moduleDots: number; readonly caption?: string };

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
