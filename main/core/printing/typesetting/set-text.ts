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
  const { widthDots, widthOf } = setting;
  const lines = breakLines(runs, { emDots, widthDots, widthOf, balance: size === 'title' || setting.balance === true });
  const texts = lines.flatMap((line, index) =>
    line.pieces.map((piece) => ({
      text: piece.text,
      font: { emDots, bold: piece.bold },
      xDots: Math.round(startOf(line) + piece.xDots),
      baselineDots: index * pitchDots + ascentDots,
    })),
  );
  const lastLineDots = lines.at(-1)?.widthDots ?? 0;
  return { heightDots: lines.length * pitchDots, texts, rectangles: [], lineCount: lines.length, lastLineDots };
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
  const hosts = (each: SetParagraph): boolean => each.lastLineDots + setting.trailingGapDots <= left;
  const host = few.lineCount === 1 ? placed.findIndex(hosts) : -1;
  if (host === -1) {
    return stack([...placed.slice(0, 1), few, ...placed.slice(1)]);
  }
  const foot = stack(placed.slice(0, host + 1)).heightDots;
  const { pitchDots, ascentDots } = setting.sizes[paragraphs[host]?.size ?? 'body'];
  const top = foot - pitchDots + ascentDots - setting.sizes.body.ascentDots;
  return { ...words, texts: [...words.texts, ...shift(few, 0, top).texts] };
}
