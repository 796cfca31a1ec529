/** MiniSearch as it comes: every option at its default, so accents count and any one word of the question is enough. */
import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch, { type Options } from 'minisearch';
import { fieldsOf, type ProcedureText, procedureText, type TextKind } from '../procedure-text.ts';
import type { SearchPeer } from './search-peer.ts';

export function createMinisearchDefault(text: TextKind): SearchPeer {
  // The fields to index are the one option that has no default; codes are the documents' ids.
  const options: Options<ProcedureText> = { idField: 'code', fields: [...fieldsOf(text)] };
  return {
    name: 'MiniSearch as it comes',
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
