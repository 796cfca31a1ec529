/** Names, places and sexes as cards write them, also where the reader dropped the accents. */
import type { Sex } from './scan.ts';

const longestName = 100;
const longestPlace = 300;

/** Latin letters in words, with the signs that names of all peoples of Việt Nam have: H'Hen, Y-Blơ, Tr. */
const name = /^\p{Script=Latin}[\p{Script=Latin}\p{M} '’.-]*$/u;
/** No sign that steers something, nothing unassigned. */
const place = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;

const sexes: ReadonlyMap<string, Sex> = new Map([
  ['nam', 'male'],
  ['nữ', 'female'],
  ['nu', 'female'],
]);

/** Null where it is no name. The text is NFC. */
export function readName(text: string): string | null {
  const trimmed = text.trim();
  return trimmed.length >= 2 && trimmed.length <= longestName && name.test(trimmed) ? trimmed : null;
}

/** Null where it is no address. */
export function readPlace(text: string): string | null {
  const trimmed = text.trim();
  return trimmed.length <= longestPlace && place.test(trimmed) ? trimmed : null;
}

/** Nam, Nữ, Nu, in any case; null for everything else. */
export function readSex(text: string): Sex | null {
  return sexes.get(text.trim().toLowerCase()) ?? null;
}
