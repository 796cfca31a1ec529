/** What an index file holds and by which rules it was made. Both the builder and the loader go by this page. */
import { createHash } from 'node:crypto';
import type { Options } from 'minisearch';

/** A procedure as MiniSearch is given it; keys are parted by line ends. */
export interface RetrievalDocument {
  /** Place in reading order, from 0. */
  readonly id: number;
  /** Every syllable of its names, and every two neighbouring ones ("khai sinh"). */
  readonly head: string;
  /** Rare words of its papers and other texts. */
  readonly body: string;
}

export const retrievalOptions: Options<RetrievalDocument> = {
  idField: 'id',
  fields: ['head', 'body'],
  tokenize: (text) => (text === '' ? [] : text.split('\n')),
  processTerm: (term) => term,
};

/** Longest part of a name that is compared word by word, in words; the rest counts as body. */
export const longestVariantWords = 60;

/** A word of the long texts leads to a procedure only while at most this many of `procedureCount` procedures have it. */
export function mostRareCount(procedureCount: number): number {
  return Math.max(20, Math.floor(procedureCount / 100));
}

/** The key of two neighbouring words; the mark in front keeps a word's beginnings apart from those of pairs. */
export function pairKey(first: string, second: string): string {
  return `+${first} ${second}`;
}

/** Digit runs of these lengths are numbers of decisions and telephones; they would only swell the vocabulary. */
export const longNumber = /^\d{3,6}$|^\d{8,}$/;

/** Raise with every change of analysis, sections or options that the hash cannot see (functions). */
const analysisVersion = 5;

/** Changes whenever an index made before can no longer be used: MiniSearch loads one made with other options without an error. */
export const indexOptionsHash = createHash('sha256')
  .update(
    JSON.stringify({
      analysisVersion,
      fields: retrievalOptions.fields,
      longestVariantWords,
      longNumber: longNumber.source,
    }),
  )
  .digest('hex');
