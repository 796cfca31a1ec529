/** Encodes a slip for the printer: raster strips between the frame's bytes (Epson ESC/POS, GS v 0). */
import type { PrinterProfile } from '../../printer-profile.ts';
import type { SlipImage } from '../typesetting/slip-layout.ts';
import { tellChanges } from './escpos-commands.ts';

/** What stands around the strips. */
export interface JobFrame {
  /** Before the first: back to a known state. */
  readonly head: Uint8Array;
  /** Between two slips of a job: the paper is brought to the blade or the tear bar, and cut where there is a blade. */
  readonly cut: Uint8Array;
  /** After the last. */
  readonly tail: Uint8Array;
}

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

/**
 * No run of `10 04`, `10 05` or `10 14` is in the job: single dots are added where the image holds one. A strip's header
 * cannot hold one either, with 104 bytes a row and 256 rows at most (`0x10` is followed by the `00` or `01` of a high byte).
 * Throws a RangeError where the image is wider than the printer's paper; what is missing in width stays white.
 */
export function encodeJob(image: SlipImage, frame: JobFrame, profile: PrinterProfile): Uint8Array {
  if (image.widthDots > profile.widthDots) {
    throw new RangeError(
      `A slip of ${image.widthDots} dots does not fit the printer's ${profile.widthDots}; draw it for this printer.`,
    );
  }
  const dots = withoutRealTimeCommands(image.bits);
  const parts: Uint8Array[] = [frame.head];
  if (profile.status === 'asb') {
    // The head's initialisation switched it off (Epson, GS a: until ESC @ is executed).
    parts.push(tellChanges);
  }
  for (const [index, [from, to]] of slipsOf(image).entries()) {
    if (index > 0) {
      parts.push(frame.cut);
    }
    pushStrips(parts, dots.subarray(from * rowBytes(image), to * rowBytes(image)), rowBytes(image), profile.stripRows);
  }
  parts.push(frame.tail);
  return Buffer.concat(parts);
}

/** Rows of each slip of the job; a cut at its very beginning or end, or in the same place again, cuts nothing. */
function slipsOf({ cutsAtDots, heightDots }: SlipImage): (readonly [from: number, to: number])[] {
  const borders = [0, ...cutsAtDots, heightDots];
  return borders
    .slice(1)
    .map((to, index) => [borders[index] ?? 0, to] as const)
    .filter(([from, to]) => to > from);
}

function pushStrips(parts: Uint8Array[], dots: Uint8Array, bytesARow: number, stripRows: number): void {
  for (let offset = 0; offset < dots.length; offset += stripRows * bytesARow) {
    const strip = dots.subarray(offset, offset + stripRows * bytesARow);
    const rows = strip.length / bytesARow;
    parts.push(Uint8Array.of(0x1d, 0x76, 0x30, 0x00, bytesARow & 0xff, bytesARow >> 8, rows & 0xff, rows >> 8), strip);
  }
}

function rowBytes({ widthDots }: SlipImage): number {
  return widthDots / 8;
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
