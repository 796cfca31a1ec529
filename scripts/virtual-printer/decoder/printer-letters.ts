/** The printer's own letters: fixed cells (font A 12 × 24, font B 9 × 17 dots), drawn with fonts of its own and ruled where a line is meant. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { blankDots, type Dots, darken } from './dots.ts';

export interface LetterStyle {
  readonly font: 'A' | 'B';
  readonly bold: boolean;
  readonly underlined: boolean;
  /** White on black. */
  readonly inverted: boolean;
  /** Magnification, 1–8. */
  readonly across: number;
  readonly down: number;
}

const cells = { A: { across: 12, down: 24, emDots: 19 }, B: { across: 9, down: 17, emDots: 14 } } as const;

/** Of one letter, magnified; without the space after it. */
export function letterSize({ font, across, down }: LetterStyle): { readonly width: number; readonly height: number } {
  return { width: cells[font].across * across, height: cells[font].down * down };
}

/** Which arms of a rule leave the cell's middle: up, right, down, left. Double rules are drawn single. */
const arms: Readonly<Record<string, string>> = {
  '─': 'rl',
  '│': 'ud',
  '┌': 'rd',
  '┐': 'dl',
  '└': 'ur',
  '┘': 'ul',
  '├': 'urd',
  '┤': 'udl',
  '┬': 'rdl',
  '┴': 'url',
  '┼': 'urdl',
  '═': 'rl',
  '║': 'ud',
  '╔': 'rd',
  '╗': 'dl',
  '╚': 'ur',
  '╝': 'ul',
  '╠': 'urd',
  '╣': 'udl',
  '╦': 'rdl',
  '╩': 'url',
  '╬': 'urdl',
};

/** Letters drawn before: half a picture that is taken for text is thousands of them. */
const drawn = new Map<string, Dots>();
const mostDrawn = 4_000;

/** The dots of one cell; not to be changed. */
export function drawLetter(letter: string, style: LetterStyle): Dots {
  const key = `${letter} ${Object.values(style).join(' ')}`;
  const dots = drawn.get(key) ?? drawAnew(letter, style);
  if (drawn.size >= mostDrawn) {
    drawn.clear();
  }
  drawn.set(key, dots);
  return dots;
}

function drawAnew(letter: string, style: LetterStyle): Dots {
  const { width, height } = letterSize(style);
  const rule = arms[letter];
  const dots = rule === undefined ? drawInk(letter, style) : drawRule(rule, width, height);
  for (let y = style.underlined ? height - 2 : height; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      darken(dots, x, y);
    }
  }
  return style.inverted ? invert(dots, width) : dots;
}

function drawInk(letter: string, style: LetterStyle): Dots {
  const cell = cells[style.font];
  const { width, height } = letterSize(style);
  registerLetters();
  if (letter < ' ') {
    // The canvas takes no control character.
    return blankDots(width, height);
  }
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.scale(style.across, style.down);
  const weight = style.bold ? 700 : 500;
  context.font = `${cell.emDots}px ${subsets.map((subset) => `"${familyOf(subset, weight)}"`).join(', ')}`;
  context.textAlign = 'center';
  context.fillText(letter, cell.across / 2, cell.down * 0.75, cell.across);
  const { data } = context.getImageData(0, 0, width, height);
  const dots = blankDots(width, height);
  for (let dot = 0; dot < width * height; dot += 1) {
    if ((data[dot * 4 + 3] ?? 0) > 127) {
      darken(dots, dot % width, Math.floor(dot / width));
    }
  }
  return dots;
}

function drawRule(directions: string, width: number, height: number): Dots {
  const dots = blankDots(width, height);
  const x = Math.floor(width / 2);
  const y = Math.floor(height / 2);
  const draw = (fromX: number, toX: number, fromY: number, toY: number): void => {
    for (let row = fromY; row <= toY; row += 1) {
      for (let column = fromX; column <= toX; column += 1) {
        darken(dots, column, row);
      }
    }
  };
  draw(directions.includes('l') ? 0 : x, directions.includes('r') ? width - 1 : x, y, y + 1);
  draw(x, x + 1, directions.includes('u') ? 0 : y, directions.includes('d') ? height - 1 : y);
  return dots;
}

function invert(dots: Dots, widthDots: number): Dots {
  const inverted = blankDots(widthDots, dots.rows);
  for (let y = 0; y < dots.rows; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (((dots.bits[y * dots.bytesARow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) {
        darken(inverted, x, y);
      }
    }
  }
  return inverted;
}

const subsets = ['vietnamese', 'latin-ext', 'latin'] as const;

function familyOf(subset: string, weight: number): string {
  return `VirtualPrinter-${weight}-${subset}`;
}

/** Once in a process; families of its own, so that nothing of the kiosk's slips decides how the printer draws. */
function registerLetters(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const weight of [500, 700]) {
    for (const subset of subsets) {
      const family = familyOf(subset, weight);
      if (!GlobalFonts.has(family)) {
        const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`;
        GlobalFonts.register(readFileSync(resolve(file)), family);
      }
    }
  }
}
