/** Tells of two lists what was added, removed and changed, so that a fee raised is one line and not two. */
import { foldCase } from '../import/fold-text.ts';
import type { ChangedValue, ItemChange } from './catalogue-changes.ts';

export interface ComparedItem {
  readonly place: string | null;
  /** Things of one place and key are the same thing, however its text changed. */
  readonly key: string;
  readonly text: string;
  readonly value: ChangedValue | null;
}

/** Two texts with less in common (shared words to all words) are different things, not one that changed. */
const leastLikeness = 0.4;

/** Beyond this many pairs left over likeness is not reckoned: everything is then added or removed. */
const mostPairs = 250_000;

interface Pair {
  readonly from: ComparedItem | null;
  readonly to: ComparedItem | null;
}

export interface PairingOptions {
  /** What alone is left over in a place on both sides is one thing that changed, however unlike (a fee, whose words changed too). */
  readonly pairsLone?: boolean;
}

/** In the order of `to`, what was removed last. The same change in several places is told once with all of them. */
export function pairItems(
  from: readonly ComparedItem[],
  to: readonly ComparedItem[],
  { pairsLone = false }: PairingOptions = {},
): ItemChange[] {
  const partners = new Map<ComparedItem, ComparedItem>();
  const left = { from: new Set(from), to: new Set(to) };
  const settle = (first: ComparedItem, second: ComparedItem): void => {
    partners.set(second, first);
    left.from.delete(first);
    left.to.delete(second);
  };
  for (const sameness of [sameText, sameKey]) {
    const waiting = Map.groupBy(left.from, sameness);
    for (const item of to.filter((one) => left.to.has(one))) {
      const partner = waiting.get(sameness(item))?.shift();
      if (partner !== undefined) settle(partner, item);
    }
  }
  for (const [first, second] of mostAlike([...left.from], [...left.to])) {
    if (left.from.has(first) && left.to.has(second)) settle(first, second);
  }
  const lone = pairsLone ? Map.groupBy(left.from, ({ place }) => place) : new Map<string | null, ComparedItem[]>();
  for (const [place, items] of Map.groupBy(left.to, (item) => item.place)) {
    const [first, ...more] = lone.get(place) ?? [];
    const [second, ...others] = items;
    if (first !== undefined && second !== undefined && more.length + others.length === 0) settle(first, second);
  }
  const pairs: Pair[] = to.map((item) => ({ from: partners.get(item) ?? null, to: item }));
  pairs.push(...Array.from(left.from, (item) => ({ from: item, to: null })));
  return withPlacesJoined(
    pairs.filter((pair) => pair.from?.text !== pair.to?.text || pair.from?.place !== pair.to?.place),
  );
}

const sameText = ({ place, text }: ComparedItem): string => `${place ?? ''}\n${text}`;
const sameKey = ({ place, key }: ComparedItem): string => `${place ?? ''}\n${key}`;

/** Pairs of one place, or the very same text in another place, the most alike first. */
function mostAlike(from: readonly ComparedItem[], to: readonly ComparedItem[]): [ComparedItem, ComparedItem][] {
  if (from.length * to.length > mostPairs) return [];
  const words = new Map([...from, ...to].map((item) => [item, wordsOf(item.text)]));
  const pairs = from.flatMap((first) =>
    to.map((second) => {
      const isMoved = first.place !== second.place;
      const likeness = isMoved
        ? Number(first.text === second.text)
        : likenessOf(words.get(first) ?? new Set(), words.get(second) ?? new Set());
      return { first, second, likeness };
    }),
  );
  return pairs
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((one, other) => other.likeness - one.likeness)
    .map(({ first, second }) => [first, second]);
}

function wordsOf(text: string): Set<string> {
  return new Set(foldCase(text).split(/[^\p{L}\p{N}]+/u));
}

function likenessOf(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / (first.size + second.size - shared);
}

function withPlacesJoined(pairs: readonly Pair[]): ItemChange[] {
  const joined = new Map<string, ItemChange & { places: string[] }>();
  for (const { from, to } of pairs) {
    const isMoved = from !== null && to !== null && from.place !== to.place;
    const fromText = from === null ? null : isMoved ? placed(from) : from.text;
    const toText = to === null ? null : isMoved ? placed(to) : to.text;
    const key = JSON.stringify([fromText, toText]);
    const place = isMoved ? null : ((to ?? from)?.place ?? null);
    const known = joined.get(key);
    if (known !== undefined) {
      if (place !== null && !known.places.includes(place)) known.places.push(place);
      continue;
    }
    joined.set(key, {
      kind: from === null ? 'added' : to === null ? 'removed' : 'changed',
      places: place === null ? [] : [place],
      from: fromText,
      to: toText,
      fromValue: from?.value ?? null,
      toValue: to?.value ?? null,
    });
  }
  return [...joined.values()];
}

/** A thing that moved is shown with where it stood. */
function placed({ place, text }: ComparedItem): string {
  return place === null ? text : `${place}: ${text}`;
}
