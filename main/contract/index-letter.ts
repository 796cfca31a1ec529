/** Under which letter a name is looked up; the same for the catalogue's lists and the page's own. */

/**
 * In Vietnamese order; tones do not count (Ủ stands under U), and what comes before the first letter of a name is passed over.
 * `#` holds names without any.
 */
export const indexLetters: readonly string[] =
  'A Ă Â B C D Đ E Ê F G H I J K L M N O Ô Ơ P Q R S T U Ư V W X Y Z #'.split(' ');

/** The name from its first letter on: some begin with a number or a stray dot. */
export function nameFromLetter(name: string): string {
  return name.replace(/^\P{L}+/u, '');
}

/** One of `indexLetters`: circumflex, breve, horn and đ make letters of their own, the five tones do not. */
export function letterOf(name: string): string {
  const [first = ''] = nameFromLetter(name.normalize('NFC'));
  const letter = first
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC')
    .toUpperCase();
  return indexLetters.includes(letter) ? letter : '#';
}
