/** Several slips as one print job, cut apart: they come out together, or the printer says that they did not. */
import type { SlipImage } from '../../core/ports.ts';

/** Of one width; throws a RangeError where they are not, or where there is none. */
export function joinSlips(slips: readonly SlipImage[]): SlipImage {
  const [first, ...others] = slips;
  if (first === undefined || others.some(({ widthDots }) => widthDots !== first.widthDots)) {
    throw new RangeError('Only slips of one width can be joined.');
  }
  let heightDots = 0;
  const cutsAtDots = slips.flatMap((slip) => {
    const start = heightDots;
    heightDots += slip.heightDots;
    return [...(start === 0 ? [] : [start]), ...slip.cutsAtDots.map((cut) => start + cut)];
  });
  const bits = new Uint8Array((first.widthDots / 8) * heightDots);
  let offset = 0;
  for (const slip of slips) {
    bits.set(slip.bits, offset);
    offset += slip.bits.length;
  }
  return { widthDots: first.widthDots, heightDots, bits, cutsAtDots };
}
