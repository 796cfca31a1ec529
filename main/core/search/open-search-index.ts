/** Gets a search index ready: the prebuilt one beside the catalogue, or a new one where that is damaged or of another version. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { emptyLexicon, type Lexicon, lexiconSchema } from './lexicon.ts';
import { loadSearchIndex, type SearchIndex } from './search-index.ts';

/** What is asked of an open catalogue. */
export interface IndexedCatalogue {
  /** The index file beside the database; null where there is none that belongs to it. */
  searchIndex(): Uint8Array | null;
  /** Citizens' words, checked here; null for none. */
  searchWords(): unknown;
  procedures(): Iterable<Procedure>;
}

/** What stands between the catalogue and its best search; each is told, none stops the kiosk. */
export type SearchTrouble =
  /** The index is missing, damaged or of another version; it is being made anew, which takes seconds. */
  | 'index'
  /** Citizens' words have a shape this version does not know; it searches without them. */
  | 'words';

/** `onTrouble` hears before the work begins. Errors: `catalogue-damaged` where no index can be made. */
export function openSearchIndex(catalogue: IndexedCatalogue, onTrouble: (trouble: SearchTrouble) => void): SearchIndex {
  const lexicon = knownWords(catalogue, onTrouble);
  const bytes = catalogue.searchIndex();
  const prebuilt = bytes === null ? null : loadSearchIndex(bytes, lexicon);
  if (prebuilt !== null) {
    return prebuilt;
  }
  onTrouble('index');
  const rebuilt = loadSearchIndex(buildSearchIndex(catalogue.procedures(), lexicon), lexicon);
  if (rebuilt === null) {
    throw new KioskError('catalogue-damaged', 'The search index cannot be made. Build the catalogue again.');
  }
  return rebuilt;
}

function knownWords(catalogue: IndexedCatalogue, onTrouble: (trouble: SearchTrouble) => void): Lexicon {
  const words = catalogue.searchWords();
  if (words === null) {
    return emptyLexicon;
  }
  const lexicon = lexiconSchema.safeParse(words);
  if (lexicon.success) {
    return lexicon.data;
  }
  onTrouble('words');
  return emptyLexicon;
}
