/** Marks in the accented original what matched the folded words of a question. */
import { tokenise } from '../vietnamese-text.ts';

/** Start (inclusive) and end (exclusive) in UTF-16 units. */
export type Highlight = [start: number, end: number];

/**
 * Tokens of `text` that equal a term, or begin with the last one (it may be unfinished). Neighbours that only white
 * space parts become one highlight. In reading order, never overlapping.
 */
export function highlightsIn(text: string, terms: readonly string[]): Highlight[] {
  const last = terms.at(-1);
  const whole = new Set(terms);
  const merged: Highlight[] = [];
  for (const token of tokenise(text)) {
    if (!whole.has(token.folded) && !(last !== undefined && last.length >= 2 && token.folded.startsWith(last))) {
      continue;
    }
    const previous = merged.at(-1);
    if (previous !== undefined && text.slice(previous[1], token.start).trim() === '') {
      previous[1] = token.end;
    } else {
      merged.push([token.start, token.end]);
    }
  }
  return merged;
}
