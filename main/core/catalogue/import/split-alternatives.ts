/** "Một trong các giấy tờ sau: + A + B" names several papers in one line; apart they can be read and ticked. */
import { stripMarks } from './document-lines.ts';

const separators = [
  /\s\+\s|\n\+\s?/u,
  /\s[-–]\s(?=\p{Lu})|\n[-–]\s?/u,
  /\s(?=\(?[a-zđ]\)\s)|\s(?=\([ivx]{1,4}\)\s)|\s(?=\(\d\)\s)/u,
  /;\s+(?:hoặc )?/iu,
];

/** The papers the line offers, null where it is not such a list or where a part of it does not begin like a paper. */
export function splitAlternatives(text: string, isPaper: (words: string) => boolean): readonly string[] | null {
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const list = text.slice(colon + 1);
  for (const separator of separators) {
    const parts = list
      .split(separator)
      .map(stripMarks)
      .map((part) =>
        part
          .replace(/^hoặc /iu, '')
          .replace(/ hoặc$/iu, '')
          .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
      )
      .filter((part) => part.length > 2);
    if (parts.length >= 2 && parts.every(isPaper)) return parts;
  }
  return null;
}
