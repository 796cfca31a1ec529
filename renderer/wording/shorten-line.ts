/** Long official sentences, cut for the eye and never lost: the screen offers "Xem đầy đủ" beside what is cut. */

/** Longest line a list shows, in characters (docs/catalogue.md §3). */
export const longestLine = 120;

export interface ShortenedLine {
  readonly shown: string;
  readonly isCut: boolean;
}

/** Cuts at the end of a sentence where one stands in the last third, else between words; the result with its "…" keeps to `limit`. */
export function shortenLine(text: string, limit: number = longestLine): ShortenedLine {
  const whole = text.trim();
  if (whole.length <= limit) return { shown: whole, isCut: false };
  const room = whole.slice(0, limit - 1);
  const clause = Math.max(room.lastIndexOf('; '), room.lastIndexOf('. '), room.lastIndexOf(', '));
  const word = room.lastIndexOf(' ');
  const cut = clause > limit * 0.66 ? clause : word > 0 ? word : room.length;
  // A surrogate pair is never cut in two.
  const kept = room.slice(0, cut).replace(/[\uD800-\uDBFF]$/u, '');
  return { shown: `${kept.replace(/[\s,;.:–-]+$/u, '')}…`, isCut: true };
}
