/** Shortens long texts where a reader expects an end: after a sentence, else after a clause, else between words. */

export interface ShortenedText {
  readonly text: string;
  /** Something was left away; the caller says where it can be read. */
  readonly shortened: boolean;
}

/** An end that keeps less than this share of the room is no good place: too much would be lost. */
const leastShare = 0.4;

/** Longest reading of `text` within `limit` UTF-16 units, without the stop it ends with. White space is collapsed. */
export function shortenText(text: string, limit: number): ShortenedText {
  const whole = text.replaceAll(/\s+/gu, ' ').trim();
  if (whole.length <= limit) {
    return { text: whole, shortened: false };
  }
  const room = whole.slice(0, limit + 1);
  const end =
    lastEnd(room, /[.;!?:](?=\s)/gu, limit) ??
    lastEnd(room, /,(?=\s)|\s[–(-]/gu, limit) ??
    Math.max(room.lastIndexOf(' '), 0);
  const kept = whole.slice(0, end === 0 ? limit : end);
  return { text: kept.replace(/[\s.,;:–(-]+$/u, ''), shortened: true };
}

function lastEnd(room: string, pattern: RegExp, limit: number): number | null {
  const ends = Array.from(room.matchAll(pattern), (match) => match.index).filter((at) => at >= limit * leastShare);
  return ends.at(-1) ?? null;
}

/** With a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A heading of the source without its bullets and its closing colon. */
export function plainHeading(text: string): string {
  return text.replace(/^[\s*•+–-]+/u, '').replace(/[\s:;.,]+$/u, '');
}
