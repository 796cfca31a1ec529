/** Answers a citizen's words from the index: understood first, then candidates from MiniSearch, then compared name by name. */
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { openSections, type SectionReader } from './binary-sections.ts';
import { createCandidateFinder } from './candidates.ts';
import { createCompletions } from './completions.ts';
import { indexOptionsHash, type RetrievalDocument, retrievalOptions } from './index-format.ts';
import type { Lexicon } from './lexicon.ts';
import { createPlanner } from './match-plan.ts';
import type { Question } from './question.ts';
import { mostCandidates, rankingWeights } from './ranking-weights.ts';
import { createScorer, type ScoreParts } from './scorer.ts';
import { createUnderstanding } from './understand-question.ts';
import { openVocabulary } from './vocabulary.ts';

export interface RankedProcedure {
  readonly code: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Id of the near-duplicates it belongs to; null where it stands alone. */
  readonly group: string | null;
  readonly parts: ScoreParts;
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
  /** Title of a group by its id. */
  groupTitle(id: string): string;
}

const aboutSchema = z.strictObject({
  format: z.literal('kiosk-search-index'),
  optionsHash: z.string(),
  procedures: z.int().nonnegative(),
});
const groupsSchema = z.array(z.strictObject({ id: z.string(), title: z.string() }));

/** Results worth less than this share of the best are not answers. */
const leastShare = 0.3;

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
  const completions = createCompletions(
    sections
      .text('phrases')
      .split('\n')
      .map((line) => line.split('\t')),
  );
  if (codes.length !== procedureCount || retrieval.documentCount !== procedureCount) {
    throw new RangeError('the index is not whole');
  }

  return {
    complete: (words) => completions.complete(words),
    groupTitle: (id) => titles.get(id) ?? '',
    search(words, { demandOf } = {}) {
      const question = understand(words);
      const planned = plan(question);
      const candidates = isOneBeginning(question)
        ? completions.beginning(question.words[0]?.folded ?? '', mostCandidates)
        : findCandidates(planned);
      const scored = candidates.map((place) => {
        const code = codes[place] ?? '';
        const parts = scorer.score(planned, place);
        const demand = 1 + rankingWeights.demand * demandShare(demandOf?.(code) ?? 0);
        const situation = question.leadsTo.includes(code) ? rankingWeights.situation : 1;
        return { place, code, score: parts.score * demand * situation, parts };
      });
      pullTogether(scored, groupOf);
      scored.sort(bestFirst);
      const seen = new Map<number, number>();
      for (const one of scored) {
        const name = nameOf[one.place] ?? 0;
        const before = seen.get(name) ?? 0;
        one.score *= rankingWeights.sameName ** before;
        seen.set(name, before + 1);
      }
      scored.sort(bestFirst);
      const least = (scored[0]?.score ?? 0) * leastShare;
      const procedures = scored
        .filter(({ score }) => score > 0 && score >= least)
        .map(({ place, code, score, parts }) => {
          const group = groupOf[place] ?? 0;
          return { code, score, parts, group: group === 0 ? null : (groups[group - 1]?.id ?? null) };
        });
      return { question, procedures };
    },
  };
}

/** Sessions that say all there is to say of how often a procedure is asked for. */
const manySessions = 1000;

function demandShare(sessions: number): number {
  return Math.min(1, Math.log1p(sessions) / Math.log1p(manySessions));
}

interface Scored {
  readonly place: number;
  score: number;
}

/** Who asks for one case of a thing may mean another of its cases: each moves some of the way to the best of its group. */
function pullTogether(scored: readonly Scored[], groupOf: Uint16Array): void {
  const best = new Map<number, number>();
  for (const { place, score } of scored) {
    const group = groupOf[place] ?? 0;
    if (group > 0) best.set(group, Math.max(best.get(group) ?? 0, score));
  }
  for (const one of scored) {
    const leader = best.get(groupOf[one.place] ?? 0) ?? one.score;
    one.score += rankingWeights.groupPull * (leader - one.score);
  }
}

function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || a.place - b.place;
}

/** One or two letters: too many procedures have a word that begins so; those whose name does are meant. */
function isOneBeginning({ words, isOpen }: Question): boolean {
  return isOpen && words.length === 1 && (words[0]?.folded.length ?? 0) <= 2;
}
