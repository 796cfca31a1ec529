/** The number of a blank (CT01, Mẫu số 1a …): the forms themselves are not in the export (docs/catalogue.md §3). */

const lettered =
  /(?<![\p{L}\d/])(?:mẫu (?:số )?)?((?:CT|DC|TK|CC|NA|PC|HC|XC|TC|NS|ĐC|HK)\s?0?\d{1,2}[a-z]?|TP\/[A-Z]{2,6}[-/\d.A-Z]*\d)(?![\p{L}\d])/u;
const numbered =
  /mẫu (?:đơn |tờ khai )?(?:số )?((?:\d{1,3}[a-zđ]?|[IVX]{1,4})(?:\.\d{1,2})?(?:[-/][A-ZĐ0-9][A-ZĐa-z0-9]*)*)(?![\p{L}\d])/iu;

/**
 * `CT01` for a blank that has a name of its own, `Mẫu số 1a` for one that is known by its number in a circular,
 * null where the text names none or several.
 */
export function formNumberOf(text: string): string | null {
  const named = lettered.exec(text)?.[1];
  if (named !== undefined) return named.replace(/\s/gu, '');
  const numbers = [...new Set([...text.matchAll(new RegExp(numbered.source, 'giu'))].map((match) => match[1] ?? ''))];
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined ? `Mẫu số ${only}` : null;
}
