/** What hangs out of the fake printer: rows of dots, cut into slips. Also makes images whose rows tell whose they are. */
import type { SlipImage } from '../../main/core/ports.ts';

/** Row bytes of a marked image: 256 dots. */
export const markedWidthDots = 256;
const rowBytes = markedWidthDots / 8;
const startSign = [0xaa, 0x55] as const;
const endSign = [0xcc, 0x33] as const;

/** `mark`: 0 to 99. Its first row says that it begins, its last that it ends. */
export function markedImage(mark: number, rows = 40): SlipImage {
  const bits = new Uint8Array(rows * rowBytes).fill(0x80 + mark);
  bits.set([...startSign, 0x80 + mark], 0);
  bits.set([...endSign, 0x80 + mark], (rows - 1) * rowBytes);
  return { widthDots: markedWidthDots, heightDots: rows, bits, cutsAtDots: [] };
}

/** How often a job of this mark was begun in these bytes. */
export function beginningsOf(mark: number, bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(Buffer.of(...startSign, 0x80 + mark)); at !== -1; ) {
    count += 1;
    at = bytes.indexOf(Buffer.of(...startSign, 0x80 + mark), at + 1);
  }
  return count;
}

export interface PaperSlip {
  /** Marks that stand on it; empty for a blank piece. */
  readonly marks: readonly number[];
  /** From the first to the last row of its one mark. */
  readonly isWhole: boolean;
}

export function readSlip(rows: readonly Uint8Array[]): PaperSlip {
  const inked = rows.filter((row) => row.some((byte) => byte !== 0));
  // A row's third byte is its mark's, signs or not; a row that was cut off in the middle may hold anything.
  const marks = [...new Set(inked.map((row) => (row[2] ?? 0) - 0x80))].filter((mark) => mark >= 0 && mark < 100);
  return { marks, isWhole: marks.length === 1 && starts(inked[0], startSign) && starts(inked.at(-1), endSign) };
}

function starts(row: Uint8Array | undefined, sign: readonly number[]): boolean {
  return row?.[0] === sign[0] && row?.[1] === sign[1];
}
