/** Small search indexes made on the spot, and one of the project's own catalogue entries with the project's own words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Procedure } from '../../../main/contract/procedure.ts';
import { handWrittenEntrySchema } from '../../../main/core/catalogue/hand-written-entry.ts';
import { mergeProcedure } from '../../../main/core/catalogue/import/merge-procedure.ts';
import { openSections, type SectionReader } from '../../../main/core/search/binary-sections.ts';
import { buildSearchIndex } from '../../../main/core/search/build-search-index.ts';
import { emptyLexicon, type Lexicon } from '../../../main/core/search/lexicon.ts';
import { readLexicon } from '../../../main/core/search/read-lexicon.ts';
import { loadSearchIndex, type SearchIndex } from '../../../main/core/search/search-index.ts';
import { openVocabulary, type Vocabulary } from '../../../main/core/search/vocabulary.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { projectRules } from '../catalogue-import/project-rules.ts';

const dataFolder = join(import.meta.dirname, '../../../data');

/** A procedure for each name, with codes from 1.000001 on in that order; name and short title are the same. */
export function procedures(...names: readonly string[]): Procedure[] {
  return names.map((name, index) => makeProcedure({ code: codeAt(index), name, shortTitle: name }));
}

function codeAt(index: number): string {
  return `1.${String(index + 1).padStart(6, '0')}`;
}

export function sectionsOf(all: readonly Procedure[], lexicon: Lexicon = emptyLexicon): SectionReader {
  const sections = openSections(buildSearchIndex(all, lexicon));
  if (sections === null) throw new Error('the index just built cannot be opened');
  return sections;
}

export function vocabularyOf(...names: readonly string[]): Vocabulary {
  return openVocabulary(sectionsOf(procedures(...names)), names.length);
}

export function indexOf(all: readonly Procedure[], lexicon: Lexicon = emptyLexicon): SearchIndex {
  const index = loadSearchIndex(buildSearchIndex(all, lexicon), lexicon);
  if (index === null) throw new Error('the index just built cannot be loaded');
  return index;
}

/** Short titles of what is found, best first. */
export function titlesFor(index: SearchIndex, all: readonly Procedure[], words: string): string[] {
  const titles = new Map(all.map(({ code, shortTitle }) => [code, shortTitle]));
  return index.search(words).procedures.map(({ code }) => titles.get(code) ?? '');
}

export function lexiconWith(changes: Partial<Lexicon>): Lexicon {
  return { ...emptyLexicon, ...changes };
}

/** `data/search`. */
export function projectLexicon(): Lexicon {
  return readLexicon(join(dataFolder, 'search'));
}

/** The hand-written entries as the catalogue without the national export holds them. */
export function bundledProcedures(): Procedure[] {
  const folder = join(dataFolder, 'catalogue');
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const entry = handWrittenEntrySchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      return mergeProcedure({ national: null, entry, overlay: null, rules: projectRules });
    });
}
