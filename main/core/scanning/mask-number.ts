/** A card's number as it may stand on a public screen. */

const shownFirst = 3;
const shownLast = 4;
/** Fewer hidden places could be guessed. */
const leastHidden = 5;

/** E.g. `079•••••1234`; of a short number less is shown, so that five places are always hidden. */
export function maskNumber(number: string): string {
  const last = Math.max(0, Math.min(shownLast, number.length - leastHidden));
  const first = Math.max(0, Math.min(shownFirst, number.length - leastHidden - last));
  return number.slice(0, first) + '•'.repeat(number.length - first - last) + number.slice(number.length - last);
}
