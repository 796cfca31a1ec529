/** What must hold of every slip, whatever stands on it: nothing cut, nothing over anything else, nothing off the paper, nothing lost. */
import { expect } from 'vitest';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { PlacedRectangle, PlacedSlip, PlacedText } from '../../../main/core/printing/typesetting/placed-slip.ts';
import { printableText } from '../../../main/core/printing/typesetting/printable-text.ts';
import { qrModules } from '../../../main/core/printing/typesetting/qr-modules.ts';
import type { SlipElement, SlipLayout } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { lineFor, measuresFor } from '../../../main/core/printing/typesetting/slip-typography.ts';
import { typesetSlip } from '../../../main/core/printing/typesetting/typeset-slip.ts';
import { inkBox } from './slip-dots.ts';

export const painter = createCanvasTextPainter();
export const rasteriser = createSlipRasteriser(painter);

/** Both papers in both sizes of print. */
export const settings = [
  [576, false],
  [384, false],
  [576, true],
  [384, true],
] as const;

/** White at either edge: the margin without what a j or a bold stroke stands out of its own width. */
const leastWhiteDots = 3;
/** Room for any letter on every side. */
const roomDots = 400;

export function placed(elements: readonly SlipElement[], widthDots: number, large: boolean): PlacedSlip {
  const means = { widthOf: painter.widthOf.bind(painter), qrModulesOf: qrModules };
  return typesetSlip({ elements, large }, widthDots, means);
}

/** Draws the slip and looks at every dot. */
export function expectSound(elements: readonly SlipElement[], widthDots: number, large: boolean): void {
  const layout: SlipLayout = { elements, large };
  const slip = placed(elements, widthDots, large);
  const image = rasteriser.rasterise(layout, widthDots);
  expect(image.heightDots).toBe(slip.heightDots);
  const box = inkBox(image);
  if (box !== null) {
    expect(box.left).toBeGreaterThanOrEqual(leastWhiteDots);
    expect(box.right).toBeLessThan(widthDots - leastWhiteDots);
    expect(box.top).toBeGreaterThanOrEqual(leastWhiteDots);
    expect(box.bottom).toBeLessThan(image.heightDots - leastWhiteDots);
  }
  const letters = painter.paint(slip.texts, widthDots, slip.heightDots);
  // Each text alone with room around it: what is cut, or covered by another, makes the sum larger.
  const whole = slip.texts.reduce((sum, text) => sum + inkAlone(text), 0);
  expect(blackDots(letters)).toBe(whole);
  expect(slip.rectangles.some((rectangle) => holdsInk(letters, widthDots, rectangle))).toBe(false);
  expectBoxesApart(slip.texts, measuresFor(widthDots, large).sizes);
}

/** The letters of a slip, whatever their order, are those of the elements. */
export function expectNothingLost(elements: readonly SlipElement[], widthDots: number, large: boolean): void {
  const set = placed(elements, widthDots, large).texts.map(({ text }) => text);
  expect(lettersOf(set)).toBe(lettersOf(elements.flatMap(textsOf)));
}

function lettersOf(texts: readonly string[]): string {
  return Array.from(printableText(texts.join('')).replace(/\s/gu, ''))
    .sort((a, b) => (a < b ? -1 : 1))
    .join('');
}

function textsOf(element: SlipElement): string[] {
  switch (element.kind) {
    case 'text':
      return element.runs.map(({ text }) => text);
    case 'heading':
      return [element.text, element.trailing ?? ''];
    case 'checkbox':
      return [...element.runs.map(({ text }) => text), element.trailing ?? '', element.detail ?? ''];
    case 'row':
      return [element.label, element.value, element.detail ?? ''];
    case 'number':
    case 'barcode':
      return [element.text];
    case 'table':
      return [...(element.head ?? []), ...element.rows.flat()];
    case 'qr':
      return [element.caption ?? '', ...(element.beside ?? []).flatMap(textsOf)];
    case 'rule':
    case 'space':
    case 'figure':
    case 'cut':
      break;
  }
  return [];
}

function inkAlone(text: PlacedText): number {
  const widthDots = Math.ceil((painter.widthOf(text.text, text.font) + 2 * roomDots) / 8) * 8;
  const alone = { ...text, xDots: roomDots + (text.xDots % 8), baselineDots: 2 * text.font.emDots };
  return blackDots(painter.paint([alone], widthDots, 3 * text.font.emDots));
}

export function blackDots(bits: Uint8Array): number {
  let count = 0;
  for (let byte of bits) {
    for (; byte !== 0; byte &= byte - 1) {
      count += 1;
    }
  }
  return count;
}

function holdsInk(bits: Uint8Array, widthDots: number, { xDots, yDots, ...size }: PlacedRectangle): boolean {
  for (let y = yDots; y < yDots + size.heightDots; y += 1) {
    for (let x = xDots; x < xDots + size.widthDots; x += 1) {
      if (((bits[(y * widthDots + x) >> 3] ?? 0) & (0x80 >> (x & 7))) !== 0) {
        return true;
      }
    }
  }
  return false;
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** No line's box reaches into another's; a number's, which is as high as its figures, is left to the look at the dots. */
function expectBoxesApart(texts: readonly PlacedText[], sizes: ReturnType<typeof measuresFor>['sizes']): void {
  const measured = new Map(Object.values(sizes).map((size) => [size.emDots, size]));
  const boxes = texts.flatMap(({ text, font, xDots, baselineDots }): Box[] => {
    const line = measured.get(font.emDots);
    const { ascentDots, pitchDots } = line ?? lineFor(font.emDots);
    const [top, bottom] = [baselineDots - ascentDots, baselineDots - ascentDots + pitchDots];
    return line === undefined
      ? []
      : [{ text, left: xDots, right: Math.floor(xDots + painter.widthOf(text, font)), top, bottom }];
  });
  for (const [index, one] of boxes.entries()) {
    const over = boxes
      .slice(index + 1)
      .find((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom);
    expect(over, `${one.text} over ${over?.text}`).toBeUndefined();
  }
}
