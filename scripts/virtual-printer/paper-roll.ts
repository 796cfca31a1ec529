/** The paper inside the virtual printer: black dots come in from above, a cut takes off what hangs out. */
import type { SlipImage } from '../../main/core/printing/typesetting/slip-layout.ts';

export interface PaperRoll {
  readonly widthDots: number;
  /** Rows since the last cut. */
  readonly heightDots: number;
  feed(rows: number): void;
  /** Prints `rows` rows of packed dots at `xDots`; what is wider than the paper is lost, as on a real one. */
  print(bits: Uint8Array, bytesARow: number, rows: number, xDots: number): void;
  /** What hangs out, or null where nothing does. The roll then starts anew. */
  tearOff(): SlipImage | null;
}

/** A roll ends somewhere: a job that feeds without end must not eat the memory. */
const longestRows = 80_000;

export function createPaperRoll(widthDots: number): PaperRoll {
  const bytesARow = widthDots / 8;
  let rows: Uint8Array[] = [];
  const feed = (count: number): void => {
    for (let index = 0; index < count && rows.length < longestRows; index += 1) {
      rows.push(new Uint8Array(bytesARow));
    }
  };
  return {
    widthDots,
    get heightDots() {
      return rows.length;
    },
    feed,
    print(bits, sourceBytes, count, xDots) {
      const first = rows.length;
      feed(count);
      for (let row = 0; row < count; row += 1) {
        const target = rows[first + row] ?? new Uint8Array(0);
        for (let x = 0; x < sourceBytes * 8; x += 1) {
          const dark = ((bits[row * sourceBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
          const at = x + xDots;
          if (dark && at >= 0 && at < widthDots) {
            target[at >> 3] = (target[at >> 3] ?? 0) | (0x80 >> (at & 7));
          }
        }
      }
    },
    tearOff() {
      if (rows.length === 0) {
        return null;
      }
      const image = { widthDots, heightDots: rows.length, bits: new Uint8Array(Buffer.concat(rows)) };
      rows = [];
      return image;
    },
  };
}
