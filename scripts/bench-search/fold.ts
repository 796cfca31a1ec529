/**
 * Folding of the benches' own, so that neither the peers nor the right answers move when the engine's folding does.
 * What a competent user writes for Vietnamese: NFD, combining marks dropped, and đ said explicitly.
 */

/** Accents taken away, case kept: "Đăng ký" → "Dang ky". */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC');
}

/** Lower case without accents. */
export function folded(text: string): string {
  return withoutAccents(text).toLowerCase();
}

/** Words of letters and digits in reading order, folded. */
export function foldedWords(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Two names with the same key are the same to whoever types them. */
export function nameKey(name: string): string {
  return foldedWords(name).join(' ');
}
