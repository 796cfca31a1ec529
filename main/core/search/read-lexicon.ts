/** Reads data/search when a catalogue is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import {
  groupWordsSchema,
  type Lexicon,
  phrasesSchema,
  questionWordsSchema,
  sensesSchema,
  shorteningsSchema,
  situationsSchema,
  synonymsSchema,
} from './lexicon.ts';

/** `folder` is `data/search`. Errors: `source-unreadable` with the file and what is wrong in it. */
export function readLexicon(folder: string): Lexicon {
  const entries = <T>(name: string, schema: z.ZodType<T>): T =>
    readFile(join(folder, name), z.strictObject({ about: z.string(), entries: schema })).entries;
  const { about: _phrases, ...phrases } = readFile(
    join(folder, 'phrases.json'),
    phrasesSchema.extend({ about: z.string() }),
  );
  const { about: _words, ...questionWords } = readFile(
    join(folder, 'question-words.json'),
    questionWordsSchema.extend({ about: z.string() }),
  );
  const { about: _groups, ...groupWords } = readFile(
    join(folder, 'groups.json'),
    groupWordsSchema.extend({ about: z.string() }),
  );
  return {
    shortenings: entries('shortenings.json', shorteningsSchema),
    synonyms: entries('synonyms.json', synonymsSchema),
    phrases,
    questionWords,
    situations: entries('situations.json', situationsSchema),
    senses: entries('senses.json', sensesSchema),
    groupWords,
  };
}

function readFile<T>(path: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new KioskError('source-unreadable', `cannot read ${path}: restore the project's data folder`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'the top';
  throw new KioskError('source-unreadable', `${path}: at ${place}: ${issue?.message ?? 'wrong'}`);
}
