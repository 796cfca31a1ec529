/** A search over an open catalogue, put together as the kiosk does it. */
import type { SearchAnswer } from '../contract/search.ts';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { openSearchIndex } from '../core/search/open-search-index.ts';
import { createSearchHandlers } from '../core/search/search-handlers.ts';

export type Search = (words: string, limit: number) => SearchAnswer | Promise<SearchAnswer>;

/** `onRebuild` hears that the index was made by another version and is being made anew, which takes seconds. */
export function openSearch(catalogue: Catalogue, onRebuild: () => void): Search {
  const handlers = createSearchHandlers({
    index: openSearchIndex(catalogue, onRebuild),
    rowsByCodes: (codes) => catalogue.rowsByCodes(codes),
    aliasesOf: (code) => catalogue.aliases(code),
    clock: { nowMs: () => performance.timeOrigin + performance.now() },
  });
  return (words, limit) => handlers['procedures.search']({ words, limit });
}
