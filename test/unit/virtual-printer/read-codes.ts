/** Reads barcodes and QR codes off a slip with a reader that is not ours. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { SlipImage } from '../../../main/core/ports.ts';
import { encodePng } from '../../../main/core/printing/typesetting/encode-png.ts';

/** `format text` of each code, from top to bottom. Codes want white around them, which the paper's edge is not. */
export async function readCodes(slip: SlipImage): Promise<string[]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  const codes = await readBarcodes(encodePng(slip), { tryHarder: true, maxNumberOfSymbols: 32 });
  return codes
    .filter(({ isValid }) => isValid)
    .sort((a, b) => a.position.topLeft.y - b.position.topLeft.y)
    .map(({ format, text }) => `${format} ${text}`);
}
