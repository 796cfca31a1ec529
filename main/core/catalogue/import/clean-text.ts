/**
 * The export carries decomposed letters, invisible format characters, private-use bullets and hard spaces.
 * Nothing may be compared, stored or shown before it went through here (docs/catalogue.md §1).
 */

/** What the portal writes where it has nothing to say. It is never shown and never indexed. */
const absentPattern = /^(?:không có thông tin(?: căn cứ pháp lý)?|chưa có văn bản!?)\.?$/iu;

/** Everything but plain Vietnamese text; most texts hold none of it and skip the slow passes. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unusual = /[^\n -~\u00A1-\u00AC\u00AE-\u0233\u1EA0-\u1EF9\u2013-\u201D\u2022\u2026]/u;
// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const invisible = /[\p{Cf}\uFFFD\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu;

/**
 * NFC text without format and control characters; private-use bullets become `•`, every kind of blank one space;
 * line breaks stay, at most one empty line in a row. HTML stays what it is: text. Total: never throws; cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  const usual = unusual.test(text) ? dropUnusual(text) : text;
  return usual
    .replace(/ {2,}/gu, ' ')
    .replace(/ \n ?|\n /gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function dropUnusual(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
      // Format characters first: U+200E stands between a letter and its accent in the source.
      .replace(invisible, '')
      .normalize('NFC')
      .replace(/\p{Co}/gu, '•')
      .replace(/[^\S\n ]/gu, ' ')
  );
}

/** The same on one line, for names, titles and lists. */
export function cleanLine(text: string): string {
  const cleaned = cleanText(text);
  return cleaned.includes('\n') ? cleaned.replace(/\n+/gu, ' ') : cleaned;
}

/** The cleaned text, or null where the portal says that it has none. */
export function presentOrNull(cleaned: string): string | null {
  return cleaned === '' || (cleaned.length < 60 && absentPattern.test(cleaned)) ? null : cleaned;
}

/** Joins lines that were broken in the middle of a sentence: a line that goes on with a small letter belongs to the one before. */
export function joinBrokenLines(text: string): string {
  return text.replace(/([^\n.:;!?])\n(?=\p{Ll}(?!\)))/gu, '$1 ');
}
