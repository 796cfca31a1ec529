/** How procedures are indexed. MiniSearch loads an index made with other options without an error, so they are hashed. */
import { createHash } from 'node:crypto';
import type { Options } from 'minisearch';
import { foldedTerms } from '../vietnamese-text.ts';

/** Fields that name a procedure, asked first; and the long texts, asked only when the names gave too little. */
export const headFields = ['name', 'aliases', 'field', 'code'] as const;
export const bodyFields = ['agency', 'documents', 'results', 'text'] as const;

export type IndexField = (typeof headFields)[number] | (typeof bodyFields)[number];
export type IndexedProcedure = { readonly id: string } & StoredFields & Readonly<Record<IndexField, string>>;

/** What the index keeps of a procedure to rank it by. */
export interface StoredFields {
  /** Factor on the score, see `build-search-index.ts`. */
  readonly standing: number;
  /** Name without "Thủ tục", and short title: folded, single spaces. */
  readonly names: readonly string[];
  /** Likewise folded. */
  readonly foldedAliases: readonly string[];
}

/** What a match in a field is worth beside one in the name (MiniSearch `boost`, unitless). */
export const fieldBoost: Readonly<Record<IndexField, number>> = {
  name: 3,
  aliases: 3,
  code: 4,
  field: 1,
  agency: 0.3,
  documents: 0.5,
  results: 0.6,
  text: 0.2,
};

/** Longer digit runs are numbers of decisions and telephones; they would only swell the vocabulary. */
const longNumber = /^\d{5,6}$|^\d{8,}$/;

/** Folds and cuts in one go; MiniSearch's own per-term processing stays off. */
export function indexTerms(text: string): string[] {
  return foldedTerms(text).filter((term) => !longNumber.test(term));
}

export const indexOptions: Options<IndexedProcedure> = {
  idField: 'id',
  fields: [...headFields, ...bodyFields],
  storeFields: ['standing', 'names', 'foldedAliases'],
  tokenize: indexTerms,
  processTerm: (term) => term,
};

/** Raise with every change of analysis or options that the hash cannot see (the functions above). */
const analysisVersion = 2;

/** Changes whenever an index made before can no longer be used. */
export const indexOptionsHash = createHash('sha256')
  .update(JSON.stringify({ analysisVersion, fields: indexOptions.fields, stored: indexOptions.storeFields }))
  .digest('hex');
