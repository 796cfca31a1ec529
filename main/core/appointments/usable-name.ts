/** A name somebody can be called by: letters of any script, and what stands between them. */

const leastLetters = 2;
const mostLetters = 80;
/** Words of letters with their marks, joined by a space, a hyphen or an apostrophe; no digits, no control characters. */
const namePattern = /^\p{L}[\p{L}\p{M}]*(?:(?: ?['’ʼ-] ?| )\p{L}[\p{L}\p{M}]*)*$/u;
/** More marks on one letter than any language writes. */
const tooManyMarks = /\p{M}{4}/u;

/** Composed (NFC), spaces tidied, 2 to 80 letters; null where it is no name. */
export function usableName(text: string): string | null {
  const name = text
    .normalize('NFC')
    .replace(/[^\S\r\n]+/gu, ' ')
    .trim();
  const length = Array.from(name).length;
  const isName = length >= leastLetters && length <= mostLetters && namePattern.test(name) && !tooManyMarks.test(name);
  return isName ? name : null;
}
