/** How a question may go on: names and citizens' words that begin as it ends. */
import { foldedWords, foldVietnamese, tokenise } from '../vietnamese-text.ts';
import { lowerBound } from './vocabulary.ts';

export interface Completions {
  /** Whole questions in place of `text`, most likely first, at most six; none for a finished or empty one. */
  complete(text: string): string[];
  /** Procedures (places in reading order) with a name that begins so; `letters` are folded, at most `limit`. */
  beginning(letters: string, limit: number): number[];
}

interface Entry {
  readonly folded: string;
  readonly text: string;
  readonly procedure: number;
}

const mostCompletions = 6;
/** Words at the end of the question that a name may continue, at most. */
const longestTail = 6;
/** Entries with one beginning that are looked through; the first letter has thousands. */
const mostLookedAt = 4000;

/** `phrases` are a procedure's names, one list each, in reading order. */
export function createCompletions(phrases: readonly (readonly string[])[]): Completions {
  const entries = phrases
    .flatMap((texts, procedure) => texts.map((text): Entry => ({ folded: foldedWords(text), text, procedure })))
    .sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.procedure - b.procedure));

  return {
    complete(text) {
      if (!/[\p{L}\p{M}\p{N}]$/u.test(text)) return [];
      const tokens = tokenise(text);
      for (let length = Math.min(longestTail, tokens.length); length > 0; length -= 1) {
        const tail = tokens.slice(-length);
        const start = tail[0]?.start ?? 0;
        const found = startingWith(foldedTail(text.slice(start)));
        if (found.length > 0) return found.map((entry) => text.slice(0, start) + lowerFirst(entry.text, start > 0));
        if (length === 1) break;
      }
      return [];
    },
    beginning(letters, limit) {
      const [from, to] = rangeOf(letters);
      const procedures = new Set<number>();
      for (let index = from; index < Math.min(to, from + mostLookedAt); index += 1) {
        procedures.add(entries[index]?.procedure ?? 0);
      }
      return [...procedures].sort((a, b) => a - b).slice(0, limit);
    },
  };

  function startingWith(letters: string): Entry[] {
    const [from, to] = rangeOf(letters);
    const best: Entry[] = [];
    const seen = new Set<string>();
    const looked = entries.slice(from, Math.min(to, from + mostLookedAt)).sort((a, b) => a.procedure - b.procedure);
    for (const entry of looked) {
      if (entry.folded.length > letters.length && !seen.has(entry.folded)) {
        seen.add(entry.folded);
        best.push(entry);
        if (best.length === mostCompletions) break;
      }
    }
    return best;
  }

  function rangeOf(letters: string): [number, number] {
    const from = lowerBound(entries.length, (index) => (entries[index]?.folded ?? '') < letters);
    const to = lowerBound(entries.length, (index) => (entries[index]?.folded ?? '') < `${letters}\uFFFF`);
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
