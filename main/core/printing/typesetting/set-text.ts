/** Sets paragraphs: lines under each other, and a few words at their right edge. */
import { breakLines, type Line } from './break-lines.ts';
import { type Placed, shift, stack } from './placed-parts.ts';
import type { WidthOf } from './placed-slip.ts';
import type { TextRun, TextSize } from './slip-layout.ts';
import type { SlipMeasures } from './slip-typography.ts';

/** What typesetting has to ask others for. */
export interface TypesettingMeans {
  readonly widthOf: WidthOf;
  /** As `qrModules`. */
  readonly qrModulesOf: (text: string) => readonly (readonly boolean[])[];
}

/** Where an element stands: how wide it may be, and in which sizes it is set. */
export interface Setting extends TypesettingMeans, SlipMeasures {
  readonly widthDots: number;
  /** Balances the lines of every size, not of titles alone. */
  readonly balance?: boolean;
}

export interface Paragraph {
  readonly runs: readonly TextRun[];
  readonly size: TextSize;
}

/** The horn of ư and the hook of j stand out of the letter's width by this much of an em (a test measures it). */
const overhangEm = 0.055;
/** What the white at the slip's edges takes in. */
const overhangInMarginDots = 4;

interface SetParagraph extends Placed {
  readonly lineCount: number;
  /** Right end of the last line, where the paragraph is flush left. */
  readonly lastLineDots: number;
}

/** Empty where the runs hold no words. `startOf` gives the left edge of a line. */
export function setText(
  { runs, size }: Paragraph,
  setting: Setting,
  startOf: (line: Line) => number = () => 0,
): SetParagraph {
  const { emDots, pitchDots, ascentDots } = setting.sizes[size];
  const { widthOf } = setting;
  const inset = insetOf(emDots);
  const widthDots = setting.widthDots - 2 * inset;
  const lines = breakLines(runs, { emDots, widthDots, widthOf, balance: size === 'title' || setting.balance === true });
  const texts = lines.flatMap((line, index) => {
    const left = Math.max(inset, Math.min(startOf(line), setting.widthDots - inset - Math.ceil(line.widthDots)));
    return line.pieces.map((piece) => ({
      text: piece.text,
      font: { emDots, bold: piece.bold },
      xDots: Math.round(left + piece.xDots),
      baselineDots: index * pitchDots + ascentDots,
    }));
  });
  const lastLineDots = inset + (lines.at(-1)?.widthDots ?? 0);
  return { heightDots: lines.length * pitchDots, texts, rectangles: [], lineCount: lines.length, lastLineDots };
}

/** How far a line of very large letters stays from the edge, since strokes stand out of their own width. */
function insetOf(emDots: number): number {
  return Math.max(0, Math.ceil(overhangEm * emDots) - overhangInMarginDots);
}

/** Puts a few words at the right edge of a paragraph's last line: the first's, where they would touch it the next's, else below the first. */
export function setWithTrailing(
  paragraphs: readonly Paragraph[],
  trailing: string | undefined,
  setting: Setting,
): Placed {
  const placed = paragraphs.map((paragraph) => setText(paragraph, setting));
  const words = stack(placed);
  if (trailing === undefined) {
    return words;
  }
  const end = (line: Line): number => Math.max(0, setting.widthDots - Math.ceil(line.widthDots));
  const few = setText({ runs: [{ text: trailing }], size: 'body' }, setting, end);
  const left = Math.min(...few.texts.map((each) => each.xDots));
  const hosts = (each: SetParagraph): boolean =>
    each.lineCount > 0 && each.lastLineDots + setting.trailingGapDots <= left;
  const host = few.lineCount === 1 ? placed.findIndex(hosts) : -1;
  if (host === -1) {
    return stack([...placed.slice(0, 1), few, ...placed.slice(1)]);
  }
  const foot = stack(placed.slice(0, host + 1)).heightDots;
  const { pitchDots, ascentDots } = setting.sizes[paragraphs[host]?.size ?? 'body'];
  const top = foot - pitchDots + ascentDots - setting.sizes.body.ascentDots;
  return { ...words, texts: [...words.texts, ...shift(few, 0, top).texts] };
}
