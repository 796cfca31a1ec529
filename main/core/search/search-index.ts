/** Answers a citizen's words from the index: understood first, then candidates from MiniSearch, then compared name by name. */
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { openSections, type SectionReader } from './binary-sections.ts';
import { createCandidateFinder } from './candidates.ts';
import { createCompletions } from './completions.ts';
import { indexOptionsHash, type RetrievalDocument, retrievalOptions } from './index-format.ts';
import type { Lexicon } from './lexicon.ts';
import { createPlanner } from './match-plan.ts';
import { type Ordered, orderResults } from './order-results.ts';
import type { Question } from './question.ts';
import { mostCandidates, postingsBudget, rankingWeights } from './ranking-weights.ts';
import { createScorer } from './scorer.ts';
import { createUnderstanding } from './understand-question.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

export interface RankedProcedure extends Ordered {
  readonly code: string;
  /** Id of the near-duplicates it belongs to; null where it stands alone. */
  readonly group: string | null;
}

export interface Ranking {
  readonly question: Question;
  /** Best first. */
  readonly procedures: readonly RankedProcedure[];
}

export interface SearchOptions {
  /** Sessions that opened a procedure at this kiosk, for a boost with a cap; absent where nothing is counted. */
  readonly demandOf?: (code: string) => number;
}

export interface SearchIndex {
  /** Any text is answered; one without letters or digits finds nothing. */
  search(words: string, options?: SearchOptions): Ranking;
  /** How the text may go on: whole questions, most likely first. */
  complete(words: string): string[];
  /** The name of a ranked procedure that fits best, as the catalogue writes its words; empty where none fits. */
  bestName(ranked: RankedProcedure): string;
  /** Title of a group by its id. */
  groupTitle(id: string): string;
}

const aboutSchema = z.strictObject({
  format: z.literal('kiosk-search-index'),
  optionsHash: z.string(),
  procedures: z.int().nonnegative(),
});
const groupsSchema = z.array(z.strictObject({ id: z.string(), title: z.string() }));

/** Null where the bytes are damaged, foreign, or made by another version of the analysis: then the index is to be rebuilt. */
export function loadSearchIndex(bytes: Uint8Array, lexicon: Lexicon): SearchIndex | null {
  const sections = openSections(bytes);
  if (sections === null) {
    return null;
  }
  try {
    const about = aboutSchema.parse(JSON.parse(sections.text('about')));
    return about.optionsHash === indexOptionsHash ? openIndex(sections, about.procedures, lexicon) : null;
  } catch {
    // Whatever is wrong inside, the answer is the same: it has to be made anew, and the caller says so in the log.
    return null;
  }
}

function openIndex(sections: SectionReader, procedureCount: number, lexicon: Lexicon): SearchIndex {
  const codes = sections.text('codes').split('\n');
  const nameOf = sections.u16('nameOf');
  const groupOf = sections.u16('groupOf');
  const groups = groupsSchema.parse(JSON.parse(sections.text('groups')));
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  const vocabulary = openVocabulary(sections, procedureCount);
  const retrieval = MiniSearch.loadJSON<RetrievalDocument>(sections.text('retrieval'), retrievalOptions);
  const understand = createUnderstanding(vocabulary, lexicon);
  const plan = createPlanner(vocabulary);
  const findCandidates = createCandidateFinder(retrieval, vocabulary);
  const scorer = createScorer(sections, vocabulary, lexicon);
  const completions = createCompletions(sections);
  if (codes.length !== procedureCount || retrieval.documentCount !== procedureCount) {
    throw new RangeError('the index is not whole');
  }

  return {
    complete: (words) => completions.complete(words),
    groupTitle: (id) => titles.get(id) ?? '',
    search(words, { demandOf } = {}) {
      const question = understand(words);
      const planned = plan(question);
      const beginning = commonBeginning(question, vocabulary);
      const candidates =
        beginning === null ? findCandidates(planned) : completions.beginning(beginning, mostCandidates);
      const compared = candidates.map((place) => ({ place, parts: scorer.score(planned, place) }));
      const ordered = orderResults(compared, {
        groupOf,
        nameOf,
        demandOf: (place) => demandOf?.(codes[place] ?? '') ?? 0,
        isLong: question.concepts.length >= rankingWeights.writtenOutWords,
        leadsTo: (place) => question.leadsTo.includes(codes[place] ?? ''),
      });
      const procedures = ordered.map(({ place, score, parts, factors }) => {
        const group = groups[(groupOf[place] ?? 0) - 1]?.id ?? null;
        return { code: codes[place] ?? '', score, group, place, parts, factors };
      });
      return { question, procedures };
    },
    bestName: ({ place, parts }) => scorer.variantText(place, parts.bestVariant),
  };
}

/**
 * The letters of a last word that alone tells anything, where too many procedures have a word that begins so: those whose
 * name does are meant. Null otherwise.
 */
function commonBeginning({ words, concepts, isOpen }: Question, vocabulary: Vocabulary): string | null {
  const word = words.at(-1);
  const isAlone = concepts.every(({ isLight, end }) => isLight || end === words.length);
  if (!isOpen || word === undefined || !isAlone || concepts.at(-1)?.end !== words.length) return null;
  const [from, to] = vocabulary.termsFrom(word.folded);
  let postings = 0;
  for (let id = from; id < to; id += 1) postings += vocabulary.countOf(id);
  return postings > postingsBudget ? word.folded : null;
}
