/**
 * Asks MiniSearch for the procedures worth comparing: by the question's rarest words and pairs, within a budget of postings.
 * Its own scores are not used, so `boostDocument` only notes who was found (0 tells MiniSearch to keep no result).
 */
import type MiniSearch from 'minisearch';
import { pairKey, type RetrievalDocument } from './index-format.ts';
import type { MatchPlan } from './match-plan.ts';
import { mostCandidates, postingsBudget } from './ranking-weights.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Key {
  readonly text: string;
  readonly field: 'head' | 'body';
  readonly isPrefix: boolean;
  readonly postings: number;
  readonly weight: number;
}

/** Procedures by place in reading order, the most promising first; at most `mostCandidates`. */
export type FindCandidates = (plan: MatchPlan) => number[];

export function createCandidateFinder(
  retrieval: MiniSearch<RetrievalDocument>,
  vocabulary: Vocabulary,
): FindCandidates {
  const found = new Float32Array(vocabulary.procedureCount);
  let touched: number[] = [];

  return (plan) => {
    for (const id of touched) found[id] = 0;
    touched = [];
    let budget = postingsBudget;
    for (const key of keysOf(plan).sort((a, b) => a.postings - b.postings)) {
      if (touched.length > 0 && key.postings > budget) break;
      budget -= key.postings;
      ask(key);
    }
    if (touched.length > mostCandidates) touched.sort((a, b) => (found[b] ?? 0) - (found[a] ?? 0) || a - b);
    return touched.slice(0, mostCandidates);
  };

  function ask(key: Key): void {
    retrieval.search(key.text, {
      fields: [key.field],
      prefix: key.isPrefix,
      tokenize: (text) => [text],
      boostDocument: (id: number) => {
        if (found[id] === 0) touched.push(id);
        found[id] = (found[id] ?? 0) + key.weight;
        return 0;
      },
    });
  }

  function keysOf({ slots, pairs }: MatchPlan): Key[] {
    const keys: Key[] = [];
    const areAllLight = slots.every(({ isLight }) => isLight);
    for (const { term, isLight, isUnfinished, weight, from, to } of slots) {
      if (isLight && !areAllLight) continue;
      let heads = 0;
      let bodies = 0;
      for (let id = from; id < to; id += 1) {
        heads += vocabulary.countOf(id);
        if (vocabulary.terms[id] === term) bodies = vocabulary.rareBodyCountOf(id);
      }
      if (heads > 0) keys.push({ text: term, field: 'head', isPrefix: isUnfinished, postings: heads, weight });
      if (bodies > 0) keys.push({ text: term, field: 'body', isPrefix: false, postings: bodies, weight: weight * 0.2 });
    }
    for (const { first, second, weight } of pairs) {
      const [one, other] = [slots[first], slots[second]];
      if (one === undefined || other === undefined) continue;
      let postings = 0;
      for (let id = other.from; id < other.to; id += 1) postings += vocabulary.pairCount(one.from, id);
      keys.push({
        text: pairKey(one.term, other.term),
        field: 'head',
        isPrefix: other.isUnfinished,
        postings,
        weight,
      });
    }
    return keys;
  }
}
