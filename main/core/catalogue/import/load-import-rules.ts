/** Reads the importer's rules from the project's data folder; the one place of the importer that touches a disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { KioskError } from '../../../contract/error.ts';
import { compileDocumentWords, documentWordsSchema } from './document-words.ts';
import { foldCase } from './fold-text.ts';
import type { ImportRules } from './import-rules.ts';
import { parseAliases } from './parse-aliases.ts';
import { parseBundledSet } from './parse-bundled-set.ts';
import { parseFieldTiles } from './parse-field-tiles.ts';
import {
  fieldsFileSchema,
  properNounsFileSchema,
  provincesFileSchema,
  refusalsFileSchema,
  servedAtFileSchema,
  staleWordsFileSchema,
} from './rule-files.ts';

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new KioskError('source-unreadable', `cannot read ${path}: restore the project's data folder`, { cause });
  }
}

function readRules<T>(path: string, schema: z.ZodType<T>): T {
  const text = readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new KioskError('source-unreadable', `${path} is not JSON: ${String(cause)}`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new KioskError(
    'source-unreadable',
    `${path}: at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'wrong'}`,
  );
}

const insensitive = (pattern: string | undefined) => (pattern === undefined ? null : new RegExp(pattern, 'iu'));
const anyOf = (patterns: readonly string[]) => new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'iu');

/**
 * Loads and compiles the rules. `folder` is the project's `data` folder (`rules/*.json`, `field-tiles.tsv`,
 * `bundled-set.tsv`, `search/aliases.tsv`). Errors: `source-unreadable` with the file and what is wrong in it.
 */
export function loadImportRules(folder: string): ImportRules {
  const rulesFile = (name: string) => join(folder, 'rules', name);
  const fields = readRules(rulesFile('fields.json'), fieldsFileSchema);
  const provinces = readRules(rulesFile('provinces.json'), provincesFileSchema);
  const fieldNames = Object.entries(fields.merges).flatMap(([name, spellings]) =>
    spellings.map((spelling) => [spelling, name] as const),
  );
  const nameOf = new Map(fieldNames);
  const provinceNames = Object.entries(provinces.provinces).flatMap(([name, others]) =>
    [name, ...others].map((other) => [foldCase(other), name] as const),
  );
  const longestFirst = provinceNames.map(([folded]) => folded).sort((a, b) => b.length - a.length);
  const fieldTiles = parseFieldTiles(readText(join(folder, 'field-tiles.tsv')));

  return {
    refusals: readRules(rulesFile('refusals.json'), refusalsFileSchema).refusals.map(
      ({ reason, heading, pattern }) => ({
        reason,
        heading,
        pattern: new RegExp(pattern, 'iu'),
      }),
    ),
    fieldNames: nameOf,
    fieldTiles: new Map([...fieldTiles].map(([field, tile]) => [nameOf.get(field) ?? field, tile])),
    civilStatusTiles: fields.civilStatusTiles.map(({ tile, pattern }) => ({
      tile,
      pattern: new RegExp(pattern, 'iu'),
    })),
    servedAt: readRules(rulesFile('served-at.json'), servedAtFileSchema).rules.map((rule) => ({
      place: rule.place,
      fields: rule.fields ? new Set(rule.fields) : null,
      levels: rule.levels ? new Set(rule.levels) : null,
      name: insensitive(rule.name),
      agency: insensitive(rule.agency),
      agencyNot: insensitive(rule.agencyNot),
      text: insensitive(rule.text),
    })),
    staleWords: readRules(rulesFile('stale-words.json'), staleWordsFileSchema).words.map(
      ({ word, meaning, pattern }) => ({
        word,
        meaning,
        pattern: new RegExp(pattern, 'iu'),
      }),
    ),
    documentWords: compileDocumentWords(readRules(rulesFile('document-words.json'), documentWordsSchema)),
    properNouns: readRules(rulesFile('proper-nouns.json'), properNounsFileSchema).words,
    provincePattern: new RegExp(
      `(?:${provinces.leadWords.join('|')})\\s*[-–:]?\\s*(?:tỉnh|thành phố|tp\\.?)?\\s*(${longestFirst.join('|')})(?![\\p{L}])`,
      'gu',
    ),
    provinceByFoldedName: new Map(provinceNames),
    provinceByDecision: new Map(Object.entries(provinces.decisions)),
    provincialDecision: anyOf(provinces.provincialDecision),
    nationalDecision: anyOf(provinces.nationalDecision),
    unnamedProvince: provinces.unnamedProvince,
    aliases: parseAliases(readText(join(folder, 'search', 'aliases.tsv'))),
    bundled: new Map(parseBundledSet(readText(join(folder, 'bundled-set.tsv'))).map((entry) => [entry.code, entry])),
  };
}
