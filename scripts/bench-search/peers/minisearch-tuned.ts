/** MiniSearch as far as its options go for Vietnamese typed key by key; what it costs is measured on both texts. */
import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch, { type AsPlainObject, type Options, type SearchOptions } from 'minisearch';
import { foldedWords } from '../fold.ts';
import { fieldsOf, type ProcedureText, procedureText, type TextKind } from '../procedure-text.ts';
import type { OpenPeer, SearchPeer } from './search-peer.ts';

export function createMinisearchTuned(text: TextKind): SearchPeer {
  const options: Options<ProcedureText> = {
    idField: 'code',
    fields: [...fieldsOf(text)],
    // Cut at everything that is neither letter nor digit, folded in the same go.
    tokenize: foldedWords,
    processTerm: (term) => term,
  };
  return {
    name: 'MiniSearch tuned',
    text,
    slowFrom: text === 'head' ? 20_000 : 3000,
    build(procedures, path) {
      const index = new MiniSearch(options);
      index.addAll(procedures.map((procedure) => procedureText(procedure, text)));
      writeFileSync(path, JSON.stringify(index));
    },
    open(path) {
      // The file is our own: MiniSearch wrote it in `build`.
      const stored = JSON.parse(readFileSync(path, 'utf8')) as AsPlainObject;
      const index = MiniSearch.loadJS<ProcedureText>(stored, options);
      return openTuned(
        index,
        stored.index.map(([term]) => term),
      );
    },
  };
}

function openTuned(index: MiniSearch<ProcedureText>, vocabulary: readonly string[]): OpenPeer {
  const terms = new Set(vocabulary);
  const beginnings = new Set(vocabulary.flatMap((term) => Array.from(term, (_, end) => term.slice(0, end + 1))));

  const optionsFor = (last: number): SearchOptions => ({
    // The name and what people call it before the field, all before long texts, where common words hide.
    boost: { name: 3, aliases: 3, field: 1, body: 0.2 },
    // Only the last word can be unfinished; one letter begins half the vocabulary.
    prefix: (term, position) => position === last && term.length >= 2,
    // Only a word that no text holds can be misspelt; half of all syllables have three letters or fewer.
    fuzzy: (term, position) => (term.length < 3 || (position === last ? beginnings : terms).has(term) ? false : 1),
    // The words are cut and folded already.
    tokenize: (query) => query.split(' '),
  });

  return {
    search(query, limit) {
      const words = foldedWords(query);
      if (words.length === 0) {
        return [];
      }
      const options = optionsFor(words.length - 1);
      const ask = (combineWith: 'AND' | 'OR') => index.search(words.join(' '), { ...options, combineWith });
      const strict = ask('AND');
      // All words together first. Where that leaves a screen unfilled, what holds some of the words comes below.
      const results = strict.length >= limit || words.length === 1 ? strict : [...strict, ...ask('OR')];
      return Array.from(new Set(results.map(({ id }) => String(id)))).slice(0, limit);
    },
    close: () => undefined,
  };
}
