/** Looks at the dots of a slip, for tests. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { SlipImage } from '../../../main/core/printing/typesetting/slip-layout.ts';

export function isBlack(image: SlipImage, x: number, y: number): boolean {
  return ((image.bits[y * (image.widthDots / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** First and last row, first and last column that hold ink; null where there is none. */
export function inkBox(image: SlipImage): { top: number; bottom: number; left: number; right: number } | null {
  let box: { top: number; bottom: number; left: number; right: number } | null = null;
  for (let y = 0; y < image.heightDots; y += 1) {
    for (let x = 0; x < image.widthDots; x += 1) {
      if (isBlack(image, x, y)) {
        box ??= { top: y, bottom: y, left: x, right: x };
        box = { top: box.top, bottom: y, left: Math.min(box.left, x), right: Math.max(box.right, x) };
      }
    }
  }
  return box;
}

/** Reads the 1-bit PNG our printer and rasteriser write back into dots. */
export function readPng(png: Uint8Array): SlipImage {
  const bytes = Buffer.from(png);
  const widthDots = bytes.readUInt32BE(16);
  const heightDots = bytes.readUInt32BE(20);
  const data: Uint8Array[] = [];
  for (let offset = 8; offset < bytes.length; ) {
    const length = bytes.readUInt32BE(offset);
    if (bytes.toString('latin1', offset + 4, offset + 8) === 'IDAT') {
      data.push(bytes.subarray(offset + 8, offset + 8 + length));
    }
    offset += length + 12;
  }
  const rows = inflateSync(Buffer.concat(data));
  const bytesARow = widthDots / 8;
  const bits = new Uint8Array(bytesARow * heightDots);
  for (let row = 0; row < heightDots; row += 1) {
    for (let column = 0; column < bytesARow; column += 1) {
      bits[row * bytesARow + column] = ~(rows[row * (bytesARow + 1) + 1 + column] ?? 0) & 0xff;
    }
  }
  return { widthDots, heightDots, bits, cutsAtDots: [] };
}

/** What the codes on a PNG say, read by a decoder that is not ours. */
export async function readQrCodes(png: Uint8Array, format: 'QRCode' | 'Code128' = 'QRCode'): Promise<string[]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  // A view of its own: the module takes the buffer and nothing around it.
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  const codes = await readBarcodes(new Uint8Array(png), {
    formats: [format],
    tryHarder: true,
    maxNumberOfSymbols: 16,
  });
  return codes.filter((code) => code.isValid).map((code) => code.text);
}
