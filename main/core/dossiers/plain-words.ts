/** The portal's words as they may stand on a screen and a slip: one paragraph, composed letters, nothing invisible. */

/** Control characters, marks of direction and other signs that only change how something looks. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** Null where no word is left. */
export function plainWords(text: string | null): string | null {
  const plain = (text ?? '').replaceAll(/\s+/gu, ' ').replaceAll(invisible, '').normalize('NFC').trim();
  return plain === '' ? null : plain;
}

/** Those of a list that say something. */
export function plainList(texts: readonly string[]): string[] {
  return texts.map(plainWords).filter((text) => text !== null);
}
