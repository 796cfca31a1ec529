/** A title in the middle of a sentence. */

/** "Giấy phép xây dựng" → "giấy phép xây dựng"; abbreviations ("CCCD") and the empty text stay. */
export function lowerFirst(title: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
