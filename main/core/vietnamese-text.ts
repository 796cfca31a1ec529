/**
 * Vietnamese text made comparable. Two spellings of one word have one form: composed and decomposed, capitals, tone marks
 * placed the old way and the new (hoà, hòa), i and y (kĩ, kỹ), full-width and look-alike letters. Folding is explicit
 * (NFKD, then đ → d); library presets leave đ behind (docs/search.md).
 */

/** What two spellings of one word have in common. */
export interface WordForms {
  /** Letters a–z and digits: "ký" → "ki". */
  readonly folded: string;
  /** Letters with their shape (ă â ê ô ơ ư đ), the tone behind them: "hoà", "hòa" → "hoa`". Only for comparing. */
  readonly accented: string;
}

/** One syllable, number or code, and where it stands in the text given (UTF-16 units, end exclusive). */
export interface Token extends WordForms {
  readonly start: number;
  readonly end: number;
}

const combiningMarks = /\p{M}+/gu;
const formatCharacters = /\p{Cf}+/gu;
/** A procedure code is one token, whatever its dots; everything else is cut at what is neither letter, mark nor digit. */
const tokenPattern = /\d\.\d{6,9}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*/gu;

const tones: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0303', '~'],
  ['\u0309', '?'],
  ['\u0323', '.'],
]);
const shapes: ReadonlyMap<string, string> = new Map([
  ['a\u0306', 'ă'],
  ['a\u0302', 'â'],
  ['e\u0302', 'ê'],
  ['o\u0302', 'ô'],
  ['o\u031B', 'ơ'],
  ['u\u031B', 'ư'],
]);
/** Letters of other scripts that are drawn as Latin ones, lower case and decomposed, each before its double. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Array.from(
    'аaвbсcԁdеeһhнhіiјjкkмmоoрpѕsтtуyѵvхxαaοoνvρpτtυuιiκkıiðđɖđƌđ'.matchAll(/(.)(.)/gu),
    ([, drawn = '', meant = '']) => [drawn, meant] as const,
  ),
);
const anyLookAlike = new RegExp(`[${[...lookAlikes.keys()].join('')}]`, 'gu');

/** A final y after these is said as i is, and both are written: kỹ, kĩ; quý, quí. */
const finalY = /^(h|k|l|m|qu|s|t|v)y$/u;

/** Nothing in these to replace: letters, digits, spaces, punctuation of ASCII, marks of Vietnamese, đ. */
const plainLetters = /^(?:[\s!-~đ]|[\u0300-\u036F])*$/u;

/** Lower case without any accent: "Đăng ký" → "dang ky". Works on composed and decomposed input alike. */
export function foldVietnamese(text: string): string {
  return decomposed(text).replace(combiningMarks, '').replaceAll('đ', 'd');
}

/** Every composed letter of Vietnamese, lower case: its shape, and the tone on it. */
const composedLetters: ReadonlyMap<string, { readonly letter: string; readonly tone: string }> = new Map(
  Array.from('aăâeêioôơuưy').flatMap((letter) => [
    [letter, { letter, tone: '' }] as const,
    ...[...tones].map(([mark, tone]) => [(letter + mark).normalize('NFC'), { letter, tone }] as const),
  ]),
);

/** Both forms of one word without spaces. */
export function wordForms(word: string): WordForms {
  return formsOfComposed(word.toLowerCase()) ?? formsOfAny(word);
}

/** For words as they are mostly written, letter by letter; null where one needs decomposing. `word` is lower case. */
function formsOfComposed(word: string): WordForms | null {
  let letters = '';
  let tone = '';
  let isPlain = true;
  for (const character of word) {
    if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
      letters += character;
      continue;
    }
    const composed = composedLetters.get(character);
    if (composed === undefined && character !== 'đ') return null;
    letters += composed?.letter ?? character;
    tone = composed === undefined || composed.tone === '' ? tone : composed.tone;
    isPlain = false;
  }
  const oneSpelling = letters.endsWith('y') ? letters.replace(finalY, '$1i') : letters;
  return { folded: isPlain ? oneSpelling : unshaped(oneSpelling), accented: oneSpelling + tone };
}

function formsOfAny(word: string): WordForms {
  let letters = '';
  let tone = '';
  for (const character of decomposed(word).replace(formatCharacters, '').replaceAll('.', '')) {
    const mark = tones.get(character);
    if (mark !== undefined) {
      tone = mark;
      continue;
    }
    const shaped = shapes.get(letters.slice(-1) + character);
    if (shaped !== undefined) {
      letters = letters.slice(0, -1) + shaped;
    } else if (!/\p{M}/u.test(character)) {
      letters += character;
    }
  }
  const oneSpelling = letters.replace(finalY, '$1i');
  return { folded: unshaped(oneSpelling), accented: oneSpelling + tone };
}

/** The letters without their shapes. */
function unshaped(letters: string): string {
  return letters.replace(/[ăâêôơưđ]/gu, (letter) => plainLetterOf.get(letter) ?? letter);
}

const plainLetterOf: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ...[...shapes].map(([decomposedLetter, shaped]) => [shaped, decomposedLetter.charAt(0)] as const),
]);

const toneMark = /[`´~?.]$/u;

/** The mark of an accented form's tone; empty for the level tone. */
export function toneOf(accented: string): string {
  return toneMark.exec(accented)?.[0] ?? '';
}

/** An accented form with its letters alone. */
export function withoutTone(accented: string): string {
  return accented.replace(toneMark, '');
}

/** Cuts a text into tokens in reading order. Never throws, whatever the text holds. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(tokenPattern), (match) => ({
    ...wordForms(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  })).filter((token) => token.folded !== '');
}

/** The folded forms alone, for long texts whose positions nobody asks for: folds once instead of token by token. */
export function foldedTerms(text: string): string[] {
  const terms = foldVietnamese(text).match(tokenPattern) ?? [];
  return terms.map(oneSpellingOf).filter((term) => term !== '');
}

/** The folded forms in one line: two texts with the same words have the same, whatever their accents and punctuation. */
export function foldedWords(text: string): string {
  return foldedTerms(text).join(' ');
}

function oneSpellingOf(term: string): string {
  const bare = /[.\p{Cf}]/u.test(term) ? term.replace(formatCharacters, '').replaceAll('.', '') : term;
  return bare.endsWith('y') ? bare.replace(finalY, '$1i') : bare;
}

function decomposed(text: string): string {
  const lower = text.normalize('NFKD').toLowerCase();
  return plainLetters.test(lower) ? lower : lower.replace(anyLookAlike, (letter) => lookAlikes.get(letter) ?? letter);
}
