/**
 * What the search knows of citizens' words: data/search as data. It travels inside the search index, so a newer catalogue
 * brings newer words without newer software.
 */
import { z } from 'zod';
import { aspects } from '../../contract/search.ts';
import { wordForms } from '../vietnamese-text.ts';

const words = z.string().min(1).max(120);
const reason = z.string().min(1);

/** `data/search/shortenings.json`: teencode and abbreviations, one written token each; meanings most likely first. */
export const shorteningsSchema = z.array(
  z.strictObject({ written: words, means: z.array(words).min(1).max(3), reason }),
);

/** `data/search/synonyms.json`: a citizen's words → the catalogue's; one-way. */
export const synonymsSchema = z.array(z.strictObject({ words, official: z.array(words).min(1), reason }));

/** `data/search/phrases.json`: everything in a question that does not tell which procedure is meant. */
export const phrasesSchema = z.strictObject({
  courtesy: z.array(words),
  pronouns: z.array(words),
  general: z.array(words),
  questions: z.array(z.strictObject({ aspect: z.enum(aspects), phrases: z.array(words) })),
});

/** `data/search/question-words.json`: words that weigh little, and how a question about a part of a procedure is put. */
export const questionWordsSchema = z.strictObject({
  light: z.array(words),
  askers: z.array(words),
  /** Say no; what they stand with means the opposite without them. */
  negations: z.array(words),
  subjects: z.array(z.strictObject({ aspect: z.enum(aspects), words: z.array(words) })),
});

/** `data/search/situations.json`: how people tell of a life event without naming a procedure. */
export const situationsSchema = z.array(
  z.strictObject({
    lifeEvent: z.string(),
    /** Codes of the procedures the situation begins with. */
    leadsTo: z.array(words),
    phrases: z.array(words),
  }),
);

/**
 * `data/search/senses.json`: a word with several meanings, told apart by what stands beside it. The first sense whose
 * context fits is taken; `becomes` is what it means in the catalogue's words, none where the word tells nothing.
 */
export const sensesSchema = z.array(
  z.strictObject({
    word: words,
    /** May stand between the word and what comes before it: "chồng (em vừa) mất". */
    between: z.array(words),
    senses: z.array(
      z.strictObject({
        sense: z.string(),
        precededBy: z.array(words),
        followedBy: z.array(words),
        becomes: z.array(words),
        reason,
      }),
    ),
  }),
);

/** `data/search/groups.json`: what to look away from to see that two procedures are about the same thing. */
export const groupWordsSchema = z.strictObject({
  actions: z.array(words),
  qualifiers: z.array(words),
  /** Words that cannot end a title. */
  dangling: z.array(words),
});

export const lexiconSchema = z.strictObject({
  shortenings: shorteningsSchema,
  synonyms: synonymsSchema,
  phrases: phrasesSchema,
  questionWords: questionWordsSchema,
  situations: situationsSchema,
  senses: sensesSchema,
  groupWords: groupWordsSchema,
});
export type Lexicon = z.infer<typeof lexiconSchema>;

/** Knows no words at all; for catalogues and tests that bring none. */
export const emptyLexicon: Lexicon = {
  shortenings: [],
  synonyms: [],
  phrases: { courtesy: [], pronouns: [], general: [], questions: [] },
  questionWords: { light: [], askers: [], negations: [], subjects: [] },
  situations: [],
  senses: [],
  groupWords: { actions: [], qualifiers: [], dangling: [] },
};

/** Words that say no, folded. */
export function negationsOf({ questionWords }: Lexicon): ReadonlySet<string> {
  return new Set(questionWords.negations.map((text) => wordForms(text).folded));
}
