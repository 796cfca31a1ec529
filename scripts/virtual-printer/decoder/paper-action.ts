/** What a command comes to: the few things a printer does to its paper and says to its host, one after the other. */

export type PaperAction =
  /** Rows of packed dots, most significant bit first; what is wider than the paper is lost. */
  | {
      readonly kind: 'rows';
      readonly bits: Uint8Array;
      readonly bytesARow: number;
      readonly rows: number;
      readonly xDots: number;
    }
  | { readonly kind: 'feed'; readonly rows: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'answer'; readonly answer: InTurnAnswer };

/** Answers that wait their turn behind what was sent before. */
export type InTurnAnswer =
  /** GS ( H fn 48, with the process id's bytes. */
  | { readonly about: 'fence'; readonly id: Uint8Array }
  /** GS r 1 and GS r 2. */
  | { readonly about: 'paper' }
  | { readonly about: 'drawer' }
  /** GS I n. */
  | { readonly about: 'identity'; readonly n: number }
  /** GS a n: turns telling by itself on or off. */
  | { readonly about: 'changes'; readonly n: number };

export function rowsAction(bits: Uint8Array, bytesARow: number, xDots: number): PaperAction {
  return { kind: 'rows', bits, bytesARow, rows: bytesARow === 0 ? 0 : Math.floor(bits.length / bytesARow), xDots };
}
