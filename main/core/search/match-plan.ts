/**
 * A question made ready for comparing. Every word that may be found in a name has a slot, and every word of the catalogue
 * knows its slot, so that comparing a name is one look-up a word.
 */
import { type WordForms, withoutTone } from '../vietnamese-text.ts';
import type { Question, Wording } from './question.ts';
import { rankingWeights as weights } from './ranking-weights.ts';
import { type Vocabulary, weightOf } from './vocabulary.ts';

export interface MatchPlan {
  /** By word id: slot, or -1; and how well the word fits what was typed, 0 to 1. */
  readonly slotOfWord: Int16Array;
  readonly fitOfWord: Float32Array;
  readonly slots: readonly Slot[];
  /** By slot × `mostSlots` + slot: number of the pair in `pairs` plus 1, or 0. */
  readonly pairOfSlots: Uint8Array;
  readonly pairs: readonly Pair[];
  readonly concepts: readonly PlannedConcept[];
  /** Numbers of the pairs that two neighbouring concepts make. */
  readonly between: readonly number[];
  /** What all concepts and the pairs between them tell together. */
  readonly total: number;
}

export interface Slot {
  /** Folded; the letters typed so far where it may be unfinished. */
  readonly term: string;
  /** Only light words fill it. */
  isLight: boolean;
  /** A word that only begins so fills it too. */
  readonly isUnfinished: boolean;
  /** What finding it tells. */
  readonly weight: number;
  /** Ids of the terms that fill it: from (inclusive), to (exclusive). */
  readonly from: number;
  readonly to: number;
}

export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

export interface PlannedConcept {
  readonly weight: number;
  readonly wordings: readonly PlannedWording[];
}

export interface PlannedWording {
  readonly trust: number;
  readonly slots: readonly number[];
  readonly pairs: readonly number[];
  /** Slot of the word that says no; -1 for none. */
  readonly negation: number;
  /** What all its slots and pairs tell together. */
  readonly total: number;
}

export const mostSlots = 128;
const mostPairs = 255;

