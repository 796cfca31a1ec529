/** How a question may go on: names and citizens' words that begin as it ends. */
import { foldedWords, foldVietnamese, tokenise } from '../vietnamese-text.ts';
import type { SectionReader } from './binary-sections.ts';
import { linesOf, lowerBound } from './vocabulary.ts';

export interface Completions {
  /** Whole questions in place of `text`, most likely first, at most six; none for a finished or empty one. */
  complete(text: string): string[];
  /** Procedures (places in reading order) with a name that begins so; `letters` are folded, at most `limit`. */
  beginning(letters: string, limit: number): number[];
}

const mostCompletions = 6;
/** Words at the end of the question that a name may continue, at most. */
const longestTail = 6;
/** Phrases with one beginning that are looked through; the first letter has thousands. */
const mostLookedAt = 4000;

export function createCompletions(sections: SectionReader): Completions {
  const texts = linesOf(sections.text('phrases'));
  const folded = linesOf(sections.text('phraseFolded'));
  const procedureOf = sections.u16('phraseProcedure');

  return {
    complete(text) {
      if (!/[\p{L}\p{M}\p{N}]$/u.test(text)) return [];
      const tokens = tokenise(text);
      for (let length = Math.min(longestTail, tokens.length); length > 0; length -= 1) {
        const tail = tokens.slice(-length);
        const start = tail[0]?.start ?? 0;
        const found = startingWith(foldedTail(text.slice(start)));
        if (found.length > 0)
          return found.map((phrase) => text.slice(0, start) + lowerFirst(texts[phrase] ?? '', start > 0));
        if (length === 1) break;
      }
      return [];
    },
    beginning(letters, limit) {
      const [from, to] = rangeOf(letters);
      const procedures = new Set<number>();
      for (let index = from; index < Math.min(to, from + mostLookedAt); index += 1) {
        procedures.add(procedureOf[index] ?? 0);
      }
      return [...procedures].sort((a, b) => a - b).slice(0, limit);
    },
  };

  /** Places of the phrases that go on from the letters, those of the procedures read first before the others. */
  function startingWith(letters: string): number[] {
    const [from, to] = rangeOf(letters);
    const behind = Math.min(to, from + mostLookedAt);
    const best: number[] = [];
    const seen = new Set<string>();
    const looked = Array.from({ length: Math.max(0, behind - from) }, (_, index) => from + index);
    for (const phrase of looked.sort((a, b) => (procedureOf[a] ?? 0) - (procedureOf[b] ?? 0) || a - b)) {
      const words = folded[phrase] ?? '';
      if (words.length > letters.length && !seen.has(words)) {
        seen.add(words);
        best.push(phrase);
        if (best.length === mostCompletions) break;
      }
    }
    return best;
  }

  function rangeOf(letters: string): [number, number] {
    const from = lowerBound(folded.length, (index) => (folded[index] ?? '') < letters);
    const to = lowerBound(folded.length, (index) => (folded[index] ?? '') < `${letters}\uFFFF`);
    return [from, to];
  }
}

/** The words in their folded form, the last one as far as it was typed. */
function foldedTail(text: string): string {
  return foldedWords(text) || foldVietnamese(text);
}

function lowerFirst(text: string, isContinued: boolean): string {
  return isContinued ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
