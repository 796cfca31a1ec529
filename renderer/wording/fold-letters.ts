/** Vietnamese letters without their marks, for comparing what is typed with what stands there. */

/** Lower case, no accents, đ as d; as many UTF-16 units as the text has where that is composed (NFC). */
export function foldLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();
}
