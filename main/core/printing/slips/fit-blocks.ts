/** Keeps a slip within its longest length: leaves out whole blocks, least important first, and says how many papers went. */
import type { SlipElement } from '../typesetting/slip-layout.ts';

/** What goes first where paper is short: the highest rank; within a rank the last block. What is `fixed` always stays. */
export const blockRanks = {
  fixed: 0,
  code: 1,
  /** A step of a life event. */
  step: 2,
  alwaysPaper: 3,
  oneOfPaper: 4,
  fact: 5,
  conditionalPaper: 6,
  officialName: 7,
  explanation: 8,
} as const;

export interface SlipBlock {
  readonly elements: readonly SlipElement[];
  readonly rank: (typeof blockRanks)[keyof typeof blockRanks];
  /** Whether it is a line of papers, told as left out. */
  readonly paper: boolean;
}

/** A block that is no line of papers. */
export function slipBlock(rank: keyof typeof blockRanks, elements: readonly SlipElement[]): SlipBlock {
  return { rank: blockRanks[rank], elements, paper: false };
}

export interface FitOptions {
  readonly maximumHeightDots: number;
  readonly heightOf: (elements: readonly SlipElement[]) => number;
  /** The notice that takes the place of the papers left out. */
  readonly notice: (count: number) => readonly SlipElement[];
}

export interface FittedBlocks {
  readonly kept: readonly SlipBlock[];
  readonly papersLeftOut: number;
  /** Short enough, and nothing left out but what explains. */
  readonly isWhole: boolean;
}

/** The notice's own height is counted. What is fixed stays even where it alone is too high. */
export function fitBlocks(blocks: readonly SlipBlock[], options: FitOptions): FittedBlocks {
  const heights = new Map(blocks.map((block) => [block, options.heightOf(block.elements)]));
  let total = [...heights.values()].reduce((sum, height) => sum + height, 0);
  const leaving = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => block.rank > blockRanks.fixed)
    .sort((a, b) => b.block.rank - a.block.rank || b.index - a.index);
  // Measured with a long number, so that the notice never grows while papers leave.
  const noticeHeight = options.heightOf(options.notice(999));
  const left = new Set<SlipBlock>();
  let papersLeftOut = 0;
  for (const { block } of leaving) {
    if (total + (papersLeftOut > 0 ? noticeHeight : 0) <= options.maximumHeightDots) {
      break;
    }
    left.add(block);
    total -= heights.get(block) ?? 0;
    papersLeftOut += block.paper ? 1 : 0;
  }
  const isWhole =
    total <= options.maximumHeightDots && !Array.from(left).some(({ rank }) => rank < blockRanks.officialName);
  return { kept: blocks.filter((block) => !left.has(block)), papersLeftOut, isWhole };
}
