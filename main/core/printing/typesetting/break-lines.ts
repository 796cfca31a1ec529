/** Breaks runs of text into lines. Vietnamese wraps at spaces; codes, legal numbers and a number with its unit stay whole. */
import type { TextRun } from './slip-layout.ts';
import { type Fragment, fontOf, partsOf, splitWords, type Word, type WordOptions } from './split-words.ts';

/** A stretch of one line in one weight. */
export interface LinePiece {
  readonly text: string;
  readonly bold: boolean;
  /** From the start of the line. */
  readonly xDots: number;
}

export interface Line {
  readonly pieces: readonly LinePiece[];
  readonly widthDots: number;
}

export interface BreakOptions extends WordOptions {
  /** Makes all lines about equally long without adding one. */
  readonly balance?: boolean;
}

/** Never returns a line wider than `widthDots`, except for a single letter that is wider by itself. */
export function breakLines(runs: readonly TextRun[], options: BreakOptions): Line[] {
  return splitWords(runs, options).flatMap((words) => {
    const lines = fill(words, options.widthDots, options);
    const even = options.balance === true && lines.length > 1 ? balanced(words, lines.length, options) : lines;
    return withoutWidow(even, options).map((line) => compose(line, options));
  });
}

/**
 * Width of the widest of what no line is broken inside, in whole dots. `apart`: where what is kept together only for its
 * sense (a number and its unit) may be broken as well.
 */
export function widestWordDots(
  runs: readonly TextRun[],
  { apart, ...options }: Omit<WordOptions, 'widthDots'> & { readonly apart: boolean },
): number {
  const words = splitWords(runs, { ...options, widthDots: Number.POSITIVE_INFINITY }).flat();
  const parts = apart ? words.flatMap((word) => partsOf(word, options)) : words;
  return Math.ceil(parts.reduce((widest, word) => Math.max(widest, word.widthDots), 0));
}

function fill(words: readonly Word[], widthDots: number, options: BreakOptions): Word[][] {
  const lines: Word[][] = [];
  let lineWidth = 0;
  for (const word of words) {
    const line = lines.at(-1);
    const added = spaceBefore(word, options) + word.widthDots;
    if (line !== undefined && !word.opensLine && lineWidth + added <= widthDots) {
      line.push(word);
      lineWidth += added;
    } else {
      lines.push([word]);
      lineWidth = word.widthDots;
    }
  }
  return lines;
}

/** The narrowest setting that still takes `lineCount` lines. */
function balanced(words: readonly Word[], lineCount: number, options: BreakOptions): Word[][] {
  let narrowest = Math.ceil(Math.max(...words.map((word) => word.widthDots), options.widthDots / 2));
  let widest = options.widthDots;
  while (narrowest < widest) {
    const middle = Math.floor((narrowest + widest) / 2);
    if (fill(words, middle, options).length <= lineCount) {
      widest = middle;
    } else {
      narrowest = middle + 1;
    }
  }
  return fill(words, widest, options);
}

/** Takes a word down to a short one that would stand alone on the last line, unless the line above would become short instead. */
function withoutWidow(lines: readonly Word[][], options: BreakOptions): readonly Word[][] {
  const [widow, ...others] = lines.at(-1) ?? [];
  const above = lines.at(-2) ?? [];
  const companion = above.at(-1);
  if (widow === undefined || others.length > 0 || companion === undefined || above.length < 2 || widow.opensLine) {
    return lines;
  }
  const staying = above.slice(0, -1);
  const together = widthOfLine([companion, widow], options);
  return widow.fragments.some(({ text }) => text.includes(' ')) ||
    widow.widthDots > options.widthDots / 2 ||
    together > options.widthDots ||
    widthOfLine(staying, options) < options.widthDots / 3
    ? lines
    : [...lines.slice(0, -2), staying, [companion, widow]];
}

function widthOfLine(words: readonly Word[], options: BreakOptions): number {
  return words.reduce(
    (width, word, index) => width + word.widthDots + (index === 0 ? 0 : spaceBefore(word, options)),
    0,
  );
}

/** Joins the words of one line into as few pieces as its weights allow. */
function compose(words: readonly Word[], options: BreakOptions): Line {
  const fragments: Fragment[] = [];
  for (const [index, word] of words.entries()) {
    for (const [position, { text, bold }] of word.fragments.entries()) {
      const said = index > 0 && position === 0 && word.spaced ? ` ${text}` : text;
      const last = fragments.at(-1);
      if (last !== undefined && last.bold === bold) {
        fragments[fragments.length - 1] = { text: last.text + said, bold };
      } else {
        fragments.push({ text: said, bold });
      }
    }
  }
  let widthDots = 0;
  const pieces = fragments.map((fragment): LinePiece => {
    const piece = { ...fragment, xDots: widthDots };
    widthDots += widthOfPiece(fragment, options);
    return piece;
  });
  return { pieces, widthDots };
}

/** Word by word, as it is painted: what was joined without a space may be a dot wider than its parts. */
function widthOfPiece(fragment: Fragment, options: BreakOptions): number {
  const font = fontOf(fragment, options);
  const words = fragment.text.split(' ');
  const letters = words.reduce((width, word) => width + options.widthOf(word, font), 0);
  return letters + (words.length - 1) * options.widthOf(' ', font);
}

function spaceBefore(word: Word, options: BreakOptions): number {
  return word.spaced ? options.widthOf(' ', fontOf(word.fragments[0], options)) : 0;
}
