/**
 * Vietnamese letters from a plain keyboard: the Telex way of typing (aa → â, ow → ơ, dd → đ; s f r x j tones, z none),
 * and the tone keys of the on-screen keyboard. Plain unaccented typing and foreign words come out as typed.
 */

export type Tone = 'acute' | 'grave' | 'hook' | 'tilde' | 'dot';

/** Combining marks of Unicode; NFD keeps tone and letter apart. */
const toneMarks: Readonly<Record<Tone, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  hook: '\u0309',
  tilde: '\u0303',
  dot: '\u0323',
};
const toneKeys: Readonly<Record<string, Tone>> = { s: 'acute', f: 'grave', r: 'hook', x: 'tilde', j: 'dot' };
const anyTone = /[\u0301\u0300\u0309\u0303\u0323]/u;
const anyToneEverywhere = /[\u0301\u0300\u0309\u0303\u0323]/gu;

/** Words people do type at a counter and that Telex would bend. */
const loanWords: ReadonlySet<string> = new Set(['visa', 'taxi', 'gas', 'bus', 'photo', 'oto']);

const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?';
const coda = '(?:ng|nh|ch|[cmnptiouy])?';
const syllable = new RegExp(`^(?!.*([aeio])\\1)${onset}[aăâeêioôơuưy]{1,3}${coda}$`, 'u');
const stopCoda = /(?:c|ch|p|t)$/u;

function withoutTone(word: string): string {
  return word.normalize('NFD').replace(anyToneEverywhere, '').normalize('NFC');
}

function toneOf(word: string): Tone | null {
  const mark = anyTone.exec(word.normalize('NFD'))?.[0];
  return Object.values(toneKeys).find((tone) => toneMarks[tone] === mark) ?? null;
}

/** Index of the letter that carries the tone, by the rule taught at school (hoà, quý, giữa, tiếng). */
function toneIndex(plain: string): number {
  const lower = plain.toLowerCase();
  const lead = /^(?:qu|gi(?=[aăâeêioôơuưy]))/u.exec(lower)?.[0].length ?? 0;
  const vowels = [...lower.matchAll(/[aăâeêioôơuưy]/gu)].map((match) => match.index).filter((index) => index >= lead);
  const marked = vowels.filter((index) => /[ăâêôơư]/u.test(lower.charAt(index)));
  const [first] = vowels;
  const last = vowels.at(-1);
  if (first === undefined || last === undefined) return -1;
  const hat = marked.at(-1);
  if (hat !== undefined) return hat;
  const endsInConsonant = last < lower.length - 1;
  if (vowels.length === 1 || (vowels.length === 2 && endsInConsonant)) return last;
  if (vowels.length === 3) return vowels[1] ?? first;
  return /^(?:oa|oe|uy)$/u.test(lower.slice(first, last + 1)) ? last : first;
}

/** Puts a tone on a word, replacing another; the same tone again takes it off. A word without a vowel stays as it is. */
export function toggleTone(word: string, tone: Tone): string {
  const plain = withoutTone(word);
  const index = toneIndex(plain);
  if (index < 0 || toneOf(word) === tone) return plain;
  return `${plain.slice(0, index)}${plain.charAt(index)}${toneMarks[tone]}${plain.slice(index + 1)}`.normalize('NFC');
}

/** Whether a word, with or without accents, can be a Vietnamese syllable by its sounds. */
export function isVietnamese(word: string): boolean {
  const plain = withoutTone(word).toLowerCase();
  if (!syllable.test(plain)) return false;
  const tone = toneOf(word);
  return !stopCoda.test(plain) || tone === null || tone === 'acute' || tone === 'dot';
}

const doubled: Readonly<Record<string, string>> = { aa: 'â', ee: 'ê', oo: 'ô', dd: 'đ' };
const hooked: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };

function sameCase(model: string, letter: string): string {
  return model === model.toLowerCase() ? letter : letter.toUpperCase();
}

/** The shape of letters: aa, ee, oo, dd, and w after a, o, u (uo + w → ươ). Null where the key shapes nothing. */
function shape(plain: string, key: string, isToned: boolean): string | null {
  const last = plain.at(-1) ?? '';
  const pair = doubled[`${last}${key}`.toLowerCase()];
  // A tone in between ("kar" + "a") is the sign of a foreign word.
  if (pair !== undefined && !isToned) return plain.slice(0, -1) + sameCase(last, pair);
  // "dang" + "d" and "tien" + "e": the mark typed after the word.
  const earlier = key === 'd' && /^d[^đ]/iu.test(plain) ? 0 : 'aeo'.includes(key) ? plain.lastIndexOf(key) : -1;
  if (earlier >= 0 && /^[a-zăâêôơưđ]*[cghmnpt]$/iu.test(plain)) {
    return (
      plain.slice(0, earlier) + sameCase(plain.charAt(earlier), doubled[key + key] ?? key) + plain.slice(earlier + 1)
    );
  }
  if (key !== 'w') return null;
  const uo = /uo(?=[iu]?[^aeiou]*$)/iu.exec(plain);
  if (uo !== null && !/^q/iu.test(plain)) {
    return `${plain.slice(0, uo.index)}${sameCase(plain.charAt(uo.index), 'ư')}${sameCase(plain.charAt(uo.index + 1), 'ơ')}${plain.slice(uo.index + 2)}`;
  }
  const vowel = /[aou](?=[^aou]*$)/iu.exec(plain.replace(/ua$/iu, (pairOfVowels) => `${pairOfVowels.charAt(0)}-`));
  const hook = vowel === null ? undefined : hooked[vowel[0].toLowerCase()];
  if (vowel === null || hook === undefined) return null;
  return plain.slice(0, vowel.index) + sameCase(vowel[0], hook) + plain.slice(vowel.index + 1);
}

/** What was typed to get `word`, its tone key last; for words that turn out not to be Vietnamese. */
function retype(word: string): string {
  const tone = toneOf(word);
  const key = Object.entries(toneKeys).find(([, value]) => value === tone)?.[0] ?? '';
  return withoutTone(word) + key;
}

function keepTone(from: string, plain: string): string {
  const tone = toneOf(from);
  return tone === null ? plain : toggleTone(plain, tone);
}

/** The word after one more key. `word` has no spaces; `key` is one character. */
export function telex(word: string, key: string): string {
  const lower = key.toLowerCase();
  const literal = word + key;
  if (loanWords.has((retype(word) + key).toLowerCase())) return retype(word) + key;
  const tone = toneKeys[lower];
  if (tone !== undefined && isVietnamese(word)) {
    // The tone key a second time: the citizen wanted the letter.
    if (toneOf(word) === tone) return withoutTone(word) + key;
    const toned = toggleTone(word, tone);
    return isVietnamese(toned) ? toned : literal;
  }
  if (lower === 'z' && toneOf(word) !== null) return withoutTone(word);
  const shaped = shape(withoutTone(word), lower, toneOf(word) !== null);
  if (shaped !== null && (isVietnamese(shaped) || shaped.toLowerCase() === 'đ')) return keepTone(word, shaped);
  if (toneOf(word) === null) return literal;
  const grown = keepTone(word, withoutTone(word) + key);
  return isVietnamese(grown) || !/\p{L}/u.test(key) ? grown : retype(word) + key;
}
