/** Questions made from the catalogue's own names: one error, raw Telex, words run together, a name being typed. */
import type { Procedure } from '../../main/contract/procedure.ts';
import { foldedWords, nameKey, withoutAccents } from './fold.ts';
import { createRandom, type Random, sample } from './random.ts';
import { telexResidue } from './telex.ts';
import { errorKinds, withTypingError } from './typing-errors.ts';

export interface GeneratedQuestion {
  /** The name it was made from has these codes; names that fold to the same are the same. */
  readonly codes: readonly string[];
  readonly words: string;
}

export interface GeneratedSets {
  readonly oneError: readonly GeneratedQuestion[];
  /** Likewise in short titles, where one word is much of the question. */
  readonly oneErrorShort: readonly GeneratedQuestion[];
  readonly telex: readonly GeneratedQuestion[];
  readonly joined: readonly GeneratedQuestion[];
  /** Whole names; `prefixesOf` says what stands in the field on the way. */
  readonly prefixes: readonly GeneratedQuestion[];
}

export interface GeneratedSizes {
  /** Names for one error and for Telex, short titles for one error and for joined words, each. */
  readonly names: number;
  readonly prefixes: number;
}

export const usualSizes: GeneratedSizes = { names: 300, prefixes: 100 };
/** For engines that would keep everybody waiting. */
export const slowSizes: GeneratedSizes = { names: 30, prefixes: 10 };

const seed = 20_260_701;
/** Nobody types a name of three lines. */
const longestName = 120;
/** Run together, more syllables than these are no question any more. */
const mostSyllablesOfShort = 6;
const shortestPrefix = 3;

export type NamedProcedure = Pick<Procedure, 'code' | 'name' | 'shortTitle'>;

/** The same for the same catalogue; a smaller size gives the first questions of a larger one. */
export function generateSets(procedures: readonly NamedProcedure[], sizes: GeneratedSizes): GeneratedSets {
  const codesByName = codesByKey(procedures);
  const names = distinct(procedures.map(({ name }) => withoutLeadWord(name))).filter(
    (name) => name.length <= longestName,
  );
  const titles = distinct(procedures.map(({ shortTitle }) => shortTitle)).filter(isShort);
  const question = (name: string, words: string): GeneratedQuestion => ({
    codes: codesByName.get(nameKey(name)) ?? [],
    words,
  });
  const withErrors = (texts: readonly string[], random: Random): GeneratedQuestion[] =>
    texts.flatMap((text, index) => {
      const words = withTypingError(text, errorKinds[index % errorKinds.length] ?? 'neighbour', random);
      return words === null ? [] : [question(text, words)];
    });
  return {
    oneError: withErrors(sample(createRandom(seed + 1), names, sizes.names), createRandom(seed)),
    oneErrorShort: withErrors(sample(createRandom(seed + 5), titles, sizes.names), createRandom(seed)),
    telex: sample(createRandom(seed + 2), names, sizes.names).map((name) => question(name, telexResidue(name))),
    joined: sample(createRandom(seed + 3), titles, sizes.names).map((title) => question(title, joined(title))),
    prefixes: sample(createRandom(seed + 4), names, sizes.prefixes).map((name) => question(name, name)),
  };
}

/** What stands in the field from the third character on, key by key. */
export function prefixesOf(name: string): string[] {
  const characters = Array.from(name.normalize('NFC'));
  return characters.slice(shortestPrefix - 1).map((_, index) => characters.slice(0, index + shortestPrefix).join(''));
}

export function setsWithoutAccents(sets: GeneratedSets): GeneratedSets {
  return {
    oneError: plain(sets.oneError),
    oneErrorShort: plain(sets.oneErrorShort),
    // Raw Telex has no accents; its keys say them.
    telex: sets.telex,
    joined: plain(sets.joined),
    prefixes: plain(sets.prefixes),
  };
}

function plain(questions: readonly GeneratedQuestion[]): GeneratedQuestion[] {
  return questions.map(({ codes, words }) => ({ codes, words: withoutAccents(words) }));
}

/** A name or a short title, by its key → every procedure that is called so. */
function codesByKey(procedures: readonly NamedProcedure[]): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const { code, name, shortTitle } of procedures) {
    for (const key of new Set([nameKey(withoutLeadWord(name)), nameKey(shortTitle)])) {
      codes.set(key, [...(codes.get(key) ?? []), code]);
    }
  }
  return codes;
}

/** "Thủ tục" in front says nothing, and nobody types it. */
function withoutLeadWord(name: string): string {
  return name.normalize('NFC').replace(/^thủ tục\s+/iu, '');
}

function distinct(names: readonly string[]): string[] {
  return Array.from(new Map(names.map((name) => [nameKey(name), name])).values());
}

/** Cut titles end in an ellipsis: what they were cut from is unknown to whoever types. */
function isShort(title: string): boolean {
  const syllables = foldedWords(title).length;
  return syllables >= 2 && syllables <= mostSyllablesOfShort && !title.endsWith('…');
}

function joined(title: string): string {
  return (title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('');
}
