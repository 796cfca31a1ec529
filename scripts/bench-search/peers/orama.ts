/** Orama: full-text search with BM25, boosted fields, and every word as the beginning of others. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type AnyOrama, create, insert, load, type RawData, save, search } from '@orama/orama';
import { foldedWords } from '../fold.ts';
import { fieldsOf, procedureText, type TextKind } from '../procedure-text.ts';
import type { SearchPeer } from './search-peer.ts';

export function createOrama(text: TextKind): SearchPeer {
  return {
    name: 'Orama',
    text,
    slowFrom: 3000,
    async build(procedures, path) {
      const database = createDatabase(text);
      for (const procedure of procedures) {
        const { code, ...parts } = procedureText(procedure, text);
        const fields = fieldsOf(text).map((field) => [field, parts[field]] as const);
        await insert(database, { id: code, ...Object.fromEntries(fields) });
      }
      writeFileSync(path, JSON.stringify(save(database)));
    },
    open(path) {
      const database = createDatabase(text);
      // The file is our own: Orama wrote it in `build`.
      load(database, JSON.parse(readFileSync(path, 'utf8')) as RawData);
      return {
        search(query, limit) {
          const results = search(database, {
            term: query,
            limit,
            boost: text === 'head' ? { name: 3, aliases: 3 } : { name: 3, aliases: 3, body: 0.2 },
            // No tolerance: its one setting holds for every word, and with one letter free nearly every syllable is nearly
            // every other (success@5 of the development questions 0.22 instead of 0.64). Words match as beginnings anyway.
            tolerance: 0,
          });
          if (results instanceof Promise) {
            throw new Error('Orama answers at once where no hooks are set');
          }
          return results.hits.map(({ id }) => id);
        },
        close: () => undefined,
      };
    },
  };
}

function createDatabase(text: TextKind): AnyOrama {
  return create({
    schema: Object.fromEntries(fieldsOf(text).map((field) => [field, 'string'] as const)),
    // Nothing is sorted but by score; the sorter would copy every text.
    sort: { enabled: false },
    components: {
      // Its own tokenizers know no Vietnamese: the English one cuts words at every accented letter.
      tokenizer: {
        language: 'vietnamese',
        normalizationCache: new Map(),
        tokenize: (raw) => foldedWords(raw),
      },
    },
  });
}
