/** Every number the order of results depends on, in one place. How they were found: docs/search.md. */

export const rankingWeights = {
  /** What two words in a row count beside the rarer of them. */
  pair: 0.8,
  /** A word that only begins as the last typed one does; the rest of the way to 1 with the share of letters typed. */
  prefix: 0.6,
  /** Accents were typed and the word has others: none typed on this word · hỏi for ngã · another tone · other letters. */
  accentMissing: 0.92,
  toneConfused: 0.9,
  toneDiffers: 0.55,
  letterDiffers: 0.35,
  /** A word that only holds the sentence together; without accents it may be another word. */
  light: 0.3,
  lightUnaccented: 0.3,
  /** A wording whose "chưa" or "không" is not found: what is left of its worth. */
  withoutNegation: 0.3,
  /** Words behind the last one asked for are mostly the case; what they count against a name. */
  trailing: 0.6,
  /** … at most so many times what was asked for: a name that goes on for ever is not worse for it. */
  trailingLimit: 1.5,
  /** Each further procedure of the same name (other provinces' copies) is worth so much less. */
  sameName: 0.985,
  /** Share of the way to the best of its group that each near-duplicate moves. */
  groupPull: 0.3,
  /** A synonym of several words found only in part is worth less than its share: power of the share. */
  partlyFound: 1.25,
  /** How much of a name's score hangs on how much of the name was asked for, and how steeply. */
  precision: 0.5,
  precisionPower: 0.85,
  /** What a kind of name is worth: short title, name, alias, English, code. */
  kinds: [1, 0.97, 0.96, 0.9, 1.2],
  /** Shares of the score: the best single name, and all that is known of the procedure together. */
  bestName: 0.7,
  together: 0.3,
  /** A word found only in the field, in papers and results, in the other texts, beside one found in a name. */
  inField: 0.5,
  inPapers: 0.35,
  inBody: 0.2,
  /** Less than this fit of a name, than this weight found in it (a long story), and than this share of the question anywhere: no answer. */
  leastNameFit: 0.25,
  leastFound: 9,
  leastCovered: 0.6,
  /** Where so long a question fits some name so well, that name was written out: what is left then of the factors below. */
  writtenOutWords: 7,
  writtenOutFit: 0.9,
  writtenOut: 0.2,
  /** Factors for where and for whom it is. */
  here: 1.08,
  nearby: 1.04,
  provincial: 0.8,
  citizens: 1.03,
  known: 1.03,
  communeLevel: 1.18,
  officials: 0.85,
  /** What a told situation begins with (factor). */
  situation: 1.18,
  /** A "không" or "chưa" in a name that was not asked for counts so many times against it. */
  unaskedNegation: 4,
  /** Most that being asked for often at this kiosk adds (factor). */
  demand: 0.04,
} as const;

/** Postings MiniSearch is asked for at most, rarest keys first; one key is always asked. */
export const postingsBudget = 3000;
/** Procedures that are compared name by name. */
export const mostCandidates = 80;
