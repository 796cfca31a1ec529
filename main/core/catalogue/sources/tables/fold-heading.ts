/** The form in which headings, names of sheets and words of choice are compared: offices write them as they like. */

/** Lower case, without accents, brackets and punctuation: `Mức phí (đồng) *` → `muc phi`. */
export function foldHeading(text: string): string {
  return text
    .replace(/\([^()]*\)/gu, ' ')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
