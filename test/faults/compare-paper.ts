/** Holds pieces of paper against what should stand on them, dot by dot; white above and below does not count. */
import type { SlipImage } from '../../main/core/printing/typesetting/slip-layout.ts';

/** The rows from the first to the last black dot, one text a row; none for a white piece. */
export function inkRows({ bits, widthDots, heightDots }: SlipImage): string[] {
  const bytesARow = widthDots / 8;
  const rows = Array.from({ length: heightDots }, (_none, row) =>
    Buffer.from(bits.buffer, bits.byteOffset + row * bytesARow, bytesARow).toString('latin1'),
  );
  const white = '\0'.repeat(bytesARow);
  const first = rows.findIndex((row) => row !== white);
  return first === -1 ? [] : rows.slice(first, rows.findLastIndex((row) => row !== white) + 1);
}

/**
 * `whole`: the slip and nothing else. `part`: its beginning, and at most `strayRows` black ones after it, since whatever is sent into half a
 * strip comes out as dots. `rest`: its end, as after a new roll. `white`: nothing. `other`: none of these.
 */
export type Likeness = 'whole' | 'part' | 'rest' | 'white' | 'other';

const strayRows = 3;

export function likeness(piece: SlipImage, slip: SlipImage): Likeness {
  const found = inkRows(piece);
  const wanted = inkRows(slip);
  if (found.length === 0) {
    return 'white';
  }
  if (found.length < wanted.length && found.every((row, index) => row === wanted.at(index - found.length))) {
    return 'rest';
  }
  const differs = found.findIndex((row, index) => row !== wanted[index]);
  if (differs === -1) {
    return found.length === wanted.length ? 'whole' : 'part';
  }
  const white = '\0'.repeat(piece.widthDots / 8);
  return found.slice(differs).filter((row) => row !== white).length <= strayRows ? 'part' : 'other';
}
