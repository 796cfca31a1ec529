/** Makes a slip short enough: it tells the same in fewer words first, and leaves lines out, saying so, only then. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { slipMeasures } from '../typesetting/slip-typography.ts';
import { fitBlocks, type SlipBlock } from './fit-blocks.ts';
import { briefestDetail, type SlipDetail, slipDetails } from './paper-elements.ts';
import { bodyText, gap } from './slip-elements.ts';
import type { HeightOf, SlipMoment } from './slip-frame.ts';

const dotsAMillimetre = 8;
/** How much longer a slip in large print may be: its letters take more than twice the paper. */
const largeShare = 2;
/** Paper fed before the cut: four lines of 1/6 inch. */
const cutFeedDots = 136;

/** Longest line where every field of a slip is as long as it may be; seldom needed, and never for papers. */
const shortestLine = 24;

export interface SlipFit {
  readonly heightOf: HeightOf;
  readonly context: Pick<SlipMoment, 'large' | 'maximumHeightMillimetres'>;
}

/**
 * The fullest slip that is short enough. `blocksAt` makes its blocks for one measure of detail; `leftOut` says how many
 * lines of papers are missing, after the last one.
 */
export function fitSlip(
  blocksAt: (detail: SlipDetail) => readonly SlipBlock[],
  leftOut: (count: number) => string,
  { heightOf, context }: SlipFit,
): SlipLayout {
  const notice = (count: number): SlipElement[] => [gap, bodyText(leftOut(count), true)];
  let elements: SlipElement[] = [];
  for (const detail of slipDetails) {
    const blocks = blocksAt(detail);
    const fitted = fitBlocks(blocks, { maximumHeightDots: longestDots(context), heightOf, notice });
    elements = withNotice(blocks, fitted.kept, fitted.papersLeftOut === 0 ? [] : notice(fitted.papersLeftOut));
    if (fitted.isWhole) {
      break;
    }
  }
  return slipOf(elements, context);
}

/**
 * The same for a slip of which all must stay but the end of one list. `elementsAt` makes it with the first `rows` of the
 * list and says itself how many are missing.
 */
export function fitRows(
  elementsAt: (detail: SlipDetail, rows: number) => readonly SlipElement[],
  rowCount: number,
  { heightOf, context }: SlipFit,
): SlipLayout {
  const fits = (elements: readonly SlipElement[]): boolean => heightOf(elements) <= longestDots(context);
  for (const detail of slipDetails) {
    const elements = elementsAt(detail, rowCount);
    if (fits(elements)) {
      return slipOf(elements, context);
    }
  }
  const fewer = longestThatFits((rows) => elementsAt(briefestDetail, rows), rowCount, fits);
  return slipOf(fits(fewer) ? fewer : elementsAt({ ...briefestDetail, lineLimit: shortestLine }, 0), context);
}

/** With no rows at all where not even one fits. */
function longestThatFits(
  elementsWith: (rows: number) => readonly SlipElement[],
  rowCount: number,
  fits: (elements: readonly SlipElement[]) => boolean,
): readonly SlipElement[] {
  let longest = elementsWith(0);
  let fewest = 1;
  let most = rowCount;
  while (fewest <= most) {
    const middle = Math.ceil((fewest + most) / 2);
    const elements = elementsWith(middle);
    if (fits(elements)) {
      longest = elements;
      fewest = middle + 1;
    } else {
      most = middle - 1;
    }
  }
  return longest;
}

/** A slip of which all must stay: it is only told in fewer words. */
export function fitElements(elementsAt: (detail: SlipDetail) => readonly SlipElement[], fit: SlipFit): SlipLayout {
  return fitRows(elementsAt, 0, fit);
}

/** The elements in the print that was asked for. */
function slipOf(elements: readonly SlipElement[], { large }: SlipFit['context']): SlipLayout {
  return large ? { elements, large } : { elements };
}

/** Large print takes more paper for the same words; it tells no less because of it. */
function longestDots({ large, maximumHeightMillimetres }: SlipFit['context']): number {
  const margins = slipMeasures.topMarginDots + slipMeasures.bottomMarginDots;
  return maximumHeightMillimetres * (large ? largeShare : 1) * dotsAMillimetre - cutFeedDots - margins;
}

function withNotice(
  blocks: readonly SlipBlock[],
  kept: readonly SlipBlock[],
  notice: readonly SlipElement[],
): SlipElement[] {
  const keptBlocks = new Set(kept);
  const lastPaper = blocks.findLastIndex((block) => block.paper);
  return blocks.flatMap((block, index) => [
    ...(keptBlocks.has(block) ? block.elements : []),
    ...(index === lastPaper ? notice : []),
  ]);
}
