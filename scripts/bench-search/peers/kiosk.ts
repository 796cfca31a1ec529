/** The kiosk's own search. The only file of the benches that knows its interface. */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSearchIndex } from '../../../main/core/search/build-search-index.ts';
import { readLexicon } from '../../../main/core/search/read-lexicon.ts';
import { loadSearchIndex } from '../../../main/core/search/search-index.ts';
import type { SearchPeer } from './search-peer.ts';

const lexicon = readLexicon('data/search');

/** Reads more than the others' full text gives: where a procedure is done and whose rule it is. */
export const kioskPeer: SearchPeer = {
  name: 'kiosk',
  text: 'full',
  slowFrom: Number.POSITIVE_INFINITY,
  build(procedures, path) {
    writeFileSync(path, buildSearchIndex(procedures, lexicon));
  },
  open(path) {
    const index = loadSearchIndex(readFileSync(path), lexicon);
    if (index === null) {
      throw new Error(`${path} is not an index of this version of the kiosk.`);
    }
    return {
      search: (query, limit) =>
        index
          .search(query)
          .procedures.slice(0, limit)
          .map(({ code }) => code),
      close: () => undefined,
    };
  },
};
