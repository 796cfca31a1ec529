/** Decides between phrases that overlap: what counts in a question, what else it is called, what is asked about it. */
import type { Aspect } from '../../contract/search.ts';
import type { WordForms } from '../vietnamese-text.ts';
import type { PhraseMatch } from './phrase-book.ts';

/** Words that may stand between what is asked about and the word that asks: "điều kiện (để làm) gì". */
const nearEnough = 2;

/**
 * "điều kiện … gì", "mấy … ngày": a subject and an asker near it, however the question is put, are one question. A word in
 * between that tells something is still looked for ("lệ phí kết hôn bao nhiêu").
 */
export function questionsIn(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const askers = matches.filter(({ meaning }) => meaning.kind === 'asker');
  const tellsLittle = new Set(
    matches
      .filter(({ meaning }) => meaning.kind === 'light' || meaning.kind === 'filler')
      .flatMap(({ start, end }) => placesFrom(start, end)),
  );
  return matches.flatMap((match): PhraseMatch[] => {
    if (match.meaning.kind !== 'subject') return [];
    const meaning = { kind: 'filler' as const, aspect: match.meaning.aspect };
    return askers.flatMap((asker) => {
      const gap = asker.start >= match.end ? asker.start - match.end : match.start - asker.end;
      const isInside = asker.start >= match.start && asker.end <= match.end;
      if (!isInside && (gap < 0 || gap > nearEnough)) return [];
      const start = Math.min(match.start, asker.start);
      const end = Math.max(match.end, asker.end);
      const between = isInside ? [] : placesFrom(Math.min(match.end, asker.end), Math.max(match.start, asker.start));
      const parts = between.every((place) => tellsLittle.has(place)) ? [{ start, end }] : [match, asker];
      return parts.map((part) => ({ start: part.start, end: part.end, meaning }));
    });
  });
}

/** From (inclusive), to (exclusive). */
function placesFrom(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
}

export interface Weighed {
  /** By word: it does not count. */
  readonly isFiller: readonly boolean[];
  /** Those that no filler overlaps. */
  readonly synonyms: readonly PhraseMatch[];
  readonly aspect: Aspect | null;
}

/** The longer of two overlapping phrases is meant: "bao nhiêu tiền" asks, though "tiền" alone would mean an allowance. */
export function weighPhrases(words: readonly WordForms[], matches: readonly PhraseMatch[]): Weighed {
  const isFiller = words.map(() => false);
  const isTaken = words.map(() => false);
  const fillers: PhraseMatch[] = [];
  for (const match of matches
    .filter(({ meaning }) => meaning.kind === 'filler' || meaning.kind === 'synonym')
    .sort(longerFirst)) {
    const places = placesFrom(match.start, match.end);
    if (match.meaning.kind === 'filler') {
      if (places.every((index) => isTaken[index] !== true || isFiller[index] === true)) {
        isFiller.fill(true, match.start, match.end);
        fillers.push(match);
      }
    } else if (places.every((index) => isFiller[index] !== true)) {
      isTaken.fill(true, match.start, match.end);
    }
  }
  const synonyms = matches.filter(
    ({ meaning, start, end }) => meaning.kind === 'synonym' && !isFiller.slice(start, end).some(Boolean),
  );
  return { isFiller, synonyms, aspect: aspectOf(fillers) };
}

/** Longer phrases first; of equal ones what tells something before what does not. */
export function longerFirst(a: PhraseMatch, b: PhraseMatch): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    Number(a.meaning.kind === 'filler') - Number(b.meaning.kind === 'filler') ||
    a.start - b.start
  );
}

/** The first thing asked; a question after several is answered from the top. */
function aspectOf(fillers: readonly PhraseMatch[]): Aspect | null {
  const asked = fillers
    .flatMap(({ meaning, start }) =>
      meaning.kind === 'filler' && meaning.aspect !== null ? [{ aspect: meaning.aspect, start }] : [],
    )
    .sort((a, b) => a.start - b.start);
  return asked[0]?.aspect ?? null;
}
