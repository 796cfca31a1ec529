/** Answers a citizen's words from the index: names first, long texts only when names gave too little. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { z } from 'zod';
import { maximumQueryLength } from '../../contract/search.ts';
import { tokenise } from '../vietnamese-text.ts';
import {
  bodyFields,
  fieldBoost,
  headFields,
  type IndexedProcedure,
  indexOptions,
  indexOptionsHash,
} from './index-options.ts';
import { titleFactor } from './title-factor.ts';

export interface RankedCode {
  readonly code: string;
  readonly score: number;
}

export interface SearchIndex {
  /** Procedure codes, best first. Any text is answered; one without letters or digits finds nothing. */
  search(words: string): RankedCode[];
}

/** A question of more syllables is a story; its first ones are asked. */
const maximumTerms = 24;
/** Fewer hits than this by all words together, and procedures with some of the words are added. */
const enoughHits = 8;

const indexFileSchema = z.object({
  format: z.literal('kiosk-search-index'),
  optionsHash: z.string(),
  headTerms: z.array(z.string()),
  index: z.looseObject({ documentCount: z.number() }),
});

/** Null where the bytes are damaged, foreign, or made by another version of the analysis: then the index is to be rebuilt. */
export function loadSearchIndex(bytes: Uint8Array): SearchIndex | null {
  const file = indexFileSchema.safeParse(parseJson(bytes));
  if (!file.success || file.data.optionsHash !== indexOptionsHash) {
    return null;
  }
  try {
    // The serialised form is MiniSearch's own and has no schema; the hash above says that this version wrote it.
    const index = MiniSearch.loadJS<IndexedProcedure>(file.data.index as never, indexOptions);
    return { search: (words) => searchIn({ index, headTerms: file.data.headTerms }, words) };
  } catch {
    return null;
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

interface LoadedIndex {
  readonly index: MiniSearch<IndexedProcedure>;
  /** Sorted. */
  readonly headTerms: readonly string[];
}

function searchIn(loaded: LoadedIndex, words: string): RankedCode[] {
  const terms = queryTerms(words);
  if (terms.length === 0) {
    return [];
  }
  const query = terms.join(' ');
  const options = queryOptions(loaded, terms);
  const ask = (fields: readonly string[], combineWith: 'AND' | 'OR'): SearchResult[] =>
    loaded.index.search(query, { ...options, fields: [...fields], combineWith });

  const ranked = new Map<string, number>();
  const add = (results: readonly SearchResult[]): void => {
    for (const result of results) {
      if (!ranked.has(result.id)) {
        ranked.set(result.id, result.score);
      }
    }
  };
  add(byTitle(ask(headFields, 'AND'), query.replace(/^thu tuc /, '')));
  if (ranked.size < enoughHits) {
    add(belowLowest(ask([...headFields, ...bodyFields], 'AND'), ranked));
  }
  if (ranked.size < enoughHits && terms.length > 1) {
    add(belowLowest(ask(headFields, 'OR'), ranked));
  }
  return Array.from(ranked, ([code, score]) => ({ code, score: Number(score.toFixed(4)) }));
}

function queryTerms(words: string): string[] {
  return tokenise(words.slice(0, maximumQueryLength))
    .slice(0, maximumTerms)
    .map((token) => token.folded);
}

/** Only a word the catalogue does not know is looked up with errors, and only the last one may be unfinished. */
function queryOptions(loaded: LoadedIndex, terms: readonly string[]): SearchOptions {
  const last = terms.length - 1;
  return {
    boost: fieldBoost,
    prefix: (term, position) => position === last && term.length >= 2,
    fuzzy: (term, position) => (term.length >= 3 && !isKnown(loaded.headTerms, term, position === last) ? 1 : false),
    boostDocument: (_id, _term, stored) => standingFactor(stored),
    tokenize: (text) => text.split(' '),
  };
}

/** Whether the sorted vocabulary holds the term, or for an unfinished one a term that begins with it. */
function isKnown(sortedTerms: readonly string[], term: string, unfinished: boolean): boolean {
  let low = 0;
  let high = sortedTerms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sortedTerms[middle] ?? '') < term) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found = sortedTerms[low];
  return found !== undefined && (unfinished ? found.startsWith(term) : found === term);
}

function standingFactor(stored: Record<string, unknown> | undefined): number {
  const standing = stored?.['standing'];
  return typeof standing === 'number' ? standing : 1;
}

/** Sorts anew by how much of a title the question fills. */
function byTitle(results: readonly SearchResult[], question: string): SearchResult[] {
  return results
    .map((result) => {
      const names: unknown = result['names'];
      const aliases: unknown = result['foldedAliases'];
      return { ...result, score: result.score * titleFactor(question, strings(names), strings(aliases)) };
    })
    .sort((a, b) => b.score - a.score);
}

/** MiniSearch hands stored fields back untyped. */
function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A later, looser question never outranks an earlier, stricter one: its scores are pressed below the lowest so far. */
function belowLowest(results: readonly SearchResult[], ranked: ReadonlyMap<string, number>): SearchResult[] {
  const ceiling = Math.min(...ranked.values(), Number.POSITIVE_INFINITY);
  const top = results[0]?.score ?? 0;
  const factor = Number.isFinite(ceiling) && top > 0 ? Math.min(1, (ceiling * 0.99) / top) : 1;
  return results.map((result) => ({ ...result, score: result.score * factor }));
}
