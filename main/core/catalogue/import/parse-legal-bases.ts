/** Căn cứ pháp lý: `* title (number)`, titles running over several lines, numbers written in many ways. */
import type { LegalBasis } from '../../../contract/procedure.ts';
import { cleanLine, presentOrNull } from './clean-text.ts';
import { bareLawNumber } from './law-number.ts';

/** Reads cleaned text. One basis for each published star. A title that is nothing but its number keeps the number as the title. */
export function parseLegalBases(text: string): LegalBasis[] {
  if (presentOrNull(text) === null) return [];
  return text
    .split(/^\* /mu)
    .map(cleanLine)
    .filter((part) => part !== '')
    .map((part) => {
      const bracket = /^(?<title>.*?)\s*\((?<number>[^()]*)\)$/su.exec(part)?.groups;
      const inBracket = bracket?.['number'] ?? '';
      const number =
        bareLawNumber(inBracket) ?? (/\d/u.test(inBracket) && inBracket.length < 40 ? inBracket : bareLawNumber(part));
      const title = (bracket && number !== null ? (bracket['title'] ?? '') : part).replace(/[\s;:,]+$/u, '');
      return { title: title || inBracket || part, number };
    });
}
