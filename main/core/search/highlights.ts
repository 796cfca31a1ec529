/** Marks in the accented original what answers the question: its own words, and the catalogue's words they stand for. */
import { tokenise } from '../vietnamese-text.ts';
import type { Question } from './question.ts';

/** Start (inclusive) and end (exclusive) in UTF-16 units. */
export type Highlight = [start: number, end: number];

export interface WantedWords {
  /** Folded. */
  readonly whole: ReadonlySet<string>;
  /** Letters of the last word, which may be unfinished; null where it is not. */
  readonly beginning: string | null;
}

export function wantedWords({ concepts, words, isOpen }: Question): WantedWords {
  const whole = concepts.flatMap(({ wordings, isLight }) =>
    isLight ? [] : wordings.flatMap((wording) => wording.words.map((word) => word.folded)),
  );
  return { whole: new Set(whole), beginning: isOpen ? (words.at(-1)?.folded ?? null) : null };
}

/** In reading order, never overlapping; neighbours that only white space parts become one highlight. */
export function highlightsIn(text: string, { whole, beginning }: WantedWords): Highlight[] {
  const merged: Highlight[] = [];
  for (const token of tokenise(text)) {
    const begins = beginning !== null && beginning.length >= 2 && token.folded.startsWith(beginning);
    if (!whole.has(token.folded) && !begins) {
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
