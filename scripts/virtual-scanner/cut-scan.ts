/** A scan as the bytes a reader puts on the cable, in pieces where it is to come in pieces. */

export const terminators = { cr: '\r', lf: '\n', crlf: '\r\n', tab: '\t', none: '' } as const;
export type Terminator = keyof typeof terminators;

export interface CutScan {
  /** Default `cr`. */
  readonly terminator?: Terminator;
  /** Lengths of the first pieces in bytes; the rest, terminator included, is the last one. */
  readonly split?: readonly number[];
}

/** No piece is empty, and together they are the whole scan, also where `split` asks for more than there is. */
export function cutScan(payload: string, { terminator = 'cr', split = [] }: CutScan = {}): Uint8Array[] {
  let rest: Uint8Array = Buffer.from(payload + terminators[terminator]);
  const pieces: Uint8Array[] = [];
  for (const length of split) {
    pieces.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return [...pieces, rest].filter((piece) => piece.length > 0);
}
