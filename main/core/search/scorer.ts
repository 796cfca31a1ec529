/** Compares a question with the names and texts of one procedure after the other. */
import type { SectionReader } from './binary-sections.ts';
import { type Lexicon, negationsOf } from './lexicon.ts';
import { type MatchPlan, mostSlots, type PlannedConcept } from './match-plan.ts';
import { standings } from './procedure-texts.ts';
import { rankingWeights as weights } from './ranking-weights.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Why a procedure stands where it does; shares are 0 to 1. */
export interface ScoreParts {
  readonly score: number;
  /** Enough of the question is found to call it an answer. */
  readonly isAnswer: boolean;
  /** Which of its names fits best, as its place among them (-1: none), and how well. */
  readonly bestVariant: number;
  readonly nameFit: number;
  /** How much of the question is found anywhere in it. */
  readonly together: number;
  /** Factor for where and for whom it is. */
  readonly standing: number;
}

const nothing = { from: 0, to: 0, term: '', isLight: true };

export interface Scorer {
  /** `procedure` is its place in reading order. */
  score(plan: MatchPlan, procedure: number): ScoreParts;
  /** One of its names, as the catalogue writes its words. */
  variantText(procedure: number, variant: number): string;
}

export function createScorer(sections: SectionReader, vocabulary: Vocabulary, lexicon: Lexicon): Scorer {
  const againstName = weightsAgainstNames(vocabulary, lexicon);
  const variantStart = sections.u32('variantStart');
  const variantKind = sections.u8('variantKind');
  const wordStart = sections.u32('wordStart');
  const variantWords = sections.u16('variantWords');
  const fieldOf = sections.u16('fieldOf');
  const fieldWords = sections
    .text('fieldWords')
    .split('\n')
    .map((line) => Uint16Array.from(line === '' ? [] : line.split(' '), Number));
  const bodyStart = sections.u32('bodyStart');
  const bodyTerms = sections.u16('bodyTerms');
  const bodyPapers = sections.u8('bodyPapers');
  const standingFactor = Float32Array.from(sections.u8('standing'), factorOf);

  const bestOfVariant = new Float32Array(mostSlots);
  const bestOfAll = new Float32Array(mostSlots);
  const pairsOfVariant = new Float32Array(256);
  const pairsOfAll = new Float32Array(256);

  return { score, variantText };

  function variantText(procedure: number, variant: number): string {
    const index = (variantStart[procedure] ?? 0) + variant;
    const words = variant < 0 ? [] : variantWords.subarray(wordStart[index], wordStart[index + 1]);
    return Array.from(words, (word) => vocabulary.surfaceOf(word)).join(' ');
  }

  function score(plan: MatchPlan, procedure: number): ScoreParts {
    bestOfAll.fill(0);
    pairsOfAll.fill(0);
    let nameFit = 0;
    let bestVariant = -1;
    const end = variantStart[procedure + 1] ?? 0;
    for (let variant = variantStart[procedure] ?? 0; variant < end; variant += 1) {
      const found = compareVariant(plan, variant, nameFit);
      if (found > nameFit) {
        nameFit = found;
        bestVariant = variant - (variantStart[procedure] ?? 0);
      }
    }
    addField(plan, procedure);
    addBody(plan, procedure);
    const together = plan.total === 0 ? 0 : worth(plan, bestOfAll, pairsOfAll) / plan.total;
    const standing = standingFactor[procedure] ?? 1;
    const isAnswer =
      nameFit >= weights.leastNameFit ||
      nameFit * plan.total >= weights.leastFound ||
      coveredShare(plan, bestOfAll) >= weights.leastCovered;
    return {
      score: (weights.bestName * nameFit + weights.together * together) * standing,
      isAnswer,
      bestVariant,
      nameFit,
      together,
      standing,
    };
  }

  /** Share of the question found in the name, less the more of the name was not asked for; 0 where it cannot beat the best. */
  function compareVariant(plan: MatchPlan, variant: number, toBeat: number): number {
    const { slotOfWord, fitOfWord, pairOfSlots } = plan;
    bestOfVariant.fill(0, 0, plan.slots.length);
    pairsOfVariant.fill(0, 0, plan.pairs.length);
    let asked = 0;
    let unasked = 0;
    let trailing = 0;
    let previous = -1;
    let previousFit = 0;
    const end = wordStart[variant + 1] ?? 0;
    for (let place = wordStart[variant] ?? 0; place < end; place += 1) {
      const word = variantWords[place] ?? 0;
      const slot = slotOfWord[word] ?? -1;
      if (slot < 0) {
        trailing += againstName[word] ?? 0;
        previous = -1;
        continue;
      }
      const weight = vocabulary.weight[vocabulary.wordTerm[word] ?? 0] ?? 0;
      const fit = fitOfWord[word] ?? 0;
      asked += weight * fit;
      unasked += trailing + weight * (1 - fit);
      trailing = 0;
      if (fit > (bestOfVariant[slot] ?? 0)) bestOfVariant[slot] = fit;
      if (previous >= 0) {
        const pair = pairOfSlots[previous * mostSlots + slot] ?? 0;
        const pairFit = Math.min(fit, previousFit);
        if (pair > 0 && pairFit > (pairsOfVariant[pair - 1] ?? 0)) pairsOfVariant[pair - 1] = pairFit;
      }
      previous = slot;
      previousFit = fit;
    }
    if (asked === 0) return 0;
    for (let slot = 0; slot < plan.slots.length; slot += 1) {
      const fit = bestOfVariant[slot] ?? 0;
      if (fit > (bestOfAll[slot] ?? 0)) bestOfAll[slot] = fit;
    }
    for (let pair = 0; pair < plan.pairs.length; pair += 1) {
      const fit = pairsOfVariant[pair] ?? 0;
      if (fit > (pairsOfAll[pair] ?? 0)) pairsOfAll[pair] = fit;
    }
    const precision =
      (asked / (asked + unasked + weights.trailing * Math.min(trailing, weights.trailingLimit * asked))) **
      weights.precisionPower;
    const kind = weights.kinds[variantKind[variant] ?? 0] ?? 1;
    const most = (1 - weights.precision + weights.precision * precision) * kind;
    // Found whole, it would still not beat the best name so far.
    return most <= toBeat ? 0 : (worth(plan, bestOfVariant, pairsOfVariant) / plan.total) * most;
  }

  function addField(plan: MatchPlan, procedure: number): void {
    for (const word of fieldWords[fieldOf[procedure] ?? 0] ?? []) {
      const slot = plan.slotOfWord[word] ?? -1;
      if (slot >= 0) {
        bestOfAll[slot] = Math.max(bestOfAll[slot] ?? 0, weights.inField * (plan.fitOfWord[word] ?? 0));
      }
    }
  }

  function addBody(plan: MatchPlan, procedure: number): void {
    const from = bodyStart[procedure] ?? 0;
    const to = bodyStart[procedure + 1] ?? 0;
    for (let slot = 0; slot < plan.slots.length; slot += 1) {
      const { from: id, to: behind, term, isLight } = plan.slots[slot] ?? nothing;
      // An unfinished word is looked for as it stands; it comes before all that begin so.
      if (isLight || id === behind || vocabulary.terms[id] !== term || (bestOfAll[slot] ?? 0) > 0) continue;
      const place = findTerm(from, to, id);
      if (place >= 0) bestOfAll[slot] = bodyPapers[place] === 1 ? weights.inPapers : weights.inBody;
    }
  }

  function findTerm(from: number, to: number, term: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bodyTerms[middle] ?? 0) < term) low = middle + 1;
      else high = middle;
    }
    return low < to && bodyTerms[low] === term ? low : -1;
  }
}

