/** A search over an open catalogue, put together as the kiosk does it. */
import type { SearchAnswer } from '../contract/search.ts';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { explainRanking, type RankingExplanation } from '../core/search/explain-ranking.ts';
import { openSearchIndex, type SearchTrouble } from '../core/search/open-search-index.ts';
import { createSearchHandlers } from '../core/search/search-handlers.ts';

export interface Search {
  answer(words: string, limit: number): SearchAnswer | Promise<SearchAnswer>;
  /** How the words were understood, and why each of the first `limit` hits stands where it does. */
  explain(words: string, limit: number): RankingExplanation;
}

export function openSearch(catalogue: Catalogue, onTrouble: (trouble: SearchTrouble) => void): Search {
  const index = openSearchIndex(catalogue, onTrouble);
  const handlers = createSearchHandlers({
    index,
    rowsByCodes: (codes) => catalogue.rowsByCodes(codes),
    aliasesOf: (code) => catalogue.aliases(code),
    clock: { nowMs: () => performance.timeOrigin + performance.now() },
  });
  return {
    answer: (words, limit) => handlers['procedures.search']({ words, limit }),
    explain: (words, limit) => explainRanking(index, words, limit),
  };
}
