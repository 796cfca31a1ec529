/** Reads a folder of hand-written entries: one `<code>.json` a procedure, checked against the format, each mistake told by its file and key. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

type EntryRefusal = 'invalid-json' | 'invalid-entry' | 'wrong-file-name';

/** All `.json` files of the folder, in the order of their names. Errors: `source-unreadable` when the folder cannot be read. */
export async function readEntryFolder(folder: string): Promise<readonly EntryFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new KioskError('source-unreadable', `The folder ${folder} cannot be read; check its permissions.`, { cause });
  });
  const files: EntryFile[] = [];
  for (const fileName of names.filter((name) => name.endsWith('.json')).sort()) {
    files.push({ fileName, outcome: readEntry(fileName, await readFile(join(folder, fileName), 'utf8')) });
  }
  return files;
}

function readEntry(fileName: string, text: string): EntryFile['outcome'] {
  const namedCode = basename(fileName, '.json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', code: namedCode, reason: 'invalid-json', detail: `Not JSON: ${detail.slice(0, 160)}.` };
  }
  const parsed = handWrittenEntrySchema.safeParse(value);
  if (!parsed.success) {
    return { kind: 'refused', code: namedCode, reason: 'invalid-entry', detail: issuesText(parsed.error) };
  }
  if (parsed.data.code !== namedCode) {
    const detail = `The file is named ${fileName}, the entry's code is ${parsed.data.code}; they must agree.`;
    return { kind: 'refused', code: parsed.data.code, reason: 'wrong-file-name', detail };
  }
  return { kind: 'entry', entry: parsed.data };
}
