/** What stands in the field when somebody types Telex and nothing turns the keys into accents. */

const toneKeys: ReadonlyMap<string, string> = new Map([
  ['\u0301', 's'],
  ['\u0300', 'f'],
  ['\u0309', 'r'],
  ['\u0303', 'x'],
  ['\u0323', 'j'],
]);
const circumflex = '\u0302';
const breve = '\u0306';
const horn = '\u031b';

/** Keys of a text in Telex, lower case: letter keys doubled or followed by w, the tone at the end of its syllable. */
export function telexResidue(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\p{L}\p{M}]+/gu, telexSyllable);
}

/** "đăng" → "ddawng", "ký" → "kys", "người" → "nguwowif" is seldom typed: "ươ" is "uow", one w for both horns. */
function telexSyllable(syllable: string): string {
  let keys = '';
  let tone = '';
  for (const mark of syllable.normalize('NFC').replaceAll('đ', 'dd').normalize('NFD')) {
    if (mark === circumflex) {
      keys += keys.at(-1) ?? '';
    } else if (mark === breve || mark === horn) {
      keys += 'w';
    } else {
      const toneKey = toneKeys.get(mark);
      tone = toneKey ?? tone;
      keys += toneKey === undefined ? mark : '';
    }
  }
  return keys.replace('uwow', 'uow') + tone;
}
