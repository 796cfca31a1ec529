/** Shortens long texts where a reader expects an end: after a sentence, else after a clause, else between words. */

export interface ShortenedText {
  readonly text: string;
  /** Something was left away; the caller says where it can be read. */
  readonly shortened: boolean;
}

/** Where a reader expects an end, the best first. */
const sentenceEnd = /[.;!?:](?=\s)/gu;
const clauseEnd = /,(?=\s)|\s[–(-]|(?<=\p{L})\/(?=\p{L})/gu;
const conjunction = /\s(?=(?:trong trường hợp|(?<!trong )trường hợp|theo|đối với|nếu|hoặc|để|kèm|do|khi)\s)/gu;

/** An end that keeps less than the first share of the room is taken only where no other keeps more. */
const goodShare = 0.4;
const leastShare = 0.1;

/** Longest reading of `text` within `limit` UTF-16 units, without the stop it ends with. White space is collapsed. */
export function shortenText(text: string, limit: number): ShortenedText {
  const whole = text.replaceAll(/\s+/gu, ' ').trim();
  if (whole.length <= limit) {
    return { text: whole, shortened: false };
  }
  const ends = [goodShare, leastShare].flatMap((share) =>
    [sentenceEnd, clauseEnd, conjunction].map((pattern) => lastEnd(whole, pattern, limit * share, limit)),
  );
  const end = ends.find((at) => at !== null) ?? whole.lastIndexOf(' ', limit);
  return { text: whole.slice(0, end > 0 ? end : limit).replace(/[\s.,;:–(-]+$/u, ''), shortened: true };
}

/** The same with "…" where something was left away. */
export function upTo<T extends string | null>(text: T, limit: number): T | string {
  if (text === null) {
    return text;
  }
  const { text: kept, shortened } = shortenText(text, limit);
  return shortened ? `${kept} …` : kept;
}

function lastEnd(text: string, pattern: RegExp, least: number, most: number): number | null {
  // A little more than fits, so that words at the very end are recognised.
  const room = text.slice(0, most + 20);
  const ends = Array.from(room.matchAll(pattern), (match) => match.index);
  return ends.findLast((at) => at >= least && at <= most) ?? null;
}

/** With a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A heading of the source without its bullets and its closing colon. */
export function plainHeading(text: string): string {
  return text.replace(/^[\s*•+–-]+/u, '').replace(/[\s:;.,]+$/u, '');
}
