/** A code as bars for the clerk's reader, where the paper has room for them. */
import type { SlipElement } from '../typesetting/slip-layout.ts';
import type { HeightOf } from './slip-frame.ts';

/** 8 mm: a hand-held reader finds them without aiming. */
const barHeightDots = 64;

/** Empty where the paper is too narrow for bars a reader can tell apart; the same code is on the slip in letters then. */
export function barsThatFit(text: string, heightOf: HeightOf): readonly SlipElement[] {
  const bars: SlipElement = { kind: 'barcode', text, heightDots: barHeightDots };
  try {
    heightOf([bars]);
  } catch (error) {
    if (error instanceof RangeError) {
      return [];
    }
    throw error;
  }
  return [bars];
}
