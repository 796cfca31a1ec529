/** Reads what is left in the text when the keyboard did not compose: raw Telex ("ddawng kys") and raw VNI ("d9a8ng ky1"). */
import { type Tone, telex, toggleTone } from '../../contract/telex.ts';

/** The word as Telex would compose it; null where that changes nothing. `word` is lower-case ASCII letters. */
export function composeTelex(word: string): string | null {
  if (!/^[a-z]{2,14}$/.test(word)) return null;
  const composed = Array.from(word).reduce(telex, '');
  return composed === word ? null : composed;
}

const vniTones: Readonly<Record<string, Tone>> = { 1: 'acute', 2: 'grave', 3: 'hook', 4: 'tilde', 5: 'dot' };

/** The word as VNI would compose it, its digits anywhere after their letter; null for what is no VNI. Likewise ASCII. */
export function composeVni(word: string): string | null {
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(word) || word.length > 14) return null;
  let letters = '';
  let tone: Tone | null = null;
  for (const key of word) {
    const toned = vniTones[key];
    if (toned !== undefined) {
      tone = toned;
      continue;
    }
    const grown = /\d/.test(key) ? shaped(letters, key) : letters + key;
    // A digit with nothing to shape belongs to a code ("na17").
    if (grown === letters) return null;
    letters = grown;
  }
  const composed = tone === null ? letters : toggleTone(letters, tone);
  return /^[a-z\d]+$/.test(composed) ? null : composed;
}

/** 6 makes â ê ô, 7 ơ ư, 8 ă, 9 đ. */
function shaped(letters: string, key: string): string {
  switch (key) {
    case '6':
      return letters.replace(/[aeo](?=[^aeo]*$)/u, (vowel) => (vowel === 'a' ? 'â' : vowel === 'e' ? 'ê' : 'ô'));
    case '7':
      return letters.replace(/(?<!q)uo(?=u?[^uo]*$)|[uo](?=[^uo]*$)/u, (vowels) =>
        vowels === 'uo' ? 'ươ' : vowels === 'u' ? 'ư' : 'ơ',
      );
    case '8':
      return letters.replace(/a(?=[^a]*$)/u, 'ă');
    default:
      return letters.replace(/^d/u, 'đ');
  }
}
