/** Be Vietnam Pro for the canvas. Each subset has a family name of its own: under one name the canvas leaves đ ă ư ơ blank. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import type { SlipFont } from '../../core/ports.ts';

const weights = { regular: 500, bold: 700 } as const;
/** The Vietnamese one first: with Latin first ễ is composed of its parts, and wrongly. */
const subsets = ['vietnamese', 'latin-ext', 'latin'] as const;

/**
 * Registers the fonts with the canvas, once in a process however often it is called. Medium instead of regular: thermal
 * paper takes thin strokes away.
 * Throws where a font file is missing.
 */
export function registerSlipFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const weight of Object.values(weights)) {
    for (const subset of subsets) {
      const family = familyOf(subset, weight);
      const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      // Read by Node, which sees into a packaged application's archive; the canvas' own code does not.
      if (!GlobalFonts.has(family) && GlobalFonts.register(readFileSync(resolve(file)), family) === null) {
        throw new Error(`The slip font ${file} could not be registered.`);
      }
    }
  }
}

/** The `font` of a canvas context. */
export function canvasFont(font: SlipFont): string {
  const weight = font.bold ? weights.bold : weights.regular;
  return `${font.emDots}px ${subsets.map((subset) => `"${familyOf(subset, weight)}"`).join(', ')}`;
}

function familyOf(subset: string, weight: number): string {
  return `KioskSlip-${weight}-${subset}`;
}
