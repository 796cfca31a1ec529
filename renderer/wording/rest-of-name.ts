/** What a full name says beyond the short title that stands above it: the case, which tells near-duplicates apart. */
import { foldLetters } from './fold-letters.ts';

/** From the first word after the short title on, with an ellipsis in front; the whole name where it begins differently. */
export function restOfName(name: string, shortTitle: string): string {
  const composed = name.normalize('NFC');
  const written = foldLetters(composed);
  const title = foldLetters(shortTitle.normalize('NFC').replace(/…$/u, '')).trim();
  const start = written.replace(/^thu tuc\s+/u, '').startsWith(title) ? written.indexOf(title) + title.length : 0;
  const isWithinWord = /^\p{L}/u.test(composed.slice(start));
  const rest = composed.slice(start).replace(/^[\s,;:–-]+/u, '');
  return start === 0 || isWithinWord || rest === '' ? name : `… ${rest}`;
}
