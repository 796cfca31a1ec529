/** The slip as a picture. */
import { describe, expect, it } from 'vitest';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { composeChecklist } from '../../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { expectLooksAs } from './golden-picture.ts';
import { inkBox, readQrCodes } from './slip-dots.ts';

const rasteriser = createSlipRasteriser(createCanvasTextPainter());

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
      large: false,
      maximumHeightMillimetres: 400,
    },
    (elements) => rasteriser.measure({ elements }, widthDots),
  );
  const image = rasteriser.rasterise(layout, widthDots);

  it('looks as it did when it was looked at', () => {
    expectLooksAs(`checklist-${widthDots}.png`, image);
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
