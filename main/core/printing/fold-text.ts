/** Makes two spellings of the same words equal: without marks, case and punctuation. */

/** Lower-case Latin letters and digits, single spaces between. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
