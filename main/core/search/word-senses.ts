/** Tells apart the senses of a word that has several by what stands beside it: "mất" is lost, died, takes (data/search/senses.json). */
import { tokenise, type WordForms } from '../vietnamese-text.ts';
import type { Lexicon } from './lexicon.ts';
import { agree, type PhraseMatch } from './phrase-book.ts';

/** What each ambiguous word means here, as phrases of one word. */
export type FindSenses = (words: readonly WordForms[], hasAccents: boolean) => PhraseMatch[];

export function createSenseFinder(lexicon: Lexicon): FindSenses {
  const ambiguousWords = compile(lexicon);
  return (words, hasAccents) =>
    words.flatMap((word, index): PhraseMatch[] => {
      const ambiguous = ambiguousWords.find((one) => agree(word, one.word, hasAccents));
      const sense = ambiguous?.senses.find(
        ({ precededBy, followedBy }) =>
          precededBy.some((phrase) => standsBefore(phrase, words, index, ambiguous.between)) ||
          followedBy.some((phrase) => standsAt(phrase, words, index + 1)),
      );
      if (sense === undefined) return [];
      const meaning: PhraseMatch['meaning'] =
        sense.becomes.length === 0 ? { kind: 'filler', aspect: null } : { kind: 'synonym', official: sense.becomes };
      return [{ start: index, end: index + 1, meaning }];
    });
}

interface AmbiguousWord {
  readonly word: WordForms;
  readonly between: ReadonlySet<string>;
  readonly senses: readonly {
    readonly precededBy: readonly (readonly WordForms[])[];
    readonly followedBy: readonly (readonly WordForms[])[];
    readonly becomes: readonly (readonly WordForms[])[];
  }[];
}

function compile(lexicon: Lexicon): AmbiguousWord[] {
  return lexicon.senses.flatMap(({ word, between, senses }) => {
    const [forms] = tokenise(word);
    return forms === undefined
      ? []
      : [
          {
            word: forms,
            between: new Set(between.flatMap((text) => tokenise(text).map(({ folded }) => folded))),
            senses: senses.map(({ precededBy, followedBy, becomes }) => ({
              precededBy: cutAll(precededBy),
              followedBy: cutAll(followedBy),
              becomes: cutAll(becomes),
            })),
          },
        ];
  });
}

function cutAll(texts: readonly string[]): WordForms[][] {
  return texts.map((text) => tokenise(text));
}

function standsAt(phrase: readonly WordForms[], words: readonly WordForms[], start: number): boolean {
  return phrase.every((wanted, index) => words[start + index]?.folded === wanted.folded);
}

/** Whether the phrase ends right before the word, or with only words `between` in between. */
function standsBefore(
  phrase: readonly WordForms[],
  words: readonly WordForms[],
  index: number,
  between: ReadonlySet<string>,
): boolean {
  for (let end = index; end > 0; end -= 1) {
    if (standsAt(phrase, words, end - phrase.length)) return true;
    if (!between.has(words[end - 1]?.folded ?? '')) return false;
  }
  return false;
}
