/** How much things have in common by the marks they carry (papers, words): a rare mark counts for more than a common one. */

export interface LikenessOptions {
  /** A mark that more things carry is left out of account. */
  readonly commonest: number;
  /** Less likeness (0 none, 1 the same marks) is no likeness. */
  readonly least: number;
}

/** Given a thing's place in the list: the places of those like it, most alike first, ties in the list's order. */
export type Likeness = (place: number) => number[];

/** Cosine of the marks' weights, a weight being the logarithm of how rare the mark is. Marks are taken once a thing. */
export function createLikeness(things: readonly (readonly string[])[], options: LikenessOptions): Likeness {
  const carriers = new Map<string, number[]>();
  for (const [place, marks] of things.entries()) {
    for (const mark of new Set(marks)) {
      const found = carriers.get(mark);
      if (found === undefined) carriers.set(mark, [place]);
      else found.push(place);
    }
  }
  const weightOf = (mark: string): number => {
    const count = carriers.get(mark)?.length ?? 0;
    return count > options.commonest ? 0 : Math.log(1 + things.length / Math.max(count, 1));
  };
  const lengths = things.map((marks) => Math.hypot(...[...new Set(marks)].map(weightOf)));

  return (place) => {
    const shared = new Map<number, number>();
    for (const mark of new Set(things[place])) {
      const weight = weightOf(mark);
      for (const other of weight === 0 ? [] : (carriers.get(mark) ?? [])) {
        if (other !== place) shared.set(other, (shared.get(other) ?? 0) + weight ** 2);
      }
    }
    const own = lengths[place] ?? 0;
    return [...shared]
      .map(([other, sum]) => ({ other, likeness: sum / (own * (lengths[other] ?? 1)) }))
      .filter(({ likeness }) => likeness >= options.least)
      .sort((first, second) => second.likeness - first.likeness || first.other - second.other)
      .map(({ other }) => other);
  };
}
