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

/** Procedures by place in reading order, those with the most of the question; at most `mostCandidates`, in no order. */
export type FindCandidates = (plan: MatchPlan) => number[];

/** What a word found only in the long texts tells beside one in a name. */
const bodyShare = 0.2;

export function createCandidateFinder(
  retrieval: MiniSearch<RetrievalDocument>,
  vocabulary: Vocabulary,
): FindCandidates {
  const found = new Float32Array(vocabulary.procedureCount);
  const touched = new Uint32Array(vocabulary.procedureCount);
  const values = new Float32Array(vocabulary.procedureCount);
  let count = 0;

  return (plan) => {
    for (let index = 0; index < count; index += 1) found[touched[index] ?? 0] = 0;
    count = 0;
    const keys = affordable(keysOf(plan));
    ask(keys.filter(({ field }) => field === 'head'));
    ask(keys.filter(({ field }) => field === 'body'));
    return best();
  };

  function ask(keys: readonly Key[]): void {
    const [first] = keys;
    if (first === undefined) return;
    const byText = new Map(keys.map((key) => [key.text, key]));
    const prefixes = keys.filter(({ isPrefix }) => isPrefix);
    let term = '';
    let weight = 0;
    retrieval.search(first.text, {
      fields: [first.field],
      tokenize: () => [...byText.keys()],
      prefix: (text) => byText.get(text)?.isPrefix === true,
      boostDocument: (id: number, match) => {
        // Postings come term by term, so the weight is looked up once a term.
        if (match !== term) {
          term = match;
          weight = (byText.get(match) ?? prefixes.find(({ text }) => match.startsWith(text)))?.weight ?? 0;
        }
        if (found[id] === 0) {
          touched[count] = id;
          count += 1;
        }
        found[id] = (found[id] ?? 0) + weight;
        return 0;
      },
    });
  }

  function best(): number[] {
    if (count <= mostCandidates) return Array.from(touched.subarray(0, count));
    for (let index = 0; index < count; index += 1) values[index] = found[touched[index] ?? 0] ?? 0;
    const least = nthLargest(values, count, mostCandidates);
    const chosen: number[] = [];
    const equal: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const id = touched[index] ?? 0;
      const value = found[id] ?? 0;
      if (value > least) chosen.push(id);
      else if (value === least) equal.push(id);
    }
    // Of equals those that are read first.
    return [...chosen, ...equal.sort((a, b) => a - b).slice(0, mostCandidates - chosen.length)];
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
      if (bodies > 0) {
        keys.push({ text: term, field: 'body', isPrefix: false, postings: bodies, weight: weight * bodyShare });
      }
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

/** The rarest keys that fit into the budget together; the rarest of all whatever it costs. */
function affordable(keys: Key[]): Key[] {
  let budget = postingsBudget;
  return keys
    .sort((a, b) => a.postings - b.postings)
    .filter(({ postings }, index) => {
      const fits = index === 0 || postings <= budget;
      budget -= fits ? postings : 0;
      return fits;
    });
}

/** The n-th largest of the first `count` values, which it moves about (Hoare's quickselect). */
function nthLargest(values: Float32Array, count: number, n: number): number {
  let low = 0;
  let high = count - 1;
  const target = n - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) > pivot) left += 1;
      while ((values[right] ?? 0) < pivot) right -= 1;
      if (left <= right) {
        const moved = values[left] ?? 0;
        values[left] = values[right] ?? 0;
        values[right] = moved;
        left += 1;
        right -= 1;
      }
    }
    if (target <= right) high = right;
    else if (target >= left) low = left;
    else break;
  }
  return values[target] ?? 0;
}
