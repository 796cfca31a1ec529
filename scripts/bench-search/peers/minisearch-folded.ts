/** MiniSearch with what its documentation shows first: terms normalised, and the title weighing more. */
import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch, { type Options } from 'minisearch';
import { folded } from '../fold.ts';
import { fieldsOf, type ProcedureText, procedureText, type TextKind } from '../procedure-text.ts';
import type { SearchPeer } from './search-peer.ts';

export function createMinisearchFolded(text: TextKind): SearchPeer {
  const options: Options<ProcedureText> = {
    idField: 'code',
    fields: [...fieldsOf(text)],
    // Applied to what is indexed and to what is asked. The usual snippet (NFD without marks) would leave đ behind.
    processTerm: folded,
    // The documentation's own example doubles the title; everything else stays at its default (OR, nothing fuzzy).
    searchOptions: { boost: { name: 2 } },
  };
  return {
    name: 'MiniSearch folded',
    text,
    slowFrom: text === 'head' ? 20_000 : 3000,
    build(procedures, path) {
      const index = new MiniSearch(options);
      index.addAll(procedures.map((procedure) => procedureText(procedure, text)));
      writeFileSync(path, JSON.stringify(index));
    },
    open(path) {
      const index = MiniSearch.loadJSON(readFileSync(path, 'utf8'), options);
      return {
        search: (query, limit) =>
          index
            .search(query)
            .slice(0, limit)
            .map(({ id }) => String(id)),
        close: () => undefined,
      };
    },
  };
}
