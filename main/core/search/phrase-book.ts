/** The lexicon's phrases, ready to be found in a question. */
import type { Aspect } from '../../contract/search.ts';
import { type Token, tokenise, type WordForms } from '../vietnamese-text.ts';
import type { Lexicon } from './lexicon.ts';

/** Cuts a text into words. */
export type Cut = (text: string) => readonly Token[];

export type PhraseMeaning =
  /** Tells nothing about which procedure is meant; perhaps what is asked about it. */
  | { readonly kind: 'filler'; readonly aspect: Aspect | null }
  /** A citizen's words for the catalogue's, best first. */
  | { readonly kind: 'synonym'; readonly official: readonly (readonly WordForms[])[] }
  | { readonly kind: 'situation'; readonly lifeEvent: string; readonly leadsTo: readonly string[] }
  /** Tells little. */
  | { readonly kind: 'light' }
  /** Asks: "gì", "bao nhiêu"; and what may be asked about. */
  | { readonly kind: 'asker' }
  | { readonly kind: 'subject'; readonly aspect: Aspect };

interface Phrase {
  readonly words: readonly WordForms[];
  /** What follows after a gap of a few words ("nhận … về nuôi"); none for most. */
  readonly rest: readonly WordForms[];
  readonly meaning: PhraseMeaning;
}

export interface PhraseMatch {
  /** First word (inclusive) and behind the last one. */
  readonly start: number;
  readonly end: number;
  readonly meaning: PhraseMeaning;
}

export interface PhraseBook {
  /** Every phrase that stands in the words, by start, longest first; they may overlap. */
  find(words: readonly WordForms[], hasAccents: boolean): PhraseMatch[];
}

/** `cut` is `tokenise`, or one that remembers what it cut. */
export function createPhraseBook(lexicon: Lexicon, cut: Cut = tokenise): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrasesOf(lexicon, cut)) {
    const first = phrase.words[0]?.folded;
    if (first !== undefined) {
      const same = byFirst.get(first);
      if (same === undefined) byFirst.set(first, [phrase]);
      else same.push(phrase);
    }
  }
  for (const phrases of byFirst.values()) {
    phrases.sort((a, b) => b.words.length - a.words.length);
  }
  return {
    find: (words, hasAccents) =>
      words.flatMap((word, start) =>
        (byFirst.get(word.folded) ?? []).flatMap((phrase): PhraseMatch[] => {
          const end = endOf(phrase, words, start, hasAccents);
          return end === -1 ? [] : [{ start, end, meaning: phrase.meaning }];
        }),
      ),
  };
}

/** Most words in a phrase's gap. */
const longestGap = 4;

/** Place behind the phrase that begins at `start`; -1 where it does not stand there. */
function endOf(phrase: Phrase, words: readonly WordForms[], start: number, hasAccents: boolean): number {
  const behind = start + phrase.words.length;
  if (!standsAt(phrase.words, words, start, hasAccents)) return -1;
  if (phrase.rest.length === 0) return behind;
  for (let gap = 0; gap <= longestGap; gap += 1) {
    if (standsAt(phrase.rest, words, behind + gap, hasAccents)) return behind + gap + phrase.rest.length;
  }
  return -1;
}

/** "nhận … nuôi" in its two parts. */
function partsOf(text: string, cut: Cut): Pick<Phrase, 'words' | 'rest'> {
  const [before = '', behind = ''] = text.split('…');
  return { words: cut(before), rest: cut(behind) };
}

function phrasesOf({ phrases, synonyms, situations, questionWords }: Lexicon, cut: Cut): Phrase[] {
  return [
    ...fillers([...phrases.courtesy, ...phrases.pronouns, ...phrases.general], null, cut),
    ...phrases.questions.flatMap(({ aspect, phrases: texts }) => fillers(texts, aspect, cut)),
    ...synonyms.flatMap(({ words, official }): Phrase[] => {
      // Another spelling of the same words needs no entry; folding makes them one.
      const others = official.map(cut).filter((other) => !isSame(other, cut(words)));
      return others.length === 0 ? [] : [{ ...partsOf(words, cut), meaning: { kind: 'synonym', official: others } }];
    }),
    ...questionWords.light.map((text): Phrase => ({ words: cut(text), rest: [], meaning: { kind: 'light' } })),
    ...questionWords.askers.map((text): Phrase => ({ words: cut(text), rest: [], meaning: { kind: 'asker' } })),
    ...questionWords.subjects.flatMap(({ aspect, words }) =>
      words.map((text): Phrase => ({ words: cut(text), rest: [], meaning: { kind: 'subject', aspect } })),
    ),
    ...situations.flatMap(({ lifeEvent, leadsTo, phrases: texts }) =>
      texts.map((text): Phrase => ({ ...partsOf(text, cut), meaning: { kind: 'situation', lifeEvent, leadsTo } })),
    ),
  ];
}

function isSame(one: readonly WordForms[], other: readonly WordForms[]): boolean {
  return one.length === other.length && one.every(({ folded }, index) => folded === other[index]?.folded);
}

function fillers(texts: readonly string[], aspect: Aspect | null, cut: Cut): Phrase[] {
  return texts.map((text) => ({ words: cut(text), rest: [], meaning: { kind: 'filler', aspect } }));
}

function standsAt(
  phrase: readonly WordForms[],
  words: readonly WordForms[],
  start: number,
  hasAccents: boolean,
): boolean {
  return phrase.every((wanted, index) => {
    const word = words[start + index];
    return word !== undefined && agree(word, wanted, hasAccents);
  });
}

/** Whether a typed word can be the one meant. Accents that were typed must fit; hỏi and ngã are often taken for each other. */
export function agree(typed: WordForms, meant: WordForms, hasAccents: boolean): boolean {
  if (typed.folded !== meant.folded) return false;
  if (!hasAccents || typed.accented === meant.accented) return true;
  return typed.accented.replace('?', '~') === meant.accented.replace('?', '~');
}
