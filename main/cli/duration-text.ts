/** How long something is or was, in words for the terminal. */

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** In the largest unit of which there are two at least, else in the next smaller one: "3 days", "36 hours", "90 seconds"; "a moment" under two seconds. */
export function durationText(milliseconds: number): string {
  for (const [unit, unitMs] of units) {
    const count = Math.floor(milliseconds / unitMs);
    if (count >= 2) {
      return `${count} ${unit}s`;
    }
  }
  return 'a moment';
}