/** Makes plans one after the other; a plan is good until the next one is made. */
export function createPlanner(vocabulary: Vocabulary): (question: Question) => MatchPlan {
  const slotOfWord = new Int16Array(vocabulary.words.length).fill(-1);
  const fitOfWord = new Float32Array(vocabulary.words.length);
  const pairOfSlots = new Uint8Array(mostSlots * mostSlots);
  let touched: number[] = [];

  return (question) => {
    for (const word of touched) slotOfWord[word] = -1;
    touched = [];
    pairOfSlots.fill(0);
    const slots: Slot[] = [];
    const slotByTerm = new Map<string, number>();
    const pairs: Pair[] = [];
    const unfinished = question.isOpen ? question.words.at(-1) : undefined;

    const concepts = question.concepts.map((concept) => {
      const wordings = concept.wordings.map((wording, place) => planWording(wording, place === 0, concept.isLight));
      const typed = wordings[0]?.total ?? 0;
      // A word the catalogue never writes tells as much as what it stands for.
      const isUnheard = wordings[0]?.slots.every((slot) => slots[slot]?.from === slots[slot]?.to) === true;
      const best = Math.max(0, ...wordings.slice(1).map(({ total }) => total));
      const share = !concept.isLight ? 1 : question.hasAccents ? weights.light : weights.lightUnaccented;
      const weight = wordings.length === 1 ? typed : isUnheard ? best : Math.max(typed, best * 0.8);
      return { weight: weight * share, wordings };
    });
    const between = pairsBetween();
    const total =
      concepts.reduce((sum, { weight }) => sum + weight, 0) +
      between.reduce((sum, pair) => sum + (pairs[pair]?.weight ?? 0), 0);
    return { slotOfWord, fitOfWord, slots, pairOfSlots, pairs, concepts, between, total };

    function planWording({ words, trust, negation }: Wording, isTyped: boolean, isLight: boolean): PlannedWording {
      const placed = words.map((word) => slotFor(word, isTyped, isTyped && word === unfinished));
      const found = placed.flatMap((slot, index) => {
        const next = placed[index + 1];
        return next === undefined ? [] : pairFor(slot, next);
      });
      for (const slot of placed) {
        const planned = slots[slot];
        if (planned !== undefined && !isLight) planned.isLight = false;
      }
      const distinct = [...new Set(placed)].filter((slot) => slot >= 0);
      const sum =
        distinct.reduce((all, slot) => all + (slots[slot]?.weight ?? 0), 0) +
        found.reduce((all, pair) => all + (pairs[pair]?.weight ?? 0), 0);
      return { trust, slots: distinct, pairs: found, negation: placed[negation] ?? -1, total: sum };
    }

    function slotFor(word: WordForms, isTyped: boolean, isUnfinished: boolean): number {
      const key = isUnfinished ? `${word.folded}*` : word.folded;
      let slot = slotByTerm.get(key);
      if (slot === undefined) {
        if (slots.length === mostSlots) return -1;
        slot = slots.length;
        slotByTerm.set(key, slot);
        slots.push(isUnfinished ? unfinishedSlot(word.folded) : wholeSlot(word.folded));
      }
      const { from, to } = slots[slot] ?? { from: 0, to: 0 };
      for (let term = from; term < to; term += 1) {
        const written = vocabulary.terms[term]?.length ?? 1;
        const share =
          written === word.folded.length ? 1 : weights.prefix + ((1 - weights.prefix) * word.folded.length) / written;
        const [start, end] = vocabulary.wordsOf(term);
        for (let id = start; id < end; id += 1) {
          const fit = share * accentFit(word, vocabulary.words[id] ?? '', isTyped, question.hasAccents);
          if (slotOfWord[id] === -1) {
            slotOfWord[id] = slot;
            fitOfWord[id] = fit;
            touched.push(id);
          } else if (slotOfWord[id] === slot) {
            fitOfWord[id] = Math.max(fitOfWord[id] ?? 0, fit);
          }
        }
      }
      return slot;
    }

    function pairFor(first: number, second: number): number[] {
      if (first < 0 || second < 0 || first === second) return [];
      const place = first * mostSlots + second;
      const known = pairOfSlots[place] ?? 0;
      if (known > 0) return [known - 1];
      const [one, other] = [slots[first], slots[second]];
      if (one === undefined || other === undefined || pairs.length === mostPairs) return [];
      if (!isPairKnown(one, other)) return [];
      pairs.push({ first, second, weight: weights.pair * Math.min(one.weight, other.weight) });
      pairOfSlots[place] = pairs.length;
      return [pairs.length - 1];
    }

    function pairsBetween(): number[] {
      const found: number[] = [];
      for (const [index, concept] of question.concepts.entries()) {
        const next = question.concepts[index + 1];
        const gap = next === undefined ? -1 : next.start - concept.end;
        const isNear = gap === 0 || (gap > 0 && gap <= 2);
        const [one, other] = [concepts[index]?.wordings[0]?.slots.at(-1), concepts[index + 1]?.wordings[0]?.slots[0]];
        if (next !== undefined && isNear && one !== undefined && other !== undefined) {
          found.push(...pairFor(one, other));
        }
      }
      return [...new Set(found)];
    }
  };

  function isPairKnown(one: Slot, other: Slot): boolean {
    if (one.from === one.to) return false;
    for (let second = other.from; second < other.to; second += 1) {
      if (vocabulary.pairCount(one.from, second) > 0) return true;
    }
    return false;
  }

  function wholeSlot(folded: string): Slot {
    const id = vocabulary.termId(folded);
    const weight = id < 0 ? weightOf(0, vocabulary.procedureCount) : (vocabulary.weight[id] ?? 0);
    return { term: folded, isLight: true, isUnfinished: false, weight, from: Math.max(0, id), to: id < 0 ? 0 : id + 1 };
  }

  function unfinishedSlot(letters: string): Slot {
    const [from, to] = vocabulary.termsFrom(letters);
    let count = 0;
    for (let id = from; id < to; id += 1) count += vocabulary.countOf(id);
    return {
      term: letters,
      isLight: true,
      isUnfinished: true,
      weight: weightOf(Math.min(count, vocabulary.procedureCount), vocabulary.procedureCount),
      from,
      to,
    };
  }
}

/** How well a word of the catalogue fits a typed one with the same letters: accents never shut out, they tell apart. */
function accentFit(typed: WordForms, written: string, isTyped: boolean, hasAccents: boolean): number {
  if (typed.accented === written || (!hasAccents && isTyped)) return 1;
  if (isTyped && typed.accented === typed.folded) return weights.accentMissing;
  if (typed.accented.replace('?', '~') === written.replace('?', '~')) return weights.toneConfused;
  const isSameLetters = withoutTone(typed.accented) === withoutTone(written);
  return isSameLetters ? weights.toneDiffers : weights.letterDiffers;
}
