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

/** A day at the office. */
export const day = z.iso.date({ message: 'must be a day as 2026-11-24' });

/** A moment with its offset from UTC, e.g. 2026-11-24T09:41:00+07:00. */
export const moment = z.iso.datetime({ offset: true, message: 'must be a time as 2026-11-24T09:41:00+07:00' });

/** A day, with the time of day where there is one. */
export const dayOrMoment = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  message: 'must be a day as 2026-11-24 or a time as 2026-11-24T09:41:00+07:00',
});

/** The office's day of a `dayOrMoment`. */
export function officeDay(text: string): string {
  return isMoment(text) ? officeDate(Date.parse(text)) : text;
}

/** Whether it says the time of day too. */
export function isMoment(dayOrTime: string): boolean {
  return dayOrTime.includes('T');
}

/** HH:MM, office time. */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { message: 'must be a time as 08:30' });

/** Of whatever shape an office uses, as it was scanned; letters a barcode can hold, without spaces. */
export const code = z
  .string()
  .regex(/^[\x21-\x7E]{3,60}$/u, { message: 'must be a code of 3 to 60 letters, digits and signs without spaces' });
