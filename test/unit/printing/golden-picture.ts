/** Compares a slip with a picture that was looked at; `KIOSK_UPDATE_GOLDEN=1` writes it anew, to be looked at again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { SlipImage } from '../../../main/core/ports.ts';
import { encodePng } from '../../../main/core/printing/typesetting/encode-png.ts';
import { isBlack, readPng } from './slip-dots.ts';

/** The same letters may be cut to black and white a dot apart on another kind of processor. */
const differentShare = 0.005;

/** `name` is that of a file in test/fixtures/printing. */
export function expectLooksAs(name: string, image: SlipImage): void {
  const path = fileURLToPath(new URL(`../../fixtures/printing/${name}`, import.meta.url));
  if (process.env['KIOSK_UPDATE_GOLDEN'] === '1') {
    writeFileSync(path, encodePng(image));
  }
  const golden = readPng(readFileSync(path));
  expect([image.widthDots, image.heightDots]).toEqual([golden.widthDots, golden.heightDots]);
  let different = 0;
  for (let y = 0; y < image.heightDots; y += 1) {
    for (let x = 0; x < image.widthDots; x += 1) {
      different += isBlack(image, x, y) === isBlack(golden, x, y) ? 0 : 1;
    }
  }
  expect(different / (image.widthDots * image.heightDots)).toBeLessThan(differentShare);
}
