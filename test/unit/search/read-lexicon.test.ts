/** data/search is read whole, or not at all with the file and the place that is wrong. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import { lexiconSchema } from '../../../main/core/search/lexicon.ts';
import { readLexicon } from '../../../main/core/search/read-lexicon.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { projectLexicon } from './index-fixtures.ts';

const own = join(import.meta.dirname, '../../../data/search');
const files = [
  'shortenings.json',
  'synonyms.json',
  'phrases.json',
  'question-words.json',
  'situations.json',
  'senses.json',
  'groups.json',
];

function copied(): string {
  const folder = temporaryFolder();
  cpSync(own, folder, { recursive: true });
  return folder;
}

/** The folder with one file written anew. */
function folderWith(file: string, text: string): string {
  const folder = copied();
  writeFileSync(join(folder, file), text);
  return folder;
}

function complaint(folder: string): KioskError {
  try {
    readLexicon(folder);
  } catch (error) {
    if (error instanceof KioskError) return error;
    throw error;
  }
  throw new Error('the folder was read without a complaint');
}

describe('the lexicon', () => {
  it("is the project's data as the index carries it", () => {
    const lexicon = projectLexicon();
    expect(lexiconSchema.parse(lexicon)).toEqual(lexicon);
    expect([lexicon.synonyms, lexicon.shortenings, lexicon.phrases.questions].every((list) => list.length > 5)).toBe(
      true,
    );
    expect(readLexicon(copied())).toEqual(lexicon);
  });

  it.each(files)('says that %s is missing, is no JSON, or is of another shape', (file) => {
    const missing = copied();
    rmSync(join(missing, file));
    const text = readFileSync(join(own, file), 'utf8');
    const folders = [missing, folderWith(file, text.slice(0, -20)), folderWith(file, ''), folderWith(file, '[]')];
    for (const folder of folders) {
      const error = complaint(folder);
      expect(error.code).toBe('source-unreadable');
      expect(error.message).toContain(join(folder, file));
    }
    expect(complaint(folderWith(file, text.replace('"about"', '"abuot"'))).code).toBe('source-unreadable');
  });

  it('says at which place a file is wrong', () => {
    const entry = { written: 'dk', means: [], reason: 'chat' };
    const folder = folderWith('shortenings.json', JSON.stringify({ about: 'x', entries: [entry] }));
    expect(complaint(folder).message).toContain('at entries.0.means:');
    const groups = readFileSync(join(own, 'groups.json'), 'utf8');
    const unknown = folderWith('groups.json', groups.replace('{', '{ "more": [],'));
    expect(complaint(unknown).message).toMatch(/groups\.json: at the top: .*more/);
  });

  it.each([
    ['an aspect nobody knows', 'phrases.json', '"papers"', '"paper"'],
    ['an entry without a reason', 'synonyms.json', '"reason"', '"because"'],
  ])('is refused with %s', (_what, file, from, to) => {
    const text = readFileSync(join(own, file), 'utf8');
    expect(text).toContain(from);
    expect(complaint(folderWith(file, text.replace(from, to))).message).toContain(file);
  });
});
