/** Reads a folder of hand-written entries: one `<code>.json` or `<code>.yaml` a procedure, checked against the format, each mistake told by its file and key. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { KioskError } from '../../../contract/error.ts';
import { type HandWrittenEntry, handWrittenEntrySchema } from '../hand-written-entry.ts';
import { issuesText } from './issues-text.ts';

export interface EntryFile {
  /** Base name, e.g. `1.001193.json`. */
  readonly fileName: string;
  readonly outcome:
    | { readonly kind: 'entry'; readonly entry: HandWrittenEntry }
    | {
        readonly kind: 'refused';
        readonly code: string | null;
        readonly reason: EntryRefusal;
        readonly detail: string;
      };
}

type EntryRefusal = 'invalid-json' | 'invalid-yaml' | 'invalid-entry' | 'wrong-file-name';

/** Whether a file of that name is read as an entry. */
export function isEntryName(name: string): boolean {
  return ['.json', '.yaml', '.yml'].includes(extname(name));
}

/** A hand-written entry has 15 kB. */
const maximumEntryCharacters = 2_000_000;

/** All entries of the folder, in the order of their names. Errors: `source-unreadable` when the folder cannot be read. */
export async function readEntryFolder(folder: string): Promise<readonly EntryFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new KioskError('source-unreadable', `The folder ${folder} cannot be read; check its permissions.`, { cause });
  });
  const files: EntryFile[] = [];
  for (const fileName of names.filter(isEntryName).sort()) {
    files.push({ fileName, outcome: readEntry(fileName, await readFile(join(folder, fileName), 'utf8')) });
  }
  return files;
}

function readEntry(fileName: string, text: string): EntryFile['outcome'] {
  const namedCode = basename(fileName, extname(fileName));
  const isJson = extname(fileName) === '.json';
  let value: unknown;
  try {
    value = isJson ? JSON.parse(text) : yamlValue(text);
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ').slice(0, 160);
    const [reason, language] = isJson ? (['invalid-json', 'JSON'] as const) : (['invalid-yaml', 'YAML'] as const);
    return { kind: 'refused', code: namedCode, reason, detail: `Not ${language}: ${detail}.` };
  }
  const parsed = handWrittenEntrySchema.safeParse(value);
  if (!parsed.success) {
    return {
      kind: 'refused',
      code: namedCode,
      reason: 'invalid-entry',
      detail: issuesText(parsed.error) + codeAdvice(value),
    };
  }
  if (parsed.data.code !== namedCode) {
    const detail = `The file is named ${fileName}, the entry's code is ${parsed.data.code}; they must agree.`;
    return { kind: 'refused', code: parsed.data.code, reason: 'wrong-file-name', detail };
  }
  return { kind: 'entry', entry: parsed.data };
}

/** YAML 1.2's core schema: no tags that make objects, no dates; keys once; aliases at most as often as people would write them. */
function yamlValue(text: string): unknown {
  if (text.length > maximumEntryCharacters) {
    throw new Error(`the file has more than ${maximumEntryCharacters} characters`);
  }
  return parse(text, { schema: 'core', uniqueKeys: true, maxAliasCount: 50, prettyErrors: true });
}

/** Unquoted, a code is a number to YAML and loses its zeros. */
function codeAdvice(value: unknown): string {
  const isNumber = typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'number';
  return isNumber ? ' Put the code in quotes: code: "1.000890".' : '';
}
