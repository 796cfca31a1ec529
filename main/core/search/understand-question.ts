/** From typed text to a question: words mended, phrases recognised, the senses of ambiguous words told apart. */
import type { Aspect } from '../../contract/search.ts';
import { maximumQueryLength } from '../../contract/search.ts';
import { type Token, tokenise, type WordForms } from '../vietnamese-text.ts';
import { type Lexicon, negationsOf } from './lexicon.ts';
import { type AskedWord, createWordMender } from './mend-words.ts';
import { agree, type Cut, createPhraseBook, type PhraseMatch } from './phrase-book.ts';
import type { Concept, Question, Wording } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question of more words is a story; its first ones are heard. */
const mostWords = 40;
/** Procedures that must have two words side by side for the two to belong together. */
const fewestTogether = 2;
/** How far a citizen's word is trusted to mean the catalogue's; later meanings of one entry a little less. */
const synonymTrust = 0.95;
const laterMeaning = 0.92;

export type UnderstandQuestion = (text: string) => Question;

export function createUnderstanding(vocabulary: Vocabulary, lexicon: Lexicon): UnderstandQuestion {
  const cut = createRememberingCut();
  const mender = createWordMender(vocabulary, lexicon, cut);
  const book = createPhraseBook(lexicon, cut);
  const senses = compileSenses(lexicon);
  const negations = negationsOf(lexicon);

  return (text) => {
    const heard = text.slice(0, maximumQueryLength);
    const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(heard);
    const words = mender.mend(heard, isOpen).slice(0, mostWords);
    const hasAccents = words.some(({ accented, folded, mended }) => accented !== folded && mended !== 'written-out');
    const sensed = senseMatches(words, hasAccents);
    const found = book.find(words, hasAccents);
    const matches = [...sensed, ...found, ...questionsIn(found)];
    const { isFiller, synonyms, aspect } = weighPhrases(words, matches);
    const isLight = lightWords(words, matches, { hasAccents, isOpen });
    const situation = matches.filter(({ meaning }) => meaning.kind === 'situation').sort(longerFirst)[0];
    return {
      words,
      isFiller,
      concepts: conceptsOf(words, isFiller, isLight, synonyms),
      hasAccents,
      isOpen,
      aspect,
      lifeEvent: situation?.meaning.kind === 'situation' ? situation.meaning.lifeEvent : null,
      leadsTo: situation?.meaning.kind === 'situation' ? situation.meaning.leadsTo : [],
      corrected: correctedText(heard, words, isFiller),
    };
  };

  /** Without accents a light word may be another ("từ", "tử"): one that a name has beside its neighbour is not light. */
  function lightWords(
    words: readonly AskedWord[],
    matches: readonly PhraseMatch[],
    { hasAccents, isOpen }: Pick<Question, 'hasAccents' | 'isOpen'>,
  ): boolean[] {
    const isLight = words.map(() => false);
    for (const { meaning, start, end } of matches) {
      if (meaning.kind === 'light') isLight.fill(true, start, end);
    }
    if (hasAccents) return isLight;
    return isLight.map((light, index) => {
      const isHeld = [index - 1, index + 1].some((beside) => {
        const [first, second] = [words[Math.min(index, beside)], words[Math.max(index, beside)]];
        const isUnfinished = isOpen && second === words.at(-1);
        return (
          isLight[beside] === false &&
          first !== undefined &&
          second !== undefined &&
          areNeighbours(first, second, isUnfinished)
        );
      });
      return light && !isHeld;
    });
  }

  /** Whether names have the two side by side; of the second perhaps only the beginning. */
  function areNeighbours(before: AskedWord, after: AskedWord, isUnfinished: boolean): boolean {
    const id = vocabulary.termId(after.folded);
    const [from, to] = isUnfinished ? vocabulary.termsFrom(after.folded) : [id, id + 1];
    for (let term = from; term < to; term += 1) {
      if (vocabulary.pairCount(vocabulary.termId(before.folded), term) >= fewestTogether) return true;
    }
    return false;
  }

  /** What an ambiguous word means here, as a phrase match of its own. */
  function senseMatches(words: readonly AskedWord[], hasAccents: boolean): PhraseMatch[] {
    return words.flatMap((word, index): PhraseMatch[] => {
      const ambiguous = senses.find((one) => agree(word, one.word, hasAccents));
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

  /** Longest synonyms first, none inside another; every other word that counts is a concept of its own. */
  function conceptsOf(
    words: readonly AskedWord[],
    isFiller: readonly boolean[],
    isLight: readonly boolean[],
    synonyms: readonly PhraseMatch[],
  ): Concept[] {
    const concepts: Concept[] = [];
    const covered = words.map((_, index) => isFiller[index] === true);
    const byPlace = Map.groupBy(synonyms, ({ start, end }) => `${start} ${end}`);
    for (const same of [...byPlace.values()].sort((a, b) => longerFirst(firstOf(a), firstOf(b)))) {
      const { start, end } = firstOf(same);
      if (covered.slice(start, end).some(Boolean)) continue;
      covered.fill(true, start, end);
      const official = same.flatMap(({ meaning }) => (meaning.kind === 'synonym' ? meaning.official : []));
      const wordings = [wordingOf(words.slice(start, end), 1), ...trusted(official)];
      concepts.push({ start, end, wordings, isLight: false });
    }
    for (const [index, word] of words.entries()) {
      if (covered[index] !== true) {
        const wordings = [wordingOf([word], 1)];
        concepts.push({ start: index, end: index + 1, wordings, isLight: isLight[index] === true });
      }
    }
    return concepts.sort((a, b) => a.start - b.start);
  }

  /** Later meanings of one entry are trusted less. */
  function trusted(official: readonly (readonly WordForms[])[]): Wording[] {
    return official.map((words, index) => wordingOf(words, synonymTrust * laterMeaning ** index));
  }

  function wordingOf(words: readonly WordForms[], trust: number): Wording {
    return { words, trust, negation: words.length > 1 ? words.findIndex(({ folded }) => negations.has(folded)) : -1 };
  }
}

/** The lexicon is gone through twice at the start; what is cut once is kept until then. */
function createRememberingCut(): Cut {
  const known = new Map<string, readonly Token[]>();
  return (text) => {
    const words = known.get(text) ?? tokenise(text);
    known.set(text, words);
    return words;
  };
}

interface CompiledSenses {
  readonly word: WordForms;
  readonly between: ReadonlySet<string>;
  readonly senses: readonly {
    readonly precededBy: readonly (readonly WordForms[])[];
    readonly followedBy: readonly (readonly WordForms[])[];
    readonly becomes: readonly (readonly WordForms[])[];
  }[];
}

function compileSenses(lexicon: Lexicon): CompiledSenses[] {
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

function standsAt(phrase: readonly WordForms[], words: readonly AskedWord[], start: number): boolean {
  return phrase.every((wanted, index) => words[start + index]?.folded === wanted.folded);
}

/** Whether the phrase ends right before the word, or with only words `between` in between. */
function standsBefore(
  phrase: readonly WordForms[],
  words: readonly AskedWord[],
  index: number,
  between: ReadonlySet<string>,
): boolean {
  for (let end = index; end > 0; end -= 1) {
    if (standsAt(phrase, words, end - phrase.length)) return true;
    if (!between.has(words[end - 1]?.folded ?? '')) return false;
  }
  return false;
}

/** Words that may stand between what is asked about and the word that asks: "điều kiện (để làm) gì". */
const nearEnough = 2;

/**
 * "điều kiện … gì", "mấy … ngày": a subject and an asker near it, however the question is put, are one question. A word in
 * between that tells something is still looked for ("lệ phí kết hôn bao nhiêu").
 */
function questionsIn(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const askers = matches.filter(({ meaning }) => meaning.kind === 'asker');
  const tellsLittle = new Set(
    matches
      .filter(({ meaning }) => meaning.kind === 'light' || meaning.kind === 'filler')
      .flatMap(({ start, end }) => placesFrom(start, end)),
  );
  return matches.flatMap((match): PhraseMatch[] => {
    if (match.meaning.kind !== 'subject') return [];
    const meaning = { kind: 'filler' as const, aspect: match.meaning.aspect };
    return askers.flatMap((asker) => {
      const gap = asker.start >= match.end ? asker.start - match.end : match.start - asker.end;
      const isInside = asker.start >= match.start && asker.end <= match.end;
      if (!isInside && (gap < 0 || gap > nearEnough)) return [];
      const start = Math.min(match.start, asker.start);
      const end = Math.max(match.end, asker.end);
      const between = isInside ? [] : placesFrom(Math.min(match.end, asker.end), Math.max(match.start, asker.start));
      const parts = between.every((place) => tellsLittle.has(place)) ? [{ start, end }] : [match, asker];
      return parts.map((part) => ({ start: part.start, end: part.end, meaning }));
    });
  });
}

/** From (inclusive), to (exclusive). */
function placesFrom(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
}

interface Weighed {
  readonly isFiller: readonly boolean[];
  readonly synonyms: readonly PhraseMatch[];
  readonly aspect: Aspect | null;
}

/** The longer of two overlapping phrases is meant: "bao nhiêu tiền" asks, though "tiền" alone would mean an allowance. */
function weighPhrases(words: readonly AskedWord[], matches: readonly PhraseMatch[]): Weighed {
  const isFiller = words.map(() => false);
  const taken = words.map(() => 0);
  const fillers: PhraseMatch[] = [];
  for (const match of matches
    .filter(({ meaning }) => meaning.kind === 'filler' || meaning.kind === 'synonym')
    .sort(longerFirst)) {
    const length = match.end - match.start;
    const places = placesFrom(match.start, match.end);
    if (match.meaning.kind === 'filler') {
      if (places.every((index) => taken[index] === 0 || isFiller[index] === true)) {
        for (let index = match.start; index < match.end; index += 1) isFiller[index] = true;
        fillers.push(match);
      }
    } else if (places.every((index) => isFiller[index] !== true)) {
      for (let index = match.start; index < match.end; index += 1) taken[index] = Math.max(taken[index] ?? 0, length);
    }
  }
  const synonyms = matches.filter(
    ({ meaning, start, end }) => meaning.kind === 'synonym' && !isFiller.slice(start, end).some(Boolean),
  );
  return { isFiller, synonyms, aspect: aspectOf(fillers) };
}

function longerFirst(a: PhraseMatch, b: PhraseMatch): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    Number(a.meaning.kind === 'filler') - Number(b.meaning.kind === 'filler') ||
    a.start - b.start
  );
}

/** The first thing asked; a question after several is answered from the top. */
function aspectOf(fillers: readonly PhraseMatch[]): Aspect | null {
  const asked = fillers
    .flatMap(({ meaning, start }) =>
      meaning.kind === 'filler' && meaning.aspect !== null ? [{ aspect: meaning.aspect, start }] : [],
    )
    .sort((a, b) => a.start - b.start);
  return asked[0]?.aspect ?? null;
}

function firstOf(matches: readonly PhraseMatch[]): PhraseMatch {
  const [match] = matches;
  if (match === undefined) throw new RangeError('a place without a match');
  return match;
}

function correctedText(text: string, words: readonly AskedWord[], isFiller: readonly boolean[]): string | null {
  const matters = words.some((word, index) => word.mended === 'spelling' && isFiller[index] !== true);
  if (!matters) return null;
  let written = '';
  let end = 0;
  for (const word of words) {
    const isContinued = word.start < end;
    written += isContinued ? ' ' : text.slice(end, word.start);
    written += word.surface;
    end = Math.max(end, word.end);
  }
  return (written + text.slice(end)).trim();
}
