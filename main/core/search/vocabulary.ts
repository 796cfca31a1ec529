/** The words of a catalogue's names: how often each and each neighbouring two occur, and which begin with some letters. */
import type { SectionReader } from './binary-sections.ts';
import { mostRareCount } from './index-format.ts';

export interface Vocabulary {
  readonly procedureCount: number;
  /** Folded terms, sorted; a term's id is its place. */
  readonly terms: readonly string[];
  /** Accented forms of the names' words, sorted by term; a word's id is its place. */
  readonly words: readonly string[];
  /** -1 where no text has the term. */
  termId(term: string): number;
  /** Procedures whose names have the term; 0 for an unknown one. */
  countOf(termId: number): number;
  bodyCountOf(termId: number): number;
  /** The same where the retrieval index has the term among its rare words of long texts; else 0. */
  rareBodyCountOf(termId: number): number;
  /** Procedures one of whose names has both terms side by side. */
  pairCount(firstId: number, secondId: number): number;
  /** Ids of the terms that begin with the letters: from (inclusive), to (exclusive). */
  termsFrom(letters: string): readonly [number, number];
  /** Ids of a term's accented words: from (inclusive), to (exclusive). */
  wordsOf(termId: number): readonly [number, number];
  /** A word as the catalogue writes it, lower case. */
  surfaceOf(wordId: number): string;
  /** How often the names write a word. */
  timesWritten(wordId: number): number;
  readonly wordTerm: Uint16Array;
  /** Inverse document frequency among the names, by term id: ln(1 + (N − n + 0.5) / (n + 0.5)). */
  readonly weight: Float32Array;
}

export function openVocabulary(sections: SectionReader, procedureCount: number): Vocabulary {
  const terms = linesOf(sections.text('terms'));
  const words = linesOf(sections.text('words'));
  const surfaces = linesOf(sections.text('surfaces'));
  const wordTerm = sections.u16('wordTerm');
  const termCount = sections.u16('termCount');
  const bodyCount = sections.u16('bodyCount');
  const pairs = sections.u32('pairs');
  const pairCounts = sections.u16('pairCount');
  const mostRare = mostRareCount(procedureCount);
  const ids = new Map(terms.map((term, id) => [term, id]));
  const wordStart = new Uint32Array(terms.length + 1);
  for (const term of wordTerm) {
    wordStart[term + 1] = (wordStart[term + 1] ?? 0) + 1;
  }
  for (let term = 0; term < terms.length; term += 1) {
    wordStart[term + 1] = (wordStart[term + 1] ?? 0) + (wordStart[term] ?? 0);
  }
  const written = new Uint32Array(words.length);
  for (const word of sections.u16('variantWords')) {
    written[word] = (written[word] ?? 0) + 1;
  }
  return {
    procedureCount,
    terms,
    words,
    wordTerm,
    timesWritten: (id) => written[id] ?? 0,
    weight: Float32Array.from(termCount, (count) => weightOf(count, procedureCount)),
    termId: (term) => ids.get(term) ?? -1,
    countOf: (id) => termCount[id] ?? 0,
    bodyCountOf: (id) => bodyCount[id] ?? 0,
    rareBodyCountOf(id) {
      const count = bodyCount[id] ?? 0;
      return count <= mostRare ? count : 0;
    },
    pairCount(firstId, secondId) {
      if (firstId < 0 || secondId < 0) return 0;
      const key = firstId * 65_536 + secondId;
      const place = lowerBound(pairs.length, (index) => (pairs[index] ?? 0) < key);
      return pairs[place] === key ? (pairCounts[place] ?? 0) : 0;
    },
    termsFrom(letters) {
      const from = lowerBound(terms.length, (index) => (terms[index] ?? '') < letters);
      const to = lowerBound(terms.length, (index) => (terms[index] ?? '') < `${letters}\uFFFF`);
      return [from, to];
    },
    surfaceOf: (id) => surfaces[id] ?? '',
    wordsOf: (id) => (id < 0 ? [0, 0] : [wordStart[id] ?? 0, wordStart[id + 1] ?? 0]),
  };
}

/** What a word known to `count` of `total` procedures tells; the rarer the more. */
export function weightOf(count: number, total: number): number {
  return Math.log(1 + (Math.max(0, total - count) + 0.5) / (count + 0.5));
}

/** The lines of a text section; none of an empty one. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** First place at which `isBefore` no longer holds. */
export function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
