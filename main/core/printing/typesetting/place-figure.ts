/** Figures of black rectangles, with labels below them. */
import type { Placed } from './placed-parts.ts';
import type { Setting } from './set-text.ts';
import type { SlipElement } from './slip-layout.ts';

type Figure = Extract<SlipElement, { kind: 'figure' }>;

export function placeFigure({ heightDots, rectangles, labels = [] }: Figure, setting: Setting): Placed {
  const { emDots, ascentDots, pitchDots } = setting.sizes.small;
  const font = { emDots, bold: false };
  const texts = labels.map(({ text, xDots }) => ({
    text,
    font,
    xDots: Math.round(xDots - setting.widthOf(text, font) / 2),
    baselineDots: heightDots + ascentDots,
  }));
  return { heightDots: heightDots + (texts.length === 0 ? 0 : pitchDots), texts, rectangles };
}
