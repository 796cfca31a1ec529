/** What every slip has in common: the office above, and below the code to scan, the dates and what the slip is worth. */
import type { Language } from '../../../contract/kiosk.ts';
import type { SlipElement, SlipLayout, TextElement } from '../typesetting/slip-layout.ts';
import { slipMeasures } from '../typesetting/slip-typography.ts';
import type { SlipOffice, SlipPlaces } from './describe-place.ts';
import { fitBlocks, type SlipBlock, slipBlock } from './fit-blocks.ts';
import { type SlipDetail, slipDetails } from './paper-elements.ts';
import { bodyText, codeToScan, gap, smallGap, smallText, titleText } from './slip-elements.ts';
import { formatDate, formatTime } from './slip-numbers.ts';
import { type SlipWords, slipWords } from './slip-words.ts';

/** Facts of the kiosk and the moment, the same for every slip. */
export interface SlipMoment {
  readonly office: SlipOffice;
  readonly printedAtMs: number;
  readonly language: Language;
  /** Large print. */
  readonly large: boolean;
  /** Longest slip, with the paper that is fed to the cutter; half as long again in large print. */
  readonly maximumHeightMillimetres: number;
}

/** What the slips of the catalogue need besides. */
export interface SlipContext extends SlipMoment {
  readonly places: SlipPlaces;
  /** YYYY-MM-DD: the day the facts were published. */
  readonly catalogueDate: string;
}

/** Height of elements in dots on the paper and in the print (usual, large) the slip is for. */
export type HeightOf = (elements: readonly SlipElement[]) => number;

const dotsAMillimetre = 8;
/** How much longer a slip in large print may be: its letters are as much larger. */
const largeShare = 1.5;
/** Paper fed before the cut: four lines of 1/6 inch. */
const cutFeedDots = 136;

/** Office, kind of slip and title. */
export function slipHeader(context: Pick<SlipMoment, 'office'>, kind: string, title: string): SlipElement[] {
  return [...officeHeader(context), ...kindAndTitle(kind, title)];
}

/** Whose slip it is. */
export function officeHeader({ office }: Pick<SlipMoment, 'office'>): SlipElement[] {
  return [
    ...(office.parentName === null ? [] : [smallText(office.parentName)]),
    bodyText(office.name, true),
    smallGap,
    { kind: 'rule' },
    gap,
  ];
}

export function kindAndTitle(kind: string, title: string): SlipElement[] {
  return [smallText(kind.toLocaleUpperCase('vi')), titleText(title)];
}

/** The slip's own code to scan, what it leads to, and the dates beside it. */
export function slipCode(
  context: SlipContext,
  words: SlipWords,
  link: { readonly url: string; readonly code: string },
): SlipElement {
  const scan = bodyText(words.scan, true);
  return codeToScan(link.url, [scan, smallText(words.code(link.code)), ...dateLines(context, words)]);
}

/** Foot of a slip that is not made from the catalogue: when it was printed, and what it does not replace. */
export function slipClosing(moment: SlipMoment, marking: string | null): SlipElement[] {
  const printed = slipWords[moment.language].printedAt(formatTime(moment.printedAtMs));
  return [gap, { kind: 'rule' }, smallGap, smallText(printed), ...(marking === null ? [] : [smallText(marking)])];
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
  readonly context: Pick<SlipMoment, 'large' | 'maximumHeightMillimetres'>;
  /** Says how many lines of papers were left out. */
  readonly leftOut: (count: number) => string;
}

/**
 * The fullest slip that is short enough. `blocksAt` makes its blocks for one measure of detail; the notice on papers left
 * out comes after the last paper.
 */
export function fitSlip(blocksAt: (detail: SlipDetail) => readonly SlipBlock[], fit: SlipFit): SlipLayout {
  const { heightOf, context } = fit;
  const notice = (count: number): SlipElement[] => [gap, bodyText(fit.leftOut(count), true)];
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

/** The same for a slip that is one piece and only shortens its texts. */
export function fitElements(
  elementsAt: (detail: SlipDetail) => readonly SlipElement[],
  fit: Omit<SlipFit, 'leftOut'>,
): SlipLayout {
  return fitSlip((detail) => [slipBlock('fixed', elementsAt(detail))], { ...fit, leftOut: () => '' });
}

/** The elements in the print that was asked for. */
export function slipOf(elements: readonly SlipElement[], { large }: Pick<SlipMoment, 'large'>): SlipLayout {
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
