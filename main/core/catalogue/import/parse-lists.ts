/** Comma lists of the portal whose members hold commas themselves. */
import { cleanLine, presentOrNull } from './clean-text.ts';

/** Splits at a comma or semicolon before a capital letter outside brackets; members lose stray dots and repetitions. */
export function splitList(text: string): string[] {
  if (presentOrNull(text) === null) return [];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const line = cleanLine(text);
  for (let index = 0; index < line.length; index += 1) {
    const letter = line.charAt(index);
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /^[,;]\s?\p{Lu}/u.test(line.slice(index, index + 3))) {
      parts.push(line.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(line.slice(start));
  const tidy = parts.map((part) => part.replace(/^[\s\-–+*•]+/u, '').replace(/[\s.;,]+$/u, ''));
  return [...new Set(tidy.filter((part) => part !== ''))];
}

/** Đối tượng thực hiện: the portal's own terms; "Cán bộ, công chức, viên chức" is one of them. */
export function parseApplicants(text: string): string[] {
  return splitList(text);
}

/** Kết quả thực hiện. */
export function parseResults(text: string): string[] {
  return splitList(text.replace(/^\s*Kết quả(?: thực hiện)?(?: TTHC| thủ tục hành chính)?\s*:/iu, ''));
}
