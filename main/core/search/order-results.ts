/** Puts compared procedures in order: what they are worth by themselves, then what stands beside them. */
import { rankingWeights } from './ranking-weights.ts';
import type { ScoreParts } from './scorer.ts';

/** What else moved a procedure, as factors on its score (1: nothing) and, for its group, as a difference. */
export interface OrderFactors {
  /** Some name was written out: then where and for whom a procedure is counts little, and this takes back what it gave. */
  readonly preference: number;
  /** It is asked for at this kiosk. */
  readonly demand: number;
  /** The situation told of begins with it. */
  readonly situation: number;
  /** The best of its group pulled it up by so much. */
  readonly pulled: number;
  /** Others of the same name stand before it. */
  readonly copies: number;
}

export interface Compared {
  /** Its place in reading order. */
  readonly place: number;
  readonly parts: ScoreParts;
}

export interface Ordered extends Compared {
  readonly score: number;
  readonly factors: OrderFactors;
}

export interface OrderContext {
  /** By place: number of the group, 0 for none; number of the name. */
  readonly groupOf: Uint16Array;
  readonly nameOf: Uint16Array;
  /** Sessions that opened it at this kiosk. */
  readonly demandOf: (place: number) => number;
  readonly leadsTo: (place: number) => boolean;
  /** The question has as many things in it as only a name written out has. */
  readonly isLong: boolean;
}

/** Results worth less than this share of the best are not answers. */
const leastShare = 0.3;
/** Sessions that say all there is to say of how often a procedure is asked for. */
const manySessions = 1000;

/** Best first; equal ones in reading order. */
export function orderResults(compared: readonly Compared[], context: OrderContext): Ordered[] {
  const { groupOf, nameOf } = context;
  const isWrittenOut = context.isLong && compared.some(({ parts }) => parts.nameFit >= rankingWeights.writtenOutFit);
  const own = compared.map(({ place, parts }) => {
    const asked = Math.min(1, Math.log1p(context.demandOf(place)) / Math.log1p(manySessions));
    const demand = 1 + rankingWeights.demand * asked;
    const situation = context.leadsTo(place) ? rankingWeights.situation : 1;
    const preference = isWrittenOut ? (1 + rankingWeights.writtenOut * (parts.standing - 1)) / parts.standing : 1;
    return { place, parts, score: parts.score * preference * demand * situation, preference, demand, situation };
  });
  const leaders = new Map<number, number>();
  for (const { place, score } of own) {
    const group = groupOf[place] ?? 0;
    leaders.set(group, Math.max(leaders.get(group) ?? 0, score));
  }
  const pulled = own.map((one) => {
    // Who asks for one case of a thing may mean another of its cases.
    const group = groupOf[one.place] ?? 0;
    const leader = group === 0 ? one.score : (leaders.get(group) ?? one.score);
    const difference = rankingWeights.groupPull * (leader - one.score);
    return { ...one, score: one.score + difference, pulled: difference };
  });
  const before = new Map<number, number>();
  const ordered = pulled.sort(bestFirst).map(({ place, parts, score, ...factors }) => {
    const name = nameOf[place] ?? 0;
    const count = before.get(name) ?? 0;
    before.set(name, count + 1);
    const copies = rankingWeights.sameName ** count;
    return { place, parts, score: score * copies, factors: { ...factors, copies } };
  });
  const sorted = ordered.sort(bestFirst);
  const [best] = sorted;
  if (best === undefined) return [];
  // Where the best hardly fits, nothing below it does for being like it.
  const isWanted = ({ parts, score }: Ordered) =>
    (best.parts.isAnswer || parts.isAnswer) && score >= best.score * leastShare;
  return sorted.filter((one) => one.score > 0 && isWanted(one));
}

function bestFirst(a: { readonly place: number; readonly score: number }, b: typeof a): number {
  return b.score - a.score || a.place - b.place;
}
