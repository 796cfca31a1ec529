/** Writes a slip as a picture: PNG with one grey bit a dot, a few kilobytes for a slip of 40 cm (PNG 1.2, chunks IHDR, pHYs, IDAT, IEND). */
import { crc32, deflateSync } from 'node:zlib';
import type { SlipImage } from './slip-layout.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** 203 dpi. */
const dotsAMetre = 7992;

export function encodePng(image: SlipImage): Uint8Array {
  const bytesARow = image.widthDots / 8;
  // Each row is led by its filter type; 0 takes the bytes as they are. PNG's 0 is black.
  const rows = new Uint8Array((bytesARow + 1) * image.heightDots);
  for (let row = 0; row < image.heightDots; row += 1) {
    for (let column = 0; column < bytesARow; column += 1) {
      rows[row * (bytesARow + 1) + 1 + column] = ~(image.bits[row * bytesARow + column] ?? 0) & 0xff;
    }
  }
  const header = new Uint8Array(13);
  const headerView = new DataView(header.buffer);
  headerView.setUint32(0, image.widthDots);
  headerView.setUint32(4, image.heightDots);
  header[8] = 1;
  const resolution = new Uint8Array(9);
  const resolutionView = new DataView(resolution.buffer);
  resolutionView.setUint32(0, dotsAMetre);
  resolutionView.setUint32(4, dotsAMetre);
  resolution[8] = 1;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('pHYs', resolution),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
