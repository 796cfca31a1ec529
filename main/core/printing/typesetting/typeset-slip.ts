/** Gives every element of a slip its place on the paper. Pure: the same layout and widths of letters give the same dots. */

import { placeBarcode, placeQr } from './place-codes.ts';
import { placeFigure } from './place-figure.ts';
import { placeTable } from './place-table.ts';
import { placeCheckbox, placeHeading, placeNumber, placeRow, placeText } from './place-text.ts';
import { bar, blank, type Placed, shift, stack } from './placed-parts.ts';
import type { PlacedSlip } from './placed-slip.ts';
import type { Setting, TypesettingMeans } from './set-text.ts';
import type { SlipElement, SlipLayout } from './slip-layout.ts';
import { measuresFor, slipMeasures } from './slip-typography.ts';

/** `widthDots` is the printable width, a multiple of 8. A cut with nothing before or behind it is left out. */
export function typesetSlip(layout: SlipLayout, widthDots: number, means: TypesettingMeans): PlacedSlip {
  const setting = settingFor(layout, widthDots, means);
  const elements = withoutEmptySlips(layout.elements);
  const parts = elements.map((element) => place(element, setting));
  const stacked = shift(stack(parts), slipMeasures.sideMarginDots, slipMeasures.topMarginDots);
  const cutsAtDots: number[] = [];
  let top = slipMeasures.topMarginDots;
  for (const [index, element] of elements.entries()) {
    if (element.kind === 'cut') {
      cutsAtDots.push(top + slipMeasures.bottomMarginDots);
    }
    top += parts[index]?.heightDots ?? 0;
  }
  return {
    widthDots,
    heightDots: stacked.heightDots + slipMeasures.topMarginDots + slipMeasures.bottomMarginDots,
    texts: stacked.texts,
    rectangles: stacked.rectangles,
    cutsAtDots,
  };
}

/** Height of the elements without the slip's margins; the heights of parts add up to the height of the whole. */
export function heightOfElements(layout: SlipLayout, widthDots: number, means: TypesettingMeans): number {
  const setting = settingFor(layout, widthDots, means);
  return layout.elements.reduce((height, element) => height + place(element, setting).heightDots, 0);
}

function settingFor({ large = false }: SlipLayout, widthDots: number, means: TypesettingMeans): Setting {
  const inner = widthDots - 2 * slipMeasures.sideMarginDots;
  return { widthDots: inner, ...measuresFor(widthDots, large), ...means };
}

function place(element: SlipElement, setting: Setting): Placed {
  switch (element.kind) {
    case 'text':
      return placeText(element, setting);
    case 'heading':
      return placeHeading(element, setting);
    case 'checkbox':
      return placeCheckbox(element, setting);
    case 'row':
      return placeRow(element, setting);
    case 'rule':
      return { ...blank(setting.ruleStrokeDots), rectangles: [bar(setting.widthDots, setting.ruleStrokeDots)] };
    case 'space':
      return blank(Math.round(element.heightDots * setting.scale));
    case 'barcode':
      return placeBarcode(element, setting);
    case 'number':
      return placeNumber(element, setting);
    case 'table':
      return placeTable(element, setting);
    case 'figure':
      return placeFigure(element, setting);
    case 'cut':
      return blank(slipMeasures.bottomMarginDots + slipMeasures.topMarginDots);
    case 'qr':
      break;
  }
  return placeQr(element, setting);
}

function withoutEmptySlips(elements: readonly SlipElement[]): SlipElement[] {
  const kept: SlipElement[] = [];
  for (const element of elements) {
    const previous = kept.at(-1);
    if (element.kind !== 'cut' || (previous !== undefined && previous.kind !== 'cut')) {
      kept.push(element);
    }
  }
  return kept.at(-1)?.kind === 'cut' ? kept.slice(0, -1) : kept;
}
