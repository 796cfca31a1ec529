/** Shows within a long text which words changed, so that nobody reads two pages to find one number. */

export interface TextPiece {
  /** `left-out`: words that are the same, too many to be shown. */
  readonly kind: 'same' | 'removed' | 'added' | 'left-out';
  readonly text: string;
}

/** Above this product of word counts the differing middle is told as a whole. */
const mostComparisons = 1_000_000;

/** A run of the same words is cut where it is longer than twice this and then some. */
const contextWords = 10;

/** Joined, the pieces of `same`, `left-out` and `removed` give `from`, those of `same`, `left-out` and `added` give `to`. */
export function wordChanges(from: string, to: string): TextPiece[] {
  const [before, after] = [wordsWithBlanks(from), wordsWithBlanks(to)];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const middle = changedMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const pieces: TextPiece[] = [
    { kind: 'same', text: before.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: before.slice(before.length - end).join('') },
  ];
  return shortened(joined(pieces));
}

/** Every word with the blanks behind it. */
function wordsWithBlanks(text: string): string[] {
  return text.match(/\s*\S+\s*?(?=\s|$)|\s+$/gu) ?? [];
}

function changedMiddle(from: readonly string[], to: readonly string[]): TextPiece[] {
  if (from.length * to.length > mostComparisons) {
    return [
      { kind: 'removed', text: from.join('') },
      { kind: 'added', text: to.join('') },
    ];
  }
  const width = to.length + 1;
  // Longest common run of words from each place on (the textbook table, filled from the end).
  const longest = new Uint32Array((from.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row -= 1) {
    for (let column = to.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        from[row] === to[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: TextPiece[] = [];
  let row = 0;
  let column = 0;
  while (row < from.length || column < to.length) {
    const [first, second] = [from[row], to[column]];
    if (first !== undefined && first === second) {
      pieces.push({ kind: 'same', text: first });
      row += 1;
      column += 1;
    } else if (first !== undefined && (second === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: 'removed', text: first });
      row += 1;
    } else {
      pieces.push({ kind: 'added', text: second ?? '' });
      column += 1;
    }
  }
  return pieces;
}

function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const together: TextPiece[] = [];
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = together.at(-1);
    if (last?.kind === piece.kind) together[together.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else together.push(piece);
  }
  return together;
}

function shortened(pieces: readonly TextPiece[]): TextPiece[] {
  return pieces.flatMap((piece, place) => {
    const words = piece.kind === 'same' ? wordsWithBlanks(piece.text) : [];
    const before = place === 0 ? 0 : contextWords;
    const after = place === pieces.length - 1 ? 0 : contextWords;
    if (words.length <= before + after + contextWords) return [piece];
    return [
      { kind: 'same' as const, text: words.slice(0, before).join('') },
      { kind: 'left-out' as const, text: words.slice(before, words.length - after).join('') },
      { kind: 'same' as const, text: words.slice(words.length - after).join('') },
    ].filter(({ text }) => text !== '');
  });
}
