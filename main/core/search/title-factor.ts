/** Raises procedures whose name or alias holds the question word for word: "khai sinh" alone is not "khai sinh lại". */

/** What an exact title is worth beside one that only shares the words (factor on the score). */
const exactTitle = 1.8;
/** An alias is somebody's wording, a name is the law's: it raises by this share of what a name would. */
const aliasShare = 0.7;

/**
 * `question` is folded text with single spaces; `names` and `aliases` likewise. 1 where no title holds the question as
 * whole syllables in a row; up to `exactTitle` the more of the title it fills.
 */
export function titleFactor(question: string, names: readonly string[], aliases: readonly string[]): number {
  const byName = Math.max(0, ...names.map((name) => coverage(question, name)));
  const byAlias = Math.max(0, ...aliases.map((alias) => coverage(question, alias))) * aliasShare;
  return 1 + (exactTitle - 1) * Math.max(byName, byAlias);
}

/** Share of the title that the question fills, 0 where it does not stand in it; its last syllable may be unfinished. */
function coverage(question: string, title: string): number {
  const isHeld = ` ${title}`.includes(` ${question}`);
  return isHeld && title.length > 0 ? question.length / title.length : 0;
}
