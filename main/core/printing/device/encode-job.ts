/** Encodes a slip for the printer: raster strips between the frame's bytes (Epson ESC/POS, GS v 0). */
import type { SlipImage } from '../typesetting/slip-layout.ts';

/** What stands before and after the strips: initialise; feed and cut. */
export interface JobFrame {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** Printers take 2,303–4,095 rows at once, and garble large images well below that. */
const stripRows = 256;

const dataLinkEscape = 0x10;
/**
 * Second bytes of the real-time commands DLE EOT, DLE ENQ and DLE DC4, which a printer carries out wherever they stand,
 * in the middle of an image too; each with one more dot beside a black one, after which it means nothing.
 */
const harmless: ReadonlyMap<number, number> = new Map([
  [0x04, 0x06],
  [0x05, 0x07],
  [0x14, 0x1c],
]);

/** No run of `10 04`, `10 05` or `10 14` is in the job: single dots are added where the image holds one. */
export function encodeJob(image: SlipImage, frame: JobFrame): Uint8Array {
  const bytesARow = image.widthDots / 8;
  const dots = withoutRealTimeCommands(image.bits);
  const parts: Uint8Array[] = [frame.head];
  for (let row = 0; row < image.heightDots; row += stripRows) {
    const rows = Math.min(stripRows, image.heightDots - row);
    parts.push(
      Uint8Array.of(0x1d, 0x76, 0x30, 0x00, bytesARow & 0xff, bytesARow >> 8, rows & 0xff, rows >> 8),
      dots.subarray(row * bytesARow, (row + rows) * bytesARow),
    );
  }
  parts.push(frame.tail);
  return Buffer.concat(parts);
}

/** A copy in which each such pair's second byte has one dot more; a byte so changed is no 0x10 and starts no new pair. */
export function withoutRealTimeCommands(bits: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bits);
  for (let index = 1; index < changed.length; index += 1) {
    if (changed[index - 1] === dataLinkEscape) {
      const byte = changed[index] ?? 0;
      changed[index] = harmless.get(byte) ?? byte;
    }
  }
  return changed;
}
