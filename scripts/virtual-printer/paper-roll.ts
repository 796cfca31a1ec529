/** The paper inside the virtual printer: rows come in from above and hang out until a blade or a hand takes them off. */
import type { SlipImage } from '../../main/core/printing/typesetting/slip-layout.ts';

export interface PaperRoll {
  readonly widthDots: number;
  /** Rows printed or fed since the last cut. */
  readonly hangingRows: number;
  /** Rows printed or fed since the start. */
  readonly rowsUsed: number;
  feedRow(): void;
  /** One row of packed dots from `xDots` on; what is wider than the paper is lost, as on a real one. */
  printRow(bits: Uint8Array, xDots: number): void;
  /** What hangs out as a picture, or null where nothing does. */
  look(): SlipImage | null;
  /** Takes off what hangs below the blade; what is between print head and blade stays and leads the next slip. */
  cut(): SlipImage | null;
  /** Takes off everything, as a hand does that changes the roll. */
  tearOff(): SlipImage | null;
}

/** A roll ends somewhere: a job that feeds without end must not eat the memory. */
const longestRows = 80_000;

/** `headToCutterDots`: rows that are on paper but not yet past the blade when a cut comes; default 0. */
export function createPaperRoll(widthDots: number, headToCutterDots = 0): PaperRoll {
  const bytesARow = widthDots / 8;
  let rows: Uint8Array[] = blankRows(headToCutterDots, bytesARow);
  /** Of `rows`, how many were there at the last cut. */
  let before = headToCutterDots;
  let rowsUsed = 0;

  const add = (row: Uint8Array): void => {
    rowsUsed += 1;
    if (rows.length < longestRows) {
      rows.push(row);
    }
  };
  const picture = (taken: readonly Uint8Array[]): SlipImage => ({
    widthDots,
    heightDots: taken.length,
    bits: new Uint8Array(Buffer.concat(taken)),
    cutsAtDots: [],
  });
  return {
    widthDots,
    get hangingRows() {
      return rows.length - before;
    },
    get rowsUsed() {
      return rowsUsed;
    },
    feedRow: () => add(new Uint8Array(bytesARow)),
    printRow: (bits, xDots) => add(clippedRow(bits, xDots, bytesARow)),
    look: () => (rows.length === before ? null : picture(rows)),
    cut() {
      const taken = rows.slice(0, rows.length - headToCutterDots);
      if (rows.length === before || taken.length === 0) {
        return null;
      }
      rows = rows.slice(taken.length);
      before = rows.length;
      return picture(taken);
    },
    tearOff() {
      const taken = rows.length === before ? null : picture(rows);
      rows = blankRows(headToCutterDots, bytesARow);
      before = rows.length;
      return taken;
    },
  };
}

function blankRows(count: number, bytesARow: number): Uint8Array[] {
  return Array.from({ length: count }, () => new Uint8Array(bytesARow));
}

function clippedRow(bits: Uint8Array, xDots: number, bytesARow: number): Uint8Array {
  const row = new Uint8Array(bytesARow);
  if (xDots % 8 === 0 && xDots >= 0) {
    row.set(bits.subarray(0, Math.max(0, bytesARow - xDots / 8)), Math.min(bytesARow, xDots / 8));
    return row;
  }
  for (let x = 0; x < bits.length * 8; x += 1) {
    const at = x + xDots;
    if (((bits[x >> 3] ?? 0) & (0x80 >> (x & 7))) !== 0 && at >= 0 && at < bytesARow * 8) {
      row[at >> 3] = (row[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  }
  return row;
}
