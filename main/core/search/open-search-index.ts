/** Gets a search index ready: the prebuilt one beside the catalogue, or a new one where that is damaged or of another version. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { emptyLexicon, lexiconSchema } from './lexicon.ts';
import { loadSearchIndex, type SearchIndex } from './search-index.ts';

/** What is asked of an open catalogue. */
export interface IndexedCatalogue {
  /** The index file beside the database; null where there is none that belongs to it. */
  searchIndex(): Uint8Array | null;
  /** Citizens' words, checked here; null for none. */
  searchWords(): unknown;
  procedures(): Iterable<Procedure>;
}

/** `onRebuild` hears that the index is being made anew, which takes seconds. Errors: `catalogue-damaged`. */
export function openSearchIndex(catalogue: IndexedCatalogue, onRebuild: () => void): SearchIndex {
  const lexicon = lexiconSchema.safeParse(catalogue.searchWords() ?? emptyLexicon);
  if (!lexicon.success) {
    throw new KioskError('catalogue-damaged', "The catalogue's words for the search cannot be read. Build it again.", {
      cause: lexicon.error,
    });
  }
  const bytes = catalogue.searchIndex();
  const prebuilt = bytes === null ? null : loadSearchIndex(bytes, lexicon.data);
  if (prebuilt !== null) {
    return prebuilt;
  }
  onRebuild();
  const rebuilt = loadSearchIndex(buildSearchIndex(catalogue.procedures(), lexicon.data), lexicon.data);
  if (rebuilt === null) {
    throw new KioskError('catalogue-damaged', 'The search index cannot be made. Build the catalogue again.');
  }
  return rebuilt;
}
