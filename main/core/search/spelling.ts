/**
 * Puts single typing errors right. Vietnamese has few syllables, so every syllable with one letter left out is kept ready
 * (as SymSpell does: github.com/wolfgarbe/SymSpell), instead of measuring distances at each key.
 */
import { isVietnamese } from '../../contract/telex.ts';
import { foldVietnamese, type WordForms } from '../vietnamese-text.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Correction {
  /** Accented as the catalogue writes it: with most of the accents typed, of those as most often; and without accents. */
  readonly surface: string;
  readonly plain: string;
}

export interface Spelling {
  /** The known word one error away that fits best between its neighbours (folded, null at the ends); null for none. */
  correct(typed: WordForms, before: string | null, next: string | null): Correction | null;
}

/** Neighbouring keys on a QWERTY keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Shorter words are corrected only where the words beside them bear it out. */
const surelyMeantLength = 4;

export function createSpelling(vocabulary: Vocabulary, lexiconWords: ReadonlySet<string>): Spelling {
  const byLessOne = new Map<string, string[]>();
  const add = (key: string, word: string) => {
    const words = byLessOne.get(key);
    if (words === undefined) byLessOne.set(key, [word]);
    else if (!words.includes(word)) words.push(word);
  };
  const known = [...vocabulary.terms.filter((_, id) => vocabulary.countOf(id) > 0), ...lexiconWords];
  for (const word of known) {
    if (!/^[a-z]{2,8}$/.test(word) || !isVietnamese(word)) continue;
    for (const key of [word, ...lessOne(word)]) add(key, word);
  }

  return {
    correct({ folded, accented }, before, next) {
      if (!/^[a-z]{2,9}$/.test(folded)) return null;
      const candidates = new Set([folded, ...lessOne(folded)].flatMap((key) => byLessOne.get(key) ?? []));
      // What can be a word was probably meant, though the catalogue does not know it.
      const needsEvidence = folded.length < surelyMeantLength || isVietnamese(folded);
      let best: string | null = null;
      let bestScore = Number.NEGATIVE_INFINITY;
      for (const candidate of candidates) {
        const likeness = oneErrorAway(folded, candidate);
        if (likeness === null) continue;
        const id = vocabulary.termId(candidate);
        const evidence = fit(before, candidate) + fit(candidate, next);
        if (needsEvidence && evidence === 0) continue;
        const score = likeness + 1.5 * evidence + 0.3 * Math.log1p(id < 0 ? 1 : vocabulary.countOf(id));
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
      return best === null ? null : written(best, accented);
    },
  };

  function fit(first: string | null, second: string | null): number {
    if (first === null || second === null) return 0;
    return Math.log1p(vocabulary.pairCount(vocabulary.termId(first), vocabulary.termId(second)));
  }

  function written(folded: string, typed: string): Correction {
    const [from, to] = vocabulary.wordsOf(vocabulary.termId(folded));
    const accents = Array.from(typed).filter((character) => !/[a-z]/.test(character));
    const keptBy = (id: number) => accents.filter((character) => vocabulary.words[id]?.includes(character)).length;
    const forms = Array.from({ length: to - from }, (_, offset) => from + offset);
    const [best] = forms.sort(
      (a, b) => keptBy(b) - keptBy(a) || vocabulary.timesWritten(b) - vocabulary.timesWritten(a),
    );
    const surface = best === undefined ? folded : vocabulary.surfaceOf(best);
    return { surface, plain: foldVietnamese(surface) };
  }
}

/** The word with each of its letters left out in turn. */
function lessOne(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** How likely one slip of the finger makes `typed` out of `meant` (log scale, higher is likelier); null for more than one. */
function oneErrorAway(typed: string, meant: string): number | null {
  const difference = typed.length - meant.length;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const keepsFirst = start > 0 ? 0.8 : 0;
  if (difference === 0) {
    const isSwap =
      typed[start] === meant[start + 1] &&
      typed[start + 1] === meant[start] &&
      typed.slice(start + 2) === meant.slice(start + 2);
    if (isSwap) return 1 + keepsFirst;
    if (typed.slice(start + 1) !== meant.slice(start + 1)) return null;
    return (areNeighbours(typed.charAt(start), meant.charAt(start)) ? 0.8 : 0) + keepsFirst;
  }
  if (difference === 1) {
    if (typed.slice(start + 1) !== meant.slice(start)) return null;
    return (typed[start] === typed[start - 1] ? 1 : 0.2) + keepsFirst;
  }
  if (difference === -1) {
    return typed.slice(start) === meant.slice(start + 1) ? 0.4 + keepsFirst : null;
  }
  return null;
}

function areNeighbours(one: string, other: string): boolean {
  const [first, second] = [placeOnKeyboard(one), placeOnKeyboard(other)];
  return Math.abs(first.row - second.row) <= 1 && Math.abs(first.column - second.column) <= 1;
}

/** Each row of keys stands half a key further right. */
function placeOnKeyboard(letter: string): { readonly row: number; readonly column: number } {
  const row = rows.findIndex((letters) => letters.includes(letter));
  return { row, column: (rows[row]?.indexOf(letter) ?? 0) + row * 0.5 };
}
