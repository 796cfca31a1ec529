/** The measures every slip is set in. One file, so that a slip is calm: few sizes, one rhythm of distances. */
import type { TextSize } from './slip-layout.ts';

export interface LineMeasures {
  readonly emDots: number;
  /** From baseline to baseline. */
  readonly pitchDots: number;
  /** From the top of the line to its baseline. */
  readonly ascentDots: number;
}

export type SizeMeasures = Readonly<Record<TextSize, LineMeasures>>;

export interface SlipMeasures {
  readonly sizes: SizeMeasures;
  /** Whether label and value stand side by side; else one under the other. */
  readonly sideBySide: boolean;
  /** Distances and strokes given for usual print times this. */
  readonly scale: number;
  readonly boxDots: number;
  readonly boxStrokeDots: number;
  readonly boxGapDots: number;
  readonly columnGapDots: number;
  readonly labelColumnDots: number;
  /** Least white between a line and the words at its right edge. */
  readonly trailingGapDots: number;
  readonly ruleStrokeDots: number;
  readonly headingStrokeDots: number;
  /** Below a heading's rule, and between the rows of a table. */
  readonly belowRuleDots: number;
}

/** White that a cheap mechanism may be off by; the same in large print. */
export const slipMeasures = {
  /** White at the left and right edge. */
  sideMarginDots: 8,
  /** White above the first and below the last element of a slip. */
  topMarginDots: 16,
  bottomMarginDots: 8,
} as const;

/** Paper on which columns stand side by side. */
const wideSlipDots = 560;
/** How much a letter with two marks reaches above the baseline and ợ or a bracket below it, of the em (a test measures it). */
const mostAboveEm = 1.24;
const mostBelowEm = 0.26;

/**
 * Be Vietnam Pro's capitals are 0.74 em high: small 2.4 mm, body 3.0 mm, title 4.9 mm, huge 13 or 10 mm. A line is as
 * high as the highest and the lowest letter together, so that no mark is ever cut or touches the line above (tests measure all
 * of this).
 */
const small: LineMeasures = { emDots: 26, pitchDots: 39, ascentDots: 32 };
const body: LineMeasures = { emDots: 33, pitchDots: 48, ascentDots: 40 };
const title: LineMeasures = { emDots: 53, pitchDots: 78, ascentDots: 65 };

/** Large print: small 3.6 mm, body 4.6 mm, title 7.3 mm, or 6 mm on 58 mm paper, where longer syllables would not fit. */
const largeSmall: LineMeasures = { emDots: 39, pitchDots: 57, ascentDots: 48 };
const largeBody: LineMeasures = { emDots: 50, pitchDots: 73, ascentDots: 61 };
const largeTitle: LineMeasures = { emDots: 78, pitchDots: 114, ascentDots: 95 };

/** `widthDots` is the printable width. */
export function measuresFor(widthDots: number, large = false): SlipMeasures {
  const wide = widthDots >= wideSlipDots;
  const scale = large ? 1.5 : 1;
  const scaled = (dots: number): number => Math.round(dots * scale);
  return {
    sizes: large
      ? {
          small: largeSmall,
          body: largeBody,
          title: wide ? largeTitle : lineFor(64),
          huge: lineFor(wide ? 180 : 120),
        }
      : { small, body, title, huge: lineFor(wide ? 140 : 108) },
    sideBySide: wide && !large,
    scale,
    boxDots: scaled(26),
    boxStrokeDots: scaled(3),
    boxGapDots: scaled(14),
    columnGapDots: scaled(16),
    labelColumnDots: 172,
    trailingGapDots: scaled(24),
    ruleStrokeDots: scaled(2),
    headingStrokeDots: scaled(4),
    belowRuleDots: scaled(8),
  };
}

/** A line in which any letter has room. */
export function lineFor(emDots: number): LineMeasures {
  const ascentDots = Math.ceil(emDots * mostAboveEm);
  return { emDots, ascentDots, pitchDots: ascentDots + Math.ceil(emDots * mostBelowEm) };
}
