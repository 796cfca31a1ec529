/** Finds the number of a legal paper in a text, and writes it with the short name of its kind. */

const numberPattern =
  /(?<![\d/])(\d{1,5}[a-z]?(?:\.\d{1,2})?(?:\/\d{4})?\/(?:[A-ZĐƠƯ]{1,8}[0-9]{0,2})(?:-[A-ZĐƠƯa-z]{1,12}[0-9]{0,2})*)/u;

const kindByLetters: readonly (readonly [RegExp, string])[] = [
  [/\/TTLT/u, 'TTLT'],
  [/\/TT-/u, 'TT'],
  [/\/NĐ-|\/ND-/u, 'NĐ'],
  [/\/NQ-/u, 'NQ'],
  [/\/QĐ-|\/QD-/u, 'QĐ'],
  [/\/QH\d+/u, 'Luật'],
];

/** The first number in the text alone, e.g. `75/2022/TT-BTC`; null where none is named. */
export function bareLawNumber(text: string): string | null {
  return numberPattern.exec(text)?.[1] ?? null;
}

/** The same with its kind in front, e.g. `TT 75/2022/TT-BTC`. */
export function lawNumber(text: string): string | null {
  const number = bareLawNumber(text);
  if (number === null) return null;
  const kind = kindByLetters.find(([pattern]) => pattern.test(number))?.[1];
  return kind === undefined ? number : `${kind} ${number}`;
}
