/** Pieces of the schemas of facts that come from outside: words, times and codes with sensible limits. */
import { z } from 'zod';
import { officeDate } from '../../office-date.ts';

const controlCharacters = /\p{Cc}/u;

/** One paragraph of 1 to `most` UTF-16 units, in NFC; white space of any kind and length becomes one space. */
export function wordsUpTo(most: number) {
  return z
    .string()
    .overwrite((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .min(1, { message: 'must hold words' })
    .max(most, { message: `must be at most ${most} characters long` })
    .refine((text) => !controlCharacters.test(text), { message: 'must not hold control characters' });
}

/** Null, also where the field is missing. */
export function orNothing<T extends z.ZodType>(schema: T) {
  return z.nullable(schema).default(null);
}

/** The office's day of a `dayOrMoment`. */
export function officeDay(text: string): string {
  return isMoment(text) ? officeDate(Date.parse(text)) : text;
}

/** Whether it says the time of day too. */
export function isMoment(dayOrTime: string): boolean {
  return dayOrTime.includes('T');
}

/** Of whatever shape an office uses, as it was scanned; letters a barcode can hold, without spaces. */
export const code = z
  .string()
  .regex(/^[\x21-\x7E]{3,60}$/u, { message: 'must be a code of 3 to 60 letters, digits and signs without spaces' });
