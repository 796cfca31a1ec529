/**
 * Makes words of what was typed, one by one: codes joined, shortenings written out, raw Telex and VNI composed, words typed
 * together parted, single letters wrong put right. Only a word that neither the catalogue nor the lexicon knows is touched.
 */
import { foldVietnamese, type Token, tokenise, type WordForms, wordForms } from '../vietnamese-text.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cut } from './phrase-book.ts';
import { createSpelling } from './spelling.ts';
import { composeTelex, composeVni } from './typing-residue.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface AskedWord extends WordForms {
  /** Where what was typed for it stands in the question (UTF-16 units, end exclusive). */
  readonly start: number;
  readonly end: number;
  /** As a citizen reads it. */
  readonly surface: string;
  readonly mended: 'no' | 'composed' | 'written-out' | 'parted' | 'spelling';
}

export interface WordMender {
  /** `isOpen`: the last word may be unfinished, then it is left alone while something begins with it. */
  mend(text: string, isOpen: boolean): AskedWord[];
}

interface Shortening {
  readonly written: WordForms;
  readonly means: readonly (readonly { readonly forms: WordForms; readonly surface: string }[])[];
}

/** Longest run of letters that is parted into words. */
const longestJoined = 60;

/** `cut` is `tokenise`, or one that remembers what it cut. */
export function createWordMender(vocabulary: Vocabulary, lexicon: Lexicon, cut: Cut = tokenise): WordMender {
  const lexiconWords = wordsOf(lexicon, cut);
  const shortenings = shorteningsOf(lexicon, cut);
  const spelling = createSpelling(vocabulary, lexiconWords);

  return {
    mend(text, isOpen) {
      const tokens = joinCodes(tokenise(text), text, vocabulary);
      const words: AskedWord[] = [];
      for (const [index, token] of tokens.entries()) {
        const isUnfinished = isOpen && index === tokens.length - 1;
        const next = tokens[index + 1]?.folded ?? null;
        words.push(...mendToken(token, text.slice(token.start, token.end), { words, next, isUnfinished }));
      }
      return words;
    },
  };

  interface Place {
    /** The words before. */
    readonly words: readonly AskedWord[];
    readonly next: string | null;
    readonly isUnfinished: boolean;
  }

  function mendToken(token: Token, typed: string, place: Place): AskedWord[] {
    const before = place.words.at(-1)?.folded ?? null;
    const as = (forms: WordForms, surface: string, mended: AskedWord['mended']): AskedWord => ({
      ...forms,
      start: token.start,
      end: token.end,
      surface,
      mended,
    });
    const asTyped = as(token, typed, 'no');
    const shortening = shorteningFor(token, place);
    if (shortening !== undefined) {
      const meaning = bestMeaning(shortening, before, place.next);
      return meaning.map(({ forms, surface }) => as(forms, surface, 'written-out'));
    }
    if (isKnown(token.folded) || (place.isUnfinished && beginsSomething(token.folded))) {
      return [asTyped];
    }
    const composed = composeTelex(token.folded) ?? composeVni(token.folded);
    if (composed !== null && isKnown(wordForms(composed).folded)) {
      return [as(wordForms(composed), composed, 'composed')];
    }
    const corrected = spelling.correct(token, before, place.next);
    const parted = part(typed, place.isUnfinished);
    // Nearly any word falls to pieces of one letter ("cư", "ớ", "cc").
    if (parted !== null && (corrected === null || parted.every((piece) => piece.length > 1))) {
      return parted.map((surface) => as(wordForms(surface), surface, 'parted'));
    }
    if (corrected !== null) {
      const surface = token.accented === token.folded ? corrected.plain : corrected.surface;
      return [as(wordForms(surface), surface, 'spelling')];
    }
    return [asTyped];
  }

  function isKnown(folded: string): boolean {
    const id = vocabulary.termId(folded);
    return (
      /^\d+$/.test(folded) ||
      lexiconWords.has(folded) ||
      (id >= 0 && (vocabulary.countOf(id) > 0 || vocabulary.bodyCountOf(id) > 1))
    );
  }

  function beginsSomething(letters: string): boolean {
    const [from, to] = vocabulary.termsFrom(letters);
    for (let id = from; id < to; id += 1) {
      if (vocabulary.countOf(id) > 0) return true;
    }
    return false;
  }

  /** The one written so; without accents also one that has them, where no known word is written so ("hong": hồng, hông). */
  function shorteningFor(token: Token, { isUnfinished }: Place): Shortening | undefined {
    if (isUnfinished && token.folded.length <= 2) return undefined;
    const alike = shortenings.get(token.folded) ?? [];
    const same = alike.find(({ written }) => written.accented === token.accented);
    const mayLackAccents = token.accented === token.folded && !isKnown(token.folded);
    return same ?? (mayLackAccents ? alike[0] : undefined);
  }

  function bestMeaning({ means }: Shortening, before: string | null, next: string | null) {
    let best = means[0] ?? [];
    let evidence = 0;
    for (const meaning of means) {
      const first = meaning[0]?.forms.folded ?? '';
      const last = meaning.at(-1)?.forms.folded ?? '';
      const found =
        (before === null ? 0 : pairEvidence(before, first)) + (next === null ? 0 : pairEvidence(last, next));
      if (found > evidence) {
        best = meaning;
        evidence = found;
      }
    }
    return best;
  }

  function pairEvidence(first: string, second: string): number {
    return Math.log1p(vocabulary.pairCount(vocabulary.termId(first), vocabulary.termId(second)));
  }

  /** "dangkykhaisinh" → its words; null where it is not made of known ones that are known to stand together. */
  function part(typed: string, isUnfinished: boolean): string[] | null {
    const letters = typed.normalize('NFC').toLowerCase();
    const folded = foldVietnamese(letters);
    if (letters.length < 5 || letters.length > longestJoined || folded.length !== letters.length) return null;
    if (!/^[a-z]+$/.test(folded)) return null;
    return bestParting(letters, isUnfinished);
  }

  function bestParting(letters: string, isUnfinished: boolean): string[] | null {
    interface Parting {
      readonly score: number;
      readonly pieces: readonly string[];
      readonly lastId: number;
      readonly pairs: number;
    }
    const best: (Parting | null)[] = [{ score: 0, pieces: [], lastId: -1, pairs: 0 }];
    for (let end = 1; end <= letters.length; end += 1) {
      let found: Parting | null = null;
      for (let start = Math.max(0, end - 7); start < end; start += 1) {
        const from = best[start];
        if (from === null || from === undefined) continue;
        const piece = letters.slice(start, end);
        const id = vocabulary.termId(wordForms(piece).folded);
        const count = id < 0 ? 0 : vocabulary.countOf(id);
        const isBeginning =
          count === 0 && isUnfinished && end === letters.length && beginsSomething(foldVietnamese(piece));
        if (count === 0 && !isBeginning) continue;
        const pair = isBeginning ? 0 : vocabulary.pairCount(from.lastId, id);
        const score = from.score - 8 + Math.log1p(count) * 0.5 + (pair > 0 ? 4 + Math.log1p(pair) : 0);
        if (found === null || score > found.score) {
          found = { score, pieces: [...from.pieces, piece], lastId: id, pairs: from.pairs + Number(pair > 0) };
        }
      }
      best.push(found);
    }
    const whole = best[letters.length] ?? null;
    if (whole === null || whole.pieces.length < 2) return null;
    return whole.pairs * 2 >= whole.pieces.length - 1 ? [...whole.pieces] : null;
  }
}

