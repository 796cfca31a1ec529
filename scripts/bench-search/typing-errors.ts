/** One slip of the finger in one syllable of a name, as it happens on a keyboard. */
import { folded } from './fold.ts';
import { pick, type Random } from './random.ts';

export const errorKinds = ['neighbour', 'deletion', 'doubling', 'swap'] as const;
export type ErrorKind = (typeof errorKinds)[number];

const keyboardRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Keys that touch a key on a QWERTY keyboard: beside it, and those of the rows above and below it leans on. */
export function neighboursOf(letter: string): string[] {
  const row = keyboardRows.findIndex((keys) => keys.includes(letter));
  const column = keyboardRows[row]?.indexOf(letter) ?? -1;
  const at = (otherRow: number, otherColumn: number): string => keyboardRows[otherRow]?.[otherColumn] ?? '';
  return row === -1
    ? []
    : [
        at(row, column - 1),
        at(row, column + 1),
        at(row - 1, column),
        at(row - 1, column + 1),
        at(row + 1, column - 1),
        at(row + 1, column),
      ].filter((key) => key !== '');
}

/** Shorter syllables are left alone: a slip in "y" or "an" makes another word more often than an error. */
const longSyllable = /\p{L}{3,}/gu;

/**
 * The name with one error of that kind in one syllable of three letters or more; null where none has room for it. What
 * comes out differs from the name without its accents too, so no folding can undo it.
 */
export function withTypingError(name: string, kind: ErrorKind, random: Random): string | null {
  const places = Array.from(name.matchAll(longSyllable), ({ index: start, 0: syllable }) =>
    Array.from({ length: syllable.length }, (_, index) => ({ start, syllable, index })).filter(({ index }) =>
      isPossible(syllable, index, kind),
    ),
  ).flat();
  if (places.length === 0) {
    return null;
  }
  const { start, syllable, index } = pick(random, places);
  return name.slice(0, start) + broken(syllable, index, kind, random) + name.slice(start + syllable.length);
}

function isPossible(syllable: string, index: number, kind: ErrorKind): boolean {
  const letter = folded(syllable[index] ?? '');
  if (kind === 'neighbour') {
    return neighboursOf(letter).length > 0;
  }
  return kind !== 'swap' || (index + 1 < syllable.length && letter !== folded(syllable[index + 1] ?? ''));
}

function broken(syllable: string, index: number, kind: ErrorKind, random: Random): string {
  const letter = syllable[index] ?? '';
  const next = syllable[index + 1] ?? '';
  const written: Readonly<Record<ErrorKind, () => string>> = {
    neighbour: () => pick(random, neighboursOf(folded(letter))) + next,
    deletion: () => next,
    doubling: () => letter + letter + next,
    swap: () => next + letter,
  };
  return syllable.slice(0, index) + written[kind]() + syllable.slice(index + 2);
}
