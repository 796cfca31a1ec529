/** Tells words that could name or describe one person from words about a procedure. When in doubt, they are personal. */
import { foldedTerms } from '../vietnamese-text.ts';

/** Identity cards have 9 or 12 digits, telephones 10, dates of birth 6 or 8, social insurance 10; a year has four. */
const mostDigits = 5;
/** Digits are often written in groups: "079 201 000 123", "01/02/1990", "0912.345.678". */
const digitRun = new RegExp(`(?:\\p{Nd}[\\s.,:;/()_+–—-]*){${mostDigits + 1}}`, 'u');
/** No name of a matter that people type is longer; a story with names, places and days in it is. */
const mostSyllables = 12;
const mostLetters = 80;

/**
 * Whether a text must not be kept, not even in memory: it holds six digits in a row (an identity card, a telephone, a date of
 * birth), an "@" (an address of e-mail or Zalo), or is so long that it tells somebody's story. A bare name is not known as
 * one; it is kept from staff's eyes and from the disk by having to be asked in five sessions.
 */
export function isPossiblyPersonal(words: string): boolean {
  const plain = words.normalize('NFKC');
  if (plain.length > mostLetters || plain.includes('@') || digitRun.test(plain)) {
    return true;
  }
  const syllables = foldedTerms(plain);
  // Folding takes some letters of other scripts apart, so the length is looked at once more.
  return syllables.length > mostSyllables || syllables.join(' ').length > mostLetters;
}
