/** Figures over ranked answers. All are shares from 0 to 1, averaged over questions. */

/** How many places count in MRR and in recall; also how many codes an engine is asked for. */
export const countedPlaces = 10;

export interface Answered {
  /** What is right: any one of them. */
  readonly codes: readonly string[];
  /** What the engine said, best first. */
  readonly found: readonly string[];
}

export interface AnswerScores {
  readonly questions: number;
  /** Share of questions with a right code among the first one, three, five. */
  readonly success1: number;
  readonly success3: number;
  readonly success5: number;
  /** Mean of 1 ÷ place of the first right code, 0 beyond the tenth. */
  readonly mrr10: number;
}

/** Place of the first right code, from 1; null where none stands in the first ten. */
export function rankOf({ codes, found }: Answered): number | null {
  const index = found.slice(0, countedPlaces).findIndex((code) => codes.includes(code));
  return index === -1 ? null : index + 1;
}

/** Throws where there is nothing to average. */
export function scoreAnswers(answers: readonly Answered[]): AnswerScores {
  const ranks = answers.map(rankOf);
  const within = (places: number): number => mean(ranks.map((rank) => (rank !== null && rank <= places ? 1 : 0)));
  return {
    questions: answers.length,
    success1: within(1),
    success3: within(3),
    success5: within(5),
    mrr10: mean(ranks.map((rank) => (rank === null ? 0 : 1 / rank))),
  };
}

/** Share of the codes (of at most ten, for no more fit) that stand in the first ten, averaged over the questions. */
export function recallAt10(answers: readonly Answered[]): number {
  return mean(
    answers.map(({ codes, found }) => {
      const wanted = new Set(codes);
      const there = new Set(found.slice(0, countedPlaces).filter((code) => wanted.has(code)));
      return there.size / Math.min(countedPlaces, wanted.size);
    }),
  );
}

export interface PrefixScores {
  readonly names: number;
  /** Characters typed until the name stands in the first five: half of those found need at most this, and nine of ten. */
  readonly median: number | null;
  readonly ninetieth: number | null;
  /** Share of the names that never get there, even typed whole. */
  readonly never: number;
}

/** `typed` holds a number of characters for each name, null where it never stood in the first five. */
export function scorePrefixes(typed: readonly (number | null)[]): PrefixScores {
  const found = typed.filter((count) => count !== null).sort((a, b) => a - b);
  const at = (share: number): number | null => found[Math.ceil(found.length * share) - 1] ?? null;
  return {
    names: typed.length,
    median: at(0.5),
    ninetieth: at(0.9),
    never: mean(typed.map((count) => (count === null ? 1 : 0))),
  };
}

function mean(values: readonly number[]): number {
  if (values.length === 0) {
    throw new Error('nothing to average');
  }
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
