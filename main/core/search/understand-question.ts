/** From typed text to a question: words mended, phrases recognised, the senses of ambiguous words told apart. */
import { maximumQueryLength } from '../../contract/search.ts';
import { type Token, tokenise, type WordForms } from '../vietnamese-text.ts';
import { type Lexicon, negationsOf } from './lexicon.ts';
import { type AskedWord, createWordMender } from './mend-words.ts';
import { type Cut, createPhraseBook, type PhraseMatch } from './phrase-book.ts';
import type { Concept, Question, Wording } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';
import { longerFirst, questionsIn, weighPhrases } from './weigh-phrases.ts';
import { createSenseFinder } from './word-senses.ts';

/** A question of more words is a story; its first ones are heard. */
const mostWords = 40;
/** Procedures that must have two words side by side for the two to belong together. */
const fewestTogether = 2;
/** How far a citizen's word is trusted to mean the catalogue's; later meanings of one entry a little less. */
const synonymTrust = 0.95;
const laterMeaning = 0.92;

const noFiller: readonly boolean[] = [];

export type UnderstandQuestion = (text: string) => Question;

export function createUnderstanding(vocabulary: Vocabulary, lexicon: Lexicon): UnderstandQuestion {
  const cut = createRememberingCut();
  const mender = createWordMender(vocabulary, lexicon, cut);
  const book = createPhraseBook(lexicon, cut);
  const findSenses = createSenseFinder(lexicon);
  const negations = negationsOf(lexicon);

  return (text) => {
    const heard = text.slice(0, maximumQueryLength);
    const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(heard);
    const words = mender.mend(heard, isOpen).slice(0, mostWords);
    const hasAccents = words.some(({ accented, folded, mended }) => accented !== folded && mended !== 'written-out');
    const found = book.find(words, hasAccents);
    const matches = [...findSenses(words, hasAccents), ...found, ...questionsIn(found)];
    const { isFiller, synonyms, aspect } = weighPhrases(words, matches);
    const isLight = lightWords(words, matches, { hasAccents, isOpen });
    const concepts = conceptsOf(words, isFiller, isLight, synonyms);
    const situation = matches.filter(({ meaning }) => meaning.kind === 'situation').sort(longerFirst)[0];
    return {
      words,
      isFiller,
      // Of a question that has only begun ("thủ tục") the words that tell little are all there is.
      concepts: concepts.length > 0 ? concepts : conceptsOf(words, noFiller, isLight, []),
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
