/** Pictures: GS v 0, whose rows are printed as they come; ESC *, which stands in a line; GS ( L and GS 8 L, kept until printed. */
import { blankDots, type Dots, darken, magnify } from './dots.ts';
import { type PaperAction, rowsAction } from './paper-action.ts';

/** A raster of GS v 0 whose rows have not all come yet. */
export interface OpenRaster {
  readonly bytesARow: number;
  readonly xDots: number;
  readonly across: 1 | 2;
  readonly down: 1 | 2;
  rowsLeft: number;
}

/** Null where it holds nothing. `alignedX` places so many dots on the paper. */
export function openRaster(parameters: Uint8Array, alignedX: (widthDots: number) => number): OpenRaster | null {
  const [, mode = 0, widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = parameters;
  const bytesARow = widthLow + 256 * widthHigh;
  const rowsLeft = heightLow + 256 * heightHigh;
  const across = (mode & 1) === 0 ? 1 : 2;
  const down = (mode & 2) === 0 ? 1 : 2;
  return bytesARow === 0 || rowsLeft === 0
    ? null
    : { bytesARow, rowsLeft, across, down, xDots: alignedX(bytesARow * 8 * across) };
}

/** The whole rows that `bytes` holds, as far as the raster goes on. */
export function takeRows(
  raster: OpenRaster,
  bytes: Uint8Array,
): { readonly action: PaperAction; readonly length: number } | null {
  const rows = Math.min(raster.rowsLeft, Math.floor(bytes.length / raster.bytesARow));
  if (rows === 0) {
    return null;
  }
  const length = rows * raster.bytesARow;
  raster.rowsLeft -= rows;
  const dots = magnify({ bits: bytes.slice(0, length), bytesARow: raster.bytesARow, rows }, raster.across, raster.down);
  return { action: rowsAction(dots.bits, dots.bytesARow, raster.xDots), length };
}

/** ESC *: columns of 8 dots (each three high) or 24; modes 0 and 32 print each column twice. */
export function drawColumns(parameters: Uint8Array): {
  readonly dots: Dots;
  readonly width: number;
  readonly height: number;
} {
  const [mode = 0, low = 0, high = 0] = parameters;
  const bytesAColumn = mode >= 32 ? 3 : 1;
  const columns = low + 256 * high;
  const across = mode === 0 || mode === 32 ? 2 : 1;
  const down = bytesAColumn === 3 ? 1 : 3;
  const dots = blankDots(columns, bytesAColumn * 8);
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < dots.rows; row += 1) {
      if (((parameters[3 + column * bytesAColumn + (row >> 3)] ?? 0) & (0x80 >> (row & 7))) !== 0) {
        darken(dots, column, row);
      }
    }
  }
  return { dots: magnify(dots, across, down), width: columns * across, height: 24 };
}

/** GS ( L fn 112: a picture to be kept; `parameters` from m on. Null where it is no black-and-white raster. */
export function keptGraphics(parameters: Uint8Array): { readonly dots: Dots; readonly widthDots: number } | null {
  const [, , a = 0, across = 0, down = 0, , widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = parameters;
  const widthDots = widthLow + 256 * widthHigh;
  const rows = heightLow + 256 * heightHigh;
  const bytesARow = Math.ceil(widthDots / 8);
  const bits = parameters.slice(10);
  if (a !== 48 || across < 1 || across > 2 || down < 1 || down > 2 || bits.length < bytesARow * rows) {
    return null;
  }
  const dots = magnify({ bits: bits.subarray(0, bytesARow * rows), bytesARow, rows }, across, down);
  return { dots, widthDots: widthDots * across };
}

/** Pairs that begin a real-time command; `before` is the byte that came before these. */
export function countRealTimePairs(dots: Uint8Array, before: number): number {
  let pairs = 0;
  let last = before;
  for (const byte of dots) {
    pairs += last === 0x10 && (byte === 0x04 || byte === 0x05 || byte === 0x14) ? 1 : 0;
    last = byte;
  }
  return pairs;
}
