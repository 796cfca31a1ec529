/** How a question may go on: names and citizens' words that begin as it ends. */
import { tokenise, toneOf, type WordForms, withoutTone } from '../vietnamese-text.ts';
import type { SectionReader } from './binary-sections.ts';
import { linesOf, lowerBound } from './vocabulary.ts';

export interface Completions {
  /** Whole questions in place of `text`, most likely first, at most six; none where no name goes on so. */
  complete(text: string): string[];
  /** Procedures (places in reading order) with a name that begins so; `letters` are folded, at most `limit`. */
  beginning(letters: string, limit: number): number[];
}

const mostCompletions = 6;
/** Words at the end of the question that a name may continue, at most. */
const longestTail = 6;
/** Phrases of one beginning whose accents are compared; the first letters have thousands. */
const mostCompared = 150;

export function createCompletions(sections: SectionReader): Completions {
  const texts = linesOf(sections.text('phrases'));
  const foldedTexts = linesOf(sections.text('phraseFolded'));
  const procedureOf = sections.u16('phraseProcedure');

  return {
    complete(text) {
      const typed = tokenise(text);
      const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(text);
      // One word is continued where it is the whole question; inside a longer one it says too little.
      for (let length = Math.min(longestTail, typed.length); length >= Math.min(2, typed.length); length -= 1) {
        const tail = typed.slice(typed.length - length);
        const start = tail[0]?.start ?? 0;
        const letters = tail.map(({ folded }) => folded).join(' ') + (isOpen ? '' : ' ');
        const found = tail.length === 0 ? [] : startingWith(letters, tail);
        if (found.length > 0) {
          return found.map((phrase) => text.slice(0, start) + lowerFirst(texts[phrase] ?? '', start > 0));
        }
      }
      return [];
    },
    beginning(letters, limit) {
      const procedures = new Set<number>();
      for (const phrase of readFirst(...rangeOf(letters))) {
        procedures.add(procedureOf[phrase] ?? 0);
        if (procedures.size === limit) break;
      }
      return [...procedures];
    },
  };

  /** Places of the phrases that go on from the letters, those of the procedures read first before the others. */
  function startingWith(letters: string, tail: readonly WordForms[]): number[] {
    const [from, to] = rangeOf(letters);
    const best: number[] = [];
    const seen = new Set<string>();
    for (const phrase of readFirst(from, to).subarray(0, mostCompared)) {
      const words = foldedTexts[phrase] ?? '';
      if (words.length > letters.length && !seen.has(words) && goesOn(texts[phrase] ?? '', tail)) {
        seen.add(words);
        best.push(phrase);
        if (best.length === mostCompletions) break;
      }
    }
    return best;
  }

  /** The phrases of a range in the order their procedures are read. Numbers that hold both sort without a comparison of ours. */
  function readFirst(from: number, to: number): Uint32Array {
    const keys = new Uint32Array(Math.min(65_536, Math.max(0, to - from)));
    for (let offset = 0; offset < keys.length; offset += 1) {
      keys[offset] = (procedureOf[from + offset] ?? 0) * 65_536 + offset;
    }
    return keys.sort().map((key) => from + (key % 65_536));
  }

  function rangeOf(letters: string): [number, number] {
    const from = lowerBound(foldedTexts.length, (index) => (foldedTexts[index] ?? '') < letters);
    const to = lowerBound(foldedTexts.length, (index) => (foldedTexts[index] ?? '') < `${letters}\uFFFF`);
    return [from, to];
  }
}

/** Whether the phrase has the accents that were typed; the last word may still lack its own. */
function goesOn(phrase: string, tail: readonly WordForms[]): boolean {
  const words = tokenise(phrase);
  return tail.every(({ folded, accented }, index) => {
    const written = words[index]?.accented ?? '';
    if (accented === folded || accented === written) return true;
    const isLast = index === tail.length - 1;
    return (
      isLast &&
      withoutTone(written).startsWith(withoutTone(accented)) &&
      ['', toneOf(written)].includes(toneOf(accented))
    );
  });
}

function lowerFirst(text: string, isContinued: boolean): string {
  return isContinued ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
