/** Where a line must not end (between a number and what it counts, or the word it is read with) and where it may. */

/** Set as a space; no line ends at it unless the words around it are longer than a line. */
export const noBreakSpace = '\u00A0';

/** Zero-width space: a line may end here. */
export const breakHere = '\u200B';
/** "cước/Thẻ": names put side by side without spaces; neither units (đồng/bản) nor legal numbers (NĐ/TW). */
const namesSideBySide = /(?<=\p{Ll}\/)(?=\p{Lu}\p{Ll})/gu;

const readBeforeNumbers =
  'số|điều|khoản|điểm|mục|mẫu|biểu|chương|định|tư|luật|ngày|tháng|năm|quý|thứ|lần|bước|mức|tầng|phòng|quầy|cửa|tổ|no\\.|article|step|counter|form';
const units =
  'đồng|đ|₫|vnđ|vnd|ngày|tháng|năm|giờ|phút|tuần|bản|tờ|bộ|mức|lần|người|trang|tuổi|triệu|nghìn|tỷ|km|m|m²|m2|ha|kg|mm|cm|%|' +
  'days?|hours?|minutes?|weeks?|months?|years?|copy|copies|originals?|papers?|rates?|cases?';

const joins: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])(${readBeforeNumbers}) (?=\\d)`, 'giu'),
  // "điểm a khoản 2".
  /(?<![\p{L}\p{N}])(điểm) (?=\p{L}(?:[\s,;.)]|$))/giu,
  // A house's number and its street.
  /(?<=^|, )(\d+\p{L}?) (?=\p{Lu})/gu,
  new RegExp(`(\\d) (?=(?:${units})(?:$|[\\s.,;:)/]))`, 'giu'),
  // A dash between words stays with the former.
  /(\S) (?=[–—·] )/gu,
];

/** Puts a no-break space where a line must not end. */
export function keepTogether(text: string): string {
  return joins.reduce((joined, pattern) => joined.replace(pattern, `$1${noBreakSpace}`), text);
}

/** Marks where a line may end inside what has no space. */
export function allowBreaks(text: string): string {
  return text.replace(namesSideBySide, breakHere);
}
