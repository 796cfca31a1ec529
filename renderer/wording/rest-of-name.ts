/** What a full name says beyond the short title that stands above it: the case, which tells near-duplicates apart. */
import { foldLetters } from './fold-letters.ts';

/**
 * From the first word after the short title on, with an ellipsis in front; the whole name where it begins differently,
 * null where it says no more.
 */
export function restOfName(name: string, shortTitle: string): string | null {
  const composed = name.normalize('NFC');
  const written = foldLetters(composed);
  const title = foldLetters(shortTitle.normalize('NFC').replace(/…$/u, '')).trim();
  const start = written.replace(/^thu tuc\s+/u, '').startsWith(title) ? written.indexOf(title) + title.length : 0;
  const isWithinWord = /^\p{L}/u.test(composed.slice(start));
  const rest = composed.slice(start).replace(/^[\s,;:–-]+/u, '');
  if (start === 0 || isWithinWord) return name;
  return rest === '' ? null : `… ${rest}`;
}
