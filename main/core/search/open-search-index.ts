/** Gets a search index ready: the prebuilt one beside the catalogue, or a new one where that was made by another version. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { loadSearchIndex, type SearchIndex } from './search-index.ts';

/** What is asked of an open catalogue. */
export interface IndexedCatalogue {
  /** The index file beside the database. */
  searchIndex(): Uint8Array;
  procedures(): Iterable<Procedure>;
}

/** `onRebuild` hears that the index is being made anew, which takes seconds. Errors: `catalogue-damaged`. */
export function openSearchIndex(catalogue: IndexedCatalogue, onRebuild: () => void): SearchIndex {
  const prebuilt = loadSearchIndex(catalogue.searchIndex());
  if (prebuilt !== null) {
    return prebuilt;
  }
  onRebuild();
  const rebuilt = loadSearchIndex(buildSearchIndex(catalogue.procedures()));
  if (rebuilt === null) {
    throw new KioskError('catalogue-damaged', 'The search index cannot be read. Build the catalogue again.');
  }
  return rebuilt;
}
