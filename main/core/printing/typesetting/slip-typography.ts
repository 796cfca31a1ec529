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

/** Paper on which columns stand side by side; below it they stand one under the other. */
const wideSlipDots = 560;

/**
 * Be Vietnam Pro's capitals are 0.74 em high (a test measures them), a capital with two marks (Ễ) reaches 1.17 em above
 * the baseline, ợ and g 0.25 em below it. On 80 mm paper capitals are 19 dots (2.4 mm) small, 24 (3.0 mm) body, 39
 * (4.9 mm) title, 104 (13 mm) huge.
 */
const wideMeasures: SizeMeasures = {
  small: { emDots: 26, pitchDots: 34, ascentDots: 26 },
  body: { emDots: 33, pitchDots: 44, ascentDots: 33 },
  title: { emDots: 52, pitchDots: 62, ascentDots: 50 },
  huge: { emDots: 140, pitchDots: 164, ascentDots: 136 },
};

/**
 * 58 mm paper holds 20 letters of 3 mm a line, and 40 cm of it too few papers: small 2.2 mm, body 2.8 mm, title 4.2 mm,
 * huge 10 mm.
 */
const narrowMeasures: SizeMeasures = {
  small: { emDots: 24, pitchDots: 31, ascentDots: 24 },
  body: { emDots: 30, pitchDots: 40, ascentDots: 30 },
  title: { emDots: 46, pitchDots: 56, ascentDots: 45 },
  huge: { emDots: 108, pitchDots: 128, ascentDots: 106 },
};

/** `widthDots` is the printable width. */
export function measuresFor(widthDots: number): { readonly sizes: SizeMeasures; readonly wide: boolean } {
  const wide = widthDots >= wideSlipDots;
  return { sizes: wide ? wideMeasures : narrowMeasures, wide };
}

export const slipMeasures = {
  /** White at the left and right edge: cheap mechanisms are a millimetre off. */
  sideMarginDots: 8,
  /** White above the first and below the last element. */
  topMarginDots: 16,
  bottomMarginDots: 8,
  boxDots: 26,
  boxStrokeDots: 3,
  boxGapDots: 14,
  columnGapDots: 16,
  /** Least white between a line and the small words at its right edge. */
  trailingGapDots: 24,
  labelColumnDots: 158,
  ruleStrokeDots: 2,
  headingStrokeDots: 4,
} as const;
