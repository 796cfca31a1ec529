/** What is written on a completion: its end matters, for its beginning stands in the field already. */
import { foldLetters } from './fold-letters.ts';

/** A beginning of fewer letters is left in: it takes no room and reads better. */
const worthCutting = 16;
/** Words of the question kept before what is new. */
const wordsKept = 2;

/** The completion from the last words of the question on, with an ellipsis for what is cut; whole where it is short. */
export function completionWords(question: string, completion: string): string {
  const typed = foldLetters(question.normalize('NFC').trim());
  const offered = foldLetters(completion.normalize('NFC'));
  if (typed.length < worthCutting || !offered.startsWith(typed)) return completion;
  const starts = [...typed.matchAll(/\S+/gu)].map(({ index }) => index);
  const start = starts.at(-wordsKept) ?? 0;
  return start === 0 ? completion : `… ${completion.normalize('NFC').slice(start)}`;
}

/**
 * The completions to show: those of the newest answer, or, where it has none (a space was typed, a word is being mended),
 * those shown before that still begin as the question does.
 */
export function steadyCompletions(
  shown: readonly string[],
  answer: { readonly query: string; readonly completions: readonly string[] },
): readonly string[] {
  if (answer.completions.length > 0) return answer.completions;
  const typed = foldLetters(answer.query.trimStart());
  return shown.filter((completion) => {
    const offered = foldLetters(completion);
    return offered.startsWith(typed) && offered.length > typed.length;
  });
}
