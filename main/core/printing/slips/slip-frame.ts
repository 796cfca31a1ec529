/** What every slip has in common: the office above, and below the code to scan, the dates and what the slip is worth. */
import type { Language } from '../../../contract/kiosk.ts';
import type { SlipElement, SlipLayout, TextElement } from '../typesetting/slip-layout.ts';
import { slipMeasures } from '../typesetting/slip-typography.ts';
import type { SlipOffice, SlipPlaces } from './describe-place.ts';
import { fitBlocks, type SlipBlock } from './fit-blocks.ts';
import { type SlipDetail, slipDetails } from './paper-elements.ts';
import { formatDate, formatTime } from './slip-numbers.ts';
import type { SlipWords } from './slip-words.ts';

/** Facts of the kiosk and the moment, the same for every slip. */
export interface SlipContext {
  readonly office: SlipOffice;
  readonly places: SlipPlaces;
  /** YYYY-MM-DD: the day the facts were published. */
  readonly catalogueDate: string;
  readonly printedAtMs: number;
  readonly language: Language;
  /** Longest slip, with the paper that is fed to the cutter. */
  readonly maximumHeightMillimetres: number;
}

/** Height of elements in dots on the paper the slip is for. */
export type HeightOf = (elements: readonly SlipElement[]) => number;

const dotsAMillimetre = 8;
/** Edge of a square of the QR code: 0.6 mm. */
const usualModuleDots = 5;
/** Paper fed before the cut: four lines of 1/6 inch. */
const cutFeedDots = 136;

export const betweenFacts: SlipElement = { kind: 'space', heightDots: 10 };
export const smallGap: SlipElement = { kind: 'space', heightDots: 8 };
export const gap: SlipElement = { kind: 'space', heightDots: 18 };

export function smallText(text: string, bold = false): TextElement {
  return { kind: 'text', size: 'small', runs: [{ text, bold }] };
}

/** Office, kind of slip and title. */
export function slipHeader(context: SlipContext, kind: string, title: string): SlipElement[] {
  const { office } = context;
  return [
    ...(office.parentName === null ? [] : [smallText(office.parentName)]),
    { kind: 'text', size: 'body', runs: [{ text: office.name, bold: true }] },
    smallGap,
    { kind: 'rule' },
    gap,
    smallText(kind.toLocaleUpperCase('vi')),
    { kind: 'text', size: 'title', runs: [{ text: title, bold: true }] },
  ];
}

/** A code to scan with what it leads to. */
export function codeToScan(url: string, beside: readonly TextElement[], moduleDots: number): SlipElement {
  return { kind: 'qr', text: url, moduleDots, beside };
}

/** The slip's own code to scan, what it leads to, and the dates beside it. */
export function slipCode(
  context: SlipContext,
  words: SlipWords,
  link: { readonly url: string; readonly code: string },
): SlipElement {
  const scan: TextElement = { kind: 'text', size: 'body', runs: [{ text: words.scan, bold: true }] };
  return codeToScan(link.url, [scan, smallText(words.code(link.code)), ...dateLines(context, words)], usualModuleDots);
}

/** What the slip is worth. */
export function slipFooter(words: SlipWords): SlipElement[] {
  return [smallText(words.courtesy)];
}

/** Of which day the facts are and when they were printed. */
export function dateLines(context: SlipContext, words: SlipWords): TextElement[] {
  return [
    smallText(words.dataDate(formatDate(context.catalogueDate))),
    smallText(words.printedAt(formatTime(context.printedAtMs))),
  ];
}

export interface SlipFit {
  readonly heightOf: HeightOf;
  readonly context: SlipContext;
  /** Says how many lines of papers were left out. */
  readonly leftOut: (count: number) => string;
}

/**
 * The fullest slip that is short enough. `blocksAt` makes its blocks for one measure of detail; the notice on papers left
 * out comes after the last paper.
 */
export function fitSlip(blocksAt: (detail: SlipDetail) => readonly SlipBlock[], fit: SlipFit): SlipLayout {
  const { heightOf, context } = fit;
  const margins = slipMeasures.topMarginDots + slipMeasures.bottomMarginDots;
  const maximumHeightDots = context.maximumHeightMillimetres * dotsAMillimetre - cutFeedDots - margins;
  const notice = (count: number): SlipElement[] => [
    gap,
    { kind: 'text', size: 'body', runs: [{ text: fit.leftOut(count), bold: true }] },
  ];
  let elements: SlipElement[] = [];
  for (const detail of slipDetails) {
    const blocks = blocksAt(detail);
    const fitted = fitBlocks(blocks, { maximumHeightDots, heightOf, notice });
    elements = withNotice(blocks, fitted.kept, fitted.papersLeftOut === 0 ? [] : notice(fitted.papersLeftOut));
    if (fitted.papersLeftOut === 0) {
      break;
    }
  }
  return { elements };
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