/** By word id: what it counts against a name that has it unasked. */
function weightsAgainstNames(vocabulary: Vocabulary, lexicon: Lexicon): Float32Array {
  const negations = negationsOf(lexicon);
  return Float32Array.from(vocabulary.wordTerm, (term) => {
    const weight = vocabulary.weight[term] ?? 0;
    return negations.has(vocabulary.terms[term] ?? '') ? weight * weights.unaskedNegation : weight;
  });
}

/** What was found of the question, in the measure of `plan.total`: each concept by its best wording. */
function worth(plan: MatchPlan, slots: Float32Array, pairs: Float32Array): number {
  let sum = 0;
  for (const concept of plan.concepts) {
    sum += concept.weight * foundShare(plan, concept, slots, pairs);
  }
  for (const pair of plan.between) {
    sum += (plan.pairs[pair]?.weight ?? 0) * (pairs[pair] ?? 0);
  }
  return sum;
}

/** Share of the question of which anything at all is found, however faintly. */
function coveredShare(plan: MatchPlan, slots: Float32Array): number {
  let sum = 0;
  let total = 0;
  for (const { weight, wordings } of plan.concepts) {
    total += weight;
    if (wordings.some((wording) => wording.slots.some((slot) => (slots[slot] ?? 0) > 0))) sum += weight;
  }
  return total === 0 ? 0 : sum / total;
}

function foundShare(plan: MatchPlan, { wordings }: PlannedConcept, slots: Float32Array, pairs: Float32Array): number {
  let best = 0;
  for (const wording of wordings) {
    if (wording.total === 0) continue;
    let found = 0;
    for (const slot of wording.slots) found += (plan.slots[slot]?.weight ?? 0) * (slots[slot] ?? 0);
    for (const pair of wording.pairs) found += (plan.pairs[pair]?.weight ?? 0) * (pairs[pair] ?? 0);
    const share = found / wording.total;
    const isOpposite = wording.negation >= 0 && (slots[wording.negation] ?? 0) === 0;
    const whole = wording.slots.length > 1 ? share ** weights.partlyFound : share;
    const value = wording.trust * whole * (isOpposite ? weights.withoutNegation : 1);
    if (value > best) best = value;
  }
  return best;
}

function factorOf(bits: number): number {
  const has = (bit: number) => (bits & bit) !== 0;
  return (
    (has(standings.here) ? weights.here : has(standings.nearby) ? weights.nearby : 1) *
    (has(standings.provincial) ? weights.provincial : 1) *
    (has(standings.citizens) ? weights.citizens : 1) *
    (has(standings.known) ? weights.known : 1) *
    (has(standings.communeLevel) ? weights.communeLevel : 1) *
    (has(standings.officials) ? weights.officials : 1)
  );
}
