/** Breaks runs of text into lines. Vietnamese wraps at spaces; codes, legal numbers and a number with its unit stay whole. */
import type { SlipFont, WidthOf } from './placed-slip.ts';
import type { TextRun } from './slip-layout.ts';

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

export interface BreakOptions {
  readonly emDots: number;
  readonly widthDots: number;
  readonly widthOf: WidthOf;
  /** Makes all lines about equally long without adding one. */
  readonly balance?: boolean;
}

interface Fragment {
  readonly text: string;
  readonly bold: boolean;
}

/** What no line may be broken inside, short of running off the paper. */
type Word = readonly Fragment[];

const noBreakSpace = '\u00A0';
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A legal reference or a number, joined to the word it is read with. */
const joins: readonly RegExp[] = [
  /((?:số|Số|Điều|điều|khoản|Khoản|Mẫu|mẫu|Nghị|Thông|Quyết|Luật)) (?=(?:số |định |tư )?\d)/gu,
  /(?<=^|, )(\d+\p{L}?) (?=\p{Lu})/gu,
  /(\d) (?=(?:đ|đồng|ngày|tháng|năm|giờ|bản|tờ|bộ|mức|m²|%)(?:$|[\s.,;:)]))/gu,
];

/** Puts a no-break space where a line must not end. */
export function keepTogether(text: string): string {
  return joins.reduce((joined, pattern) => joined.replace(pattern, `$1${noBreakSpace}`), text);
}

/** Never returns a line wider than `widthDots`, except for a single letter that is wider by itself. */
export function breakLines(runs: readonly TextRun[], options: BreakOptions): Line[] {
  return paragraphsOf(runs).flatMap((paragraph) => {
    const words = paragraph.flatMap((word) => splitOverlong(word, options));
    const lines = fill(words, options.widthDots, options);
    return options.balance === true && lines.length > 1 ? balanced(words, lines.length, options) : lines;
  });
}

function paragraphsOf(runs: readonly TextRun[]): Word[][] {
  const paragraphs: Word[][] = [[]];
  let glue = false;
  for (const run of runs) {
    const bold = run.bold ?? false;
    for (const token of keepTogether(run.text.normalize('NFC')).split(/([ \t\n]+)/u)) {
      if (token === '') {
        continue;
      }
      if (/^[ \t\n]+$/u.test(token)) {
        glue = false;
        if (token.includes('\n')) {
          paragraphs.push([]);
        }
        continue;
      }
      const paragraph = paragraphs.at(-1) ?? [];
      const fragment = { text: token.replaceAll(noBreakSpace, ' '), bold };
      const last = glue ? paragraph.pop() : undefined;
      paragraph.push(last === undefined ? [fragment] : [...last, fragment]);
      glue = true;
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function fill(words: readonly Word[], widthDots: number, options: BreakOptions): Line[] {
  const lines: Word[][] = [];
  let lineWidth = 0;
  for (const word of words) {
    const wordWidth = widthOfWord(word, options);
    const spaceWidth = options.widthOf(' ', fontOf(word[0], options));
    const line = lines.at(-1);
    if (line !== undefined && lineWidth + spaceWidth + wordWidth <= widthDots) {
      line.push(word);
      lineWidth += spaceWidth + wordWidth;
    } else {
      lines.push([word]);
      lineWidth = wordWidth;
    }
  }
  return lines.map((line) => compose(line, options));
}

/** The narrowest setting that still takes `lineCount` lines. */
function balanced(words: readonly Word[], lineCount: number, options: BreakOptions): Line[] {
  let narrowest = Math.ceil(Math.max(...words.map((word) => widthOfWord(word, options)), options.widthDots / 2));
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

/** Joins the words of one line into as few pieces as its weights allow, so that the font's own spacing applies. */
function compose(words: readonly Word[], options: BreakOptions): Line {
  const pieces: LinePiece[] = [];
  let widthDots = 0;
  for (const [index, word] of words.entries()) {
    for (const [position, fragment] of word.entries()) {
      const text = index > 0 && position === 0 ? ` ${fragment.text}` : fragment.text;
      const last = pieces.at(-1);
      if (last !== undefined && last.bold === fragment.bold) {
        pieces[pieces.length - 1] = { ...last, text: last.text + text };
      } else {
        pieces.push({ text, bold: fragment.bold, xDots: widthDots });
      }
      const width = options.widthOf(fragment.text, fontOf(fragment, options));
      const space = index > 0 && position === 0 ? options.widthOf(' ', fontOf(fragment, options)) : 0;
      widthDots += width + space;
    }
  }
  return { pieces, widthDots };
}

/** First after a stroke or hyphen between words, then, as the last resort, letter by letter. */
function splitOverlong(word: Word, options: BreakOptions): Word[] {
  if (widthOfWord(word, options) <= options.widthDots) {
    return [word];
  }
  return word.flatMap((fragment) =>
    packed(fragment, fragment.text.split(/(?<=[/\-–_?&=])/u), options).flatMap((part) =>
      widthOfWord(part, options) <= options.widthDots
        ? [part]
        : packed(
            fragment,
            Array.from(graphemes.segment(part[0]?.text ?? ''), (letter) => letter.segment),
            options,
          ),
    ),
  );
}

/** Joins parts again as long as they fit into one line. */
function packed(fragment: Fragment, parts: readonly string[], options: BreakOptions): Word[] {
  const texts: string[] = [];
  for (const part of parts) {
    const joined = (texts.at(-1) ?? '') + part;
    if (texts.length > 0 && options.widthOf(joined, fontOf(fragment, options)) <= options.widthDots) {
      texts[texts.length - 1] = joined;
    } else {
      texts.push(part);
    }
  }
  return texts.map((text) => [{ text, bold: fragment.bold }]);
}

function widthOfWord(word: Word, options: BreakOptions): number {
  return word.reduce((width, fragment) => width + options.widthOf(fragment.text, fontOf(fragment, options)), 0);
}

function fontOf(fragment: Fragment | undefined, options: BreakOptions): SlipFont {
  return { emDots: options.emDots, bold: fragment?.bold ?? false };
}
