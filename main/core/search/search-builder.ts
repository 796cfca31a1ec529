/** What the search adds when a catalogue is built. */
import type { Procedure } from '../../contract/procedure.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { lexiconSchema } from './lexicon.ts';
import { readLexicon } from './read-lexicon.ts';

/** Shaped as the catalogue's builder wants it: the words pass through it as a value it does not look into. */
export const searchBuilder = {
  readWords: (folder: string): unknown => readLexicon(folder),
  buildIndex: (procedures: Iterable<Procedure>, words: unknown): Uint8Array =>
    buildSearchIndex(procedures, lexiconSchema.parse(words)),
};
