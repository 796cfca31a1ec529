/** Cuts runs of text into what no line is broken inside: words, and the parts of a word that is longer than a line. */
import { allowBreaks, breakHere, keepTogether, noBreakSpace } from './keep-together.ts';
import type { SlipFont, WidthOf } from './placed-slip.ts';
import { printableText } from './printable-text.ts';
import type { TextRun } from './slip-layout.ts';

export interface Fragment {
  readonly text: string;
  readonly bold: boolean;
}

/** Stands on one line as a whole. */
export interface Word {
  readonly fragments: readonly Fragment[];
  /** Whether a space parts it from what stands before it on the line. */
  readonly spaced: boolean;
  /** Begins a line: what is too long for one is easier to read from the left edge on. */
  readonly opensLine: boolean;
  readonly widthDots: number;
}

export interface WordOptions {
  readonly emDots: number;
  /** Of the line. */
  readonly widthDots: number;
  readonly widthOf: WidthOf;
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const boundary = new RegExp(`([^\\S\u00A0\u202F\u2007]+|${breakHere})`, 'u');
const lineFeed = /[\n\u2028\u2029]/u;

/** What no line is broken inside, short of running off the paper. */
interface Unbroken {
  readonly fragments: readonly Fragment[];
  readonly spaced: boolean;
}

/** One list for each paragraph that holds a word. No word is wider than the line, but for a single letter that is. */
export function splitWords(runs: readonly TextRun[], options: WordOptions): Word[][] {
  return paragraphsOf(runs).map((paragraph) =>
    paragraph.flatMap(({ fragments, spaced }) =>
      fitted(fragments, options).map((word, index) => (index === 0 ? { ...word, spaced } : word)),
    ),
  );
}

function paragraphsOf(runs: readonly TextRun[]): Unbroken[][] {
  const paragraphs: Unbroken[][] = [[]];
  // What stands between the last word and the next: nothing at all, a place to break at, or white space.
  let between: '' | typeof breakHere | ' ' = ' ';
  for (const { text, bold } of wholeLetters(runs)) {
    for (const token of allowBreaks(keepTogether(printableText(text))).split(boundary)) {
      if (token === '') {
        continue;
      }
      if (boundary.test(token)) {
        between = token === breakHere ? breakHere : ' ';
        if (lineFeed.test(token)) {
          paragraphs.push([]);
        }
        continue;
      }
      const paragraph = paragraphs.at(-1) ?? [];
      const last = between === '' ? paragraph.pop() : undefined;
      const fragment = { text: token, bold };
      paragraph.push(
        last === undefined
          ? { fragments: [fragment], spaced: between === ' ' }
          : { ...last, fragments: [...last.fragments, fragment] },
      );
      between = '';
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** A mark that opens a run belongs to the letter that ends the one before it. */
function wholeLetters(runs: readonly TextRun[]): Fragment[] {
  const whole: Fragment[] = [];
  for (const { text, bold = false } of runs) {
    const marks = /^\p{M}+/u.exec(text)?.[0] ?? '';
    const last = marks === '' ? undefined : whole.pop();
    if (last !== undefined) {
      whole.push({ ...last, text: last.text + marks });
    }
    whole.push({ text: last === undefined ? text : text.slice(marks.length), bold });
  }
  return whole;
}

/** First at the spaces that hold words together, then after strokes, hyphens and dots, at last letter by letter. */
function fitted(word: readonly Fragment[], options: WordOptions): Word[] {
  const whole = makeWord(word, options);
  if (whole.widthDots <= options.widthDots) {
    return [whole];
  }
  return apart(word).flatMap((part) => {
    const single = makeWord(part, options);
    return single.widthDots <= options.widthDots ? [single] : brokenUp(part, options);
  });
}

/** A word taken apart at the spaces inside it. */
export function partsOf(word: Word, options: Omit<WordOptions, 'widthDots'>): Word[] {
  const spaces = word.fragments.map(({ text, bold }) => ({ text: text.replaceAll(' ', noBreakSpace), bold }));
  return apart(spaces).map((part) => makeWord(part, options));
}

/** Parts at the spaces inside a word. */
function apart(word: readonly Fragment[]): Fragment[][] {
  const parts: Fragment[][] = [[]];
  for (const { text, bold } of word) {
    for (const [index, piece] of text.split(noBreakSpace).entries()) {
      if (index > 0) {
        parts.push([]);
      }
      if (piece !== '') {
        parts.at(-1)?.push({ text: piece, bold });
      }
    }
  }
  return parts.filter((part) => part.length > 0);
}

/** Parts of one word, each as long as a line takes. */
function brokenUp(word: readonly Fragment[], options: WordOptions): Word[] {
  const pieces = word.flatMap(({ text, bold }) =>
    text.split(/(?<=[/\-–—.,:;_?&=+)])/u).flatMap((piece): Fragment[] => {
      const fits = makeWord([{ text: piece, bold }], options).widthDots <= options.widthDots;
      return fits ? [{ text: piece, bold }] : lettersOf(piece).map((letter) => ({ text: letter, bold }));
    }),
  );
  const words: Word[] = [];
  for (const piece of pieces) {
    const last = words.at(-1);
    const longer = last === undefined ? null : makeWord(joined(last.fragments, piece), options);
    if (last !== undefined && longer !== null && longer.widthDots <= options.widthDots) {
      words[words.length - 1] = { ...longer, spaced: last.spaced, opensLine: last.opensLine };
    } else {
      const first = words.length === 0;
      words.push({ ...makeWord([piece], options), spaced: first, opensLine: first });
    }
  }
  return words;
}

/** Text in one weight is one fragment, so that the font's own spacing applies. */
function joined(fragments: readonly Fragment[], next: Fragment): Fragment[] {
  const last = fragments.at(-1);
  return last !== undefined && last.bold === next.bold
    ? [...fragments.slice(0, -1), { ...last, text: last.text + next.text }]
    : [...fragments, next];
}

function lettersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), (letter) => letter.segment);
}

function makeWord(word: readonly Fragment[], options: Omit<WordOptions, 'widthDots'>): Word {
  const fragments = word.map(({ text, bold }) => ({ text: text.replace(/[\u00A0\u202F\u2007]/gu, ' '), bold }));
  const widthDots = fragments.reduce((width, each) => width + options.widthOf(each.text, fontOf(each, options)), 0);
  return { fragments, spaced: true, opensLine: false, widthDots };
}

export function fontOf(fragment: Fragment | undefined, { emDots }: { readonly emDots: number }): SlipFont {
  return { emDots, bold: fragment?.bold ?? false };
}
