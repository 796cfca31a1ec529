/** Says in plain words how a question was understood and why each procedure stands where it does; for kioskctl and for tests. */
import type { AskedWord } from './mend-words.ts';
import type { OrderFactors } from './order-results.ts';
import type { Concept, Question, Wording } from './question.ts';
import type { SearchIndex } from './search-index.ts';

export interface RankingExplanation {
  readonly question: {
    /** Each word as typed, what became of it, and by what. */
    readonly words: readonly {
      readonly word: string;
      readonly mended: AskedWord['mended'];
      readonly counts: boolean;
    }[];
    /** Each thing spoken of: as typed first, then the catalogue's words for it with how far they are trusted (0 to 1). */
    readonly concepts: readonly {
      readonly wordings: readonly { readonly words: string; readonly trust: number }[];
      readonly isLight: boolean;
    }[];
    readonly aspect: Question['aspect'];
    readonly lifeEvent: Question['lifeEvent'];
    readonly corrected: string | null;
  };
  readonly hits: readonly HitExplanation[];
}

export interface HitExplanation extends OrderFactors {
  readonly code: string;
  readonly score: number;
  /** The name that fits best, and how well it does: the share of the question in it, less the more was not asked (0 to 1.2). */
  readonly bestName: string;
  readonly nameFit: number;
  /** Share of the question found in all its texts together (0 to 1). */
  readonly together: number;
  /** Factor for where and for whom it is. */
  readonly standing: number;
}

export function explainRanking(index: SearchIndex, words: string, limit: number): RankingExplanation {
  const { question, procedures } = index.search(words);
  return {
    question: {
      words: question.words.map((word, place) => ({
        word: word.surface,
        mended: word.mended,
        counts: question.isFiller[place] !== true,
      })),
      concepts: question.concepts.map(explainConcept),
      aspect: question.aspect,
      lifeEvent: question.lifeEvent,
      corrected: question.corrected,
    },
    hits: procedures.slice(0, limit).map((ranked) => ({
      code: ranked.code,
      score: ranked.score,
      bestName: index.bestName(ranked),
      nameFit: ranked.parts.nameFit,
      together: ranked.parts.together,
      standing: ranked.parts.standing,
      ...ranked.factors,
    })),
  };
}

function explainConcept({ wordings, isLight }: Concept) {
  return { wordings: wordings.map(explainWording), isLight };
}

function explainWording({ words, trust }: Wording) {
  return { words: words.map(({ folded }) => folded).join(' '), trust };
}
