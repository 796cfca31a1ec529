/** Text as the slip's fonts can set it: composed letters, nothing invisible, and no sign the fonts lack where another serves. */

/** Bullets of word processors (private use), and signs of the national catalogue that Be Vietnam Pro does not have. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/[\p{Co}●▪■◆]/gu, '•'],
  [/≤/gu, '<='],
  [/≥/gu, '>='],
  [/→/gu, '->'],
];
/** Soft hyphens, joiners, marks of direction and control characters; white space is kept. */
const invisible = /(?!\s)[\p{Cc}\p{Cf}\p{Cs}]|\uFEFF/gu;

/** Letters in pieces (NFD) become whole ones, so that they give the same dots. */
export function printableText(text: string): string {
  const visible = text.replace(invisible, '').normalize('NFC');
  return replacements.reduce((replaced, [sign, other]) => replaced.replace(sign, other), visible);
}