/** "1.00119", "CT 01", "1 001193": pieces that only together are a word of the catalogue. */
function joinCodes(tokens: readonly Token[], text: string, vocabulary: Vocabulary): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const previous = joined.at(-1);
    const gap = previous === undefined ? '' : text.slice(previous.end, token.start);
    const isCode =
      previous !== undefined &&
      /^\d+$/.test(token.folded) &&
      /^[ .-]$/.test(gap) &&
      /^(\d|[a-z]{1,4})$/.test(previous.folded) &&
      beginsCode(previous.folded + token.folded, vocabulary);
    if (isCode && previous !== undefined) {
      const folded = previous.folded + token.folded;
      joined[joined.length - 1] = { folded, accented: folded, start: previous.start, end: token.end };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

function beginsCode(letters: string, vocabulary: Vocabulary): boolean {
  const [from, to] = vocabulary.termsFrom(letters);
  return from < to;
}

/** By folded form; "đc" and "dc" are two. */
function shorteningsOf({ shortenings }: Lexicon, cut: Cut): ReadonlyMap<string, readonly Shortening[]> {
  const all = shortenings.map(({ written, means }): Shortening => {
    const meanings = means.map((meaning) =>
      cut(meaning).map(({ folded, accented, start, end }) => ({
        forms: { folded, accented },
        surface: meaning.slice(start, end),
      })),
    );
    return { written: wordForms(written), means: meanings };
  });
  return Map.groupBy(all, ({ written }) => written.folded);
}

/** Every folded word the lexicon writes; none of them is a typing error. */
function wordsOf({ synonyms, phrases, situations, shortenings, senses }: Lexicon, cut: Cut): ReadonlySet<string> {
  const texts = [
    ...synonyms.flatMap(({ words, official }) => [words, ...official]),
    ...phrases.courtesy,
    ...phrases.pronouns,
    ...phrases.general,
    ...phrases.questions.flatMap((question) => question.phrases),
    ...situations.flatMap((situation) => situation.phrases),
    ...shortenings.flatMap(({ means }) => means),
    ...senses.flatMap(({ word, between }) => [word, ...between]),
    ...senses.flatMap(({ senses: all }) => all.flatMap((sense) => [...sense.precededBy, ...sense.followedBy])),
  ];
  return new Set(texts.flatMap((text) => cut(text).map(({ folded }) => folded)));
}
