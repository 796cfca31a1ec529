/**
 * Vietnamese text made comparable: case, accents and composition folded away, cut into syllables that remember where
 * they stood in the original. Folding is explicit (NFD, then đ → d); library presets leave đ behind (docs/search.md).
 */

/** One syllable or number: its folded form, and where it stands in the text given (UTF-16 units, end exclusive). */
export interface Token {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const combiningMarks = /\p{M}+/gu;
/** A procedure code is one token, whatever its dots; everything else is cut at what is neither letter, mark nor digit. */
const tokenPattern = /\d\.\d{6,9}(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+/gu;

/** Lower case without any accent: "Đăng ký" → "dang ky". Works on composed and decomposed input alike. */
export function foldVietnamese(text: string): string {
  return text.normalize('NFKD').replace(combiningMarks, '').toLowerCase().replaceAll('đ', 'd').replaceAll('Đ', 'd');
}

/** Cuts a text into tokens in reading order. Never throws, whatever the text holds. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(tokenPattern), (match) => ({
    folded: foldVietnamese(match[0]).replaceAll('.', ''),
    start: match.index,
    end: match.index + match[0].length,
  })).filter((token) => token.folded !== '');
}

/** The folded forms alone, for long texts whose positions nobody asks for: folds once instead of token by token. */
export function foldedTerms(text: string): string[] {
  const terms = foldVietnamese(text).match(tokenPattern) ?? [];
  return terms.map((term) => (term.includes('.') ? term.replaceAll('.', '') : term));
}

/** The folded forms in one line: two texts with the same words have the same, whatever their accents and punctuation. */
export function foldedWords(text: string): string {
  return foldedTerms(text).join(' ');
}
