/** Fuse.js: no index, every text is compared letter by letter; meant for lists of some hundred short texts. */
import { readFileSync, writeFileSync } from 'node:fs';
import Fuse, { type IFuseOptions } from 'fuse.js';
import { folded } from '../fold.ts';
import { fieldsOf, type ProcedureText, procedureText, type TextKind } from '../procedure-text.ts';
import type { SearchPeer } from './search-peer.ts';

type FuseIndexData = Parameters<typeof Fuse.parseIndex<ProcedureText>>[0];
interface FuseFile {
  readonly texts: ProcedureText[];
  readonly index: FuseIndexData;
}

export function createFuse(text: TextKind): SearchPeer {
  const options: IFuseOptions<ProcedureText> = {
    keys: fieldsOf(text).map((name) => ({ name, weight: name === 'field' ? 1 : 3 })),
    // A name is found wherever in it the words stand.
    ignoreLocation: true,
    // Whole questions as one pattern never match a title; word by word, any of them counting, they do.
    useTokenSearch: true,
    // One letter in five may be wrong; the default 0.6 lets nearly every syllable match nearly every other.
    threshold: 0.2,
    // Aliases are many words in one text; counting its length against them buries them.
    ignoreFieldNorm: true,
    // Its `ignoreDiacritics` leaves đ behind, so both sides are folded before.
    isCaseSensitive: true,
  };
  return {
    name: 'Fuse.js',
    text,
    slowFrom: 0,
    build(procedures, path) {
      const texts = procedures.map((procedure) => {
        const { code, ...parts } = procedureText(procedure, text);
        return {
          code,
          name: folded(parts.name),
          aliases: folded(parts.aliases),
          field: folded(parts.field),
          body: folded(parts.body),
        };
      });
      writeFileSync(path, JSON.stringify({ texts, index: Fuse.createIndex(options.keys ?? [], texts) }));
    },
    open(path) {
      // The file is our own: `build` wrote it.
      const { texts, index } = JSON.parse(readFileSync(path, 'utf8')) as FuseFile;
      const fuse = new Fuse(texts, options, Fuse.parseIndex<ProcedureText>(index));
      return {
        search: (query, limit) => fuse.search(folded(query), { limit }).map(({ item }) => item.code),
        close: () => undefined,
      };
    },
  };
}
