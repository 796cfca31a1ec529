/** How long to wait before a question is asked again: full jitter, so that kiosks that failed together do not return together. */

const baseMs = 250;
const capMs = 1_500;

/** Times a question is asked at most. */
export const mostTries = 3;

/** rand(0, min(cap, base · 2^n)) after the nth try, from 0. */
export function retryDelayMs(tryIndex: number, random: () => number): number {
  return Math.floor(random() * Math.min(capMs, baseMs * 2 ** tryIndex));
}
