/** The slip as a picture. The golden file was looked at; `KIOSK_UPDATE_GOLDEN=1` writes it anew, to be looked at again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { composeChecklist } from '../../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { inkBox, isBlack, readPng, readQrCodes } from './slip-dots.ts';

const rasteriser = createSlipRasteriser(createCanvasTextPainter());
/** The same letters may be cut to black and white a dot apart on another kind of processor. */
const differentShare = 0.005;

describe.each([576, 384])('the checklist on %i dots', (widthDots) => {
  const layout = composeChecklist(
    {
      procedure: birthRegistration,
      caseId: null,
      office: slipOffice,
      places: {},
      catalogueDate: '2026-07-01',
      portalUrl: portalUrlOf('1.001193'),
      printedAtMs: Date.UTC(2026, 6, 22, 2, 41),
      language: 'vi',
      maximumHeightMillimetres: 400,
    },
    (elements) => rasteriser.measure({ elements }, widthDots),
  );
  const image = rasteriser.rasterise(layout, widthDots);
  const path = fileURLToPath(new URL(`../../fixtures/printing/checklist-${widthDots}.png`, import.meta.url));

  it('looks as it did when it was looked at', () => {
    if (process.env['KIOSK_UPDATE_GOLDEN'] === '1') {
      writeFileSync(path, rasteriser.toPng(image));
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
  });

  it('keeps its ink off the edges', () => {
    const box = inkBox(image);
    expect(box?.left).toBeGreaterThanOrEqual(6);
    expect(box?.right).toBeLessThan(widthDots - 4);
    expect(box?.top).toBeGreaterThan(4);
    expect(box?.bottom).toBeLessThan(image.heightDots - 4);
  });

  it('is drawn the same every time', () => {
    expect(Buffer.from(rasteriser.rasterise(layout, widthDots).bits).equals(Buffer.from(image.bits))).toBe(true);
  });

  it('has a code that reads back to the exact link', async () => {
    expect(await readQrCodes(rasteriser.toPng(image))).toEqual([portalUrlOf('1.001193')]);
  });
});

it('refuses a width that is no whole number of bytes', () => {
  expect(() => rasteriser.rasterise({ elements: [] }, 100)).toThrow(RangeError);
});
