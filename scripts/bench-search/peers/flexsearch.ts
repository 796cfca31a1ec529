/** FlexSearch: one index over the text with the head in front, for it weighs words by how early they stand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Index, type IndexOptions } from 'flexsearch';
import { z } from 'zod';
import { foldedWords } from '../fold.ts';
import { fieldsOf, procedureText, type TextKind } from '../procedure-text.ts';
import type { SearchPeer } from './search-peer.ts';

/**
 * `forward` finds unfinished words, as a search that answers every key must. `context` knows whole words only and ranks by
 * how near they stand to one another: the better order, but an unfinished word counts for nothing.
 */
export const flexsearchModes = ['forward', 'context'] as const;
export type FlexsearchMode = (typeof flexsearchModes)[number];

function optionsFor(mode: FlexsearchMode): IndexOptions {
  return {
    ...(mode === 'forward' ? { tokenize: 'forward' } : { tokenize: 'strict', context: true }),
    // Its own encoders leave đ behind. Nor does their dropping of doubled letters do any good here.
    encode: foldedWords,
  };
}

const fileSchema = z.strictObject({ codes: z.array(z.string()), parts: z.array(z.tuple([z.string(), z.string()])) });

export function createFlexsearch(text: TextKind, mode: FlexsearchMode): SearchPeer {
  return {
    name: `FlexSearch ${mode}`,
    text,
    slowFrom: Number.POSITIVE_INFINITY,
    build(procedures, path) {
      const index = new Index(optionsFor(mode));
      for (const [id, procedure] of procedures.entries()) {
        const parts = procedureText(procedure, text);
        index.add(
          id,
          fieldsOf(text)
            .map((field) => parts[field])
            .join(' \n '),
        );
      }
      const parts: [string, string][] = [];
      // A handler that returns no promise is called at once, part by part.
      index.export((key, data) => {
        parts.push([key, data]);
      });
      writeFileSync(path, JSON.stringify({ codes: procedures.map(({ code }) => code), parts }));
    },
    open(path) {
      const { codes, parts } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      const index = new Index(optionsFor(mode));
      for (const [key, data] of parts) {
        index.import(key, data);
      }
      return {
        // Without `suggest` a question with one unknown word finds nothing, and every question of citizens has one.
        search: (query, limit) =>
          index.search(query, { limit, suggest: true }).flatMap((id) => codes[Number(id)] ?? []),
        close: () => undefined,
      };
    },
  };
}
