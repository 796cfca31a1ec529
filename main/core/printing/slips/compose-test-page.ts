/** The staff's test page: what a printer, its paper and its head make of everything a slip can hold. */
import type { SlipElement, SlipLayout, SlipRectangle } from '../typesetting/slip-layout.ts';
import { slipMeasures } from '../typesetting/slip-typography.ts';
import { barsThatFit } from './bars-that-fit.ts';
import { fitElements } from './fit-slip.ts';
import { bodyText, codeToScan, createFactRow, gap, smallGap, smallText } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { formatTime } from './slip-numbers.ts';
import { staffSlipWords } from './words/staff-slip-words.ts';

export interface TestPageFacts {
  /** As the configuration names it; null where there is none. */
  readonly target: string | null;
  readonly profileName: string;
  /** Printable width. */
  readonly widthDots: number;
}

/** Letters with two marks, those that hang lowest, and figures. */
const hardLetters = 'Ễ ễ Ộ ộ Ữ ữ Ẵ ẵ Ẩ ẩ Ợ ợ Đ đ g 8';
const dotsAMillimetre = 8;
const barDots = 32;
/** What the page's codes say. */
const testPageCode = 'KIOSK-TEST';

export function composeTestPage(facts: TestPageFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  return fitElements(() => elementsOf(facts, moment, heightOf), { heightOf, context: moment });
}

function elementsOf({ target, profileName, widthDots }: TestPageFacts, moment: SlipMoment, heightOf: HeightOf) {
  const words = staffSlipWords[moment.language].testPage;
  const { small, body, title } = words.sizes;
  const factRow = createFactRow(heightOf);
  const elements: SlipElement[] = [
    ...slipHeader(moment, { kind: words.kind, title: words.title }, heightOf),
    ...factRow(words.printer, target ?? words.noPrinter),
    ...factRow(words.profile, profileName),
    ...factRow(words.width, words.dots(widthDots, widthDots / dotsAMillimetre)),
    gap,
    { kind: 'heading', text: words.letters },
    smallText(`${small} ${hardLetters}`),
    bodyText(`${body} ${hardLetters}`),
    bodyText(`${body} ${hardLetters}`, true),
    { kind: 'text', size: 'title', runs: [{ text: `${title} Ễ Ộ ữ ẵ ợ ỵ g 8` }] },
    { kind: 'number', text: 'Ễợ8' },
    gap,
    bodyText(words.ruler, true),
    smallGap,
    ruler(widthDots),
    smallGap,
    bodyText(words.tones, true),
    smallGap,
    tones(widthDots),
    gap,
    { kind: 'heading', text: words.codes },
    smallGap,
    ...barsThatFit(testPageCode, heightOf),
    codeToScan(testPageCode, [smallText(formatTime(moment.printedAtMs))]),
    ...slipClosing(moment, words.marking),
  ];
  return elements;
}

/** Over the whole printable width, a line each millimetre, a number each centimetre. */
function ruler(widthDots: number): SlipElement {
  const left = -slipMeasures.sideMarginDots;
  const millimetres = Math.floor(widthDots / dotsAMillimetre);
  const marks = Array.from({ length: millimetres + 1 }, (_, millimetre) => millimetre);
  // The last line ends with the paper, so that it shows that nothing is cut off.
  const lineAt = (millimetre: number): number => Math.min(millimetre * dotsAMillimetre, widthDots - 2);
  return {
    kind: 'figure',
    heightDots: 34,
    rectangles: [
      { xDots: left, yDots: 0, widthDots, heightDots: 2 },
      ...marks.map((millimetre) => ({
        xDots: left + lineAt(millimetre),
        yDots: 0,
        widthDots: 2,
        heightDots: heightOfMark(millimetre),
      })),
    ],
    labels: marks
      .filter((millimetre) => millimetre % 10 === 0 && millimetre > 0 && millimetre < millimetres - 1)
      .map((millimetre) => ({ text: String(millimetre / 10), xDots: left + lineAt(millimetre) })),
  };
}

function heightOfMark(millimetre: number): number {
  if (millimetre % 10 === 0) {
    return 32;
  }
  return millimetre % 5 === 0 ? 24 : 14;
}

/** A black bar, then every other dot: a dead dot of the head is a white line through both or one of them. */
function tones(widthDots: number): SlipElement {
  const left = -slipMeasures.sideMarginDots;
  const stripes = [0, 1].flatMap((row) =>
    Array.from(
      { length: widthDots / 2 },
      (_, index): SlipRectangle => ({
        xDots: left + 2 * index + row,
        yDots: (1 + row) * barDots,
        widthDots: 1,
        heightDots: barDots,
      }),
    ),
  );
  return {
    kind: 'figure',
    heightDots: 3 * barDots,
    rectangles: [{ xDots: left, yDots: 0, widthDots, heightDots: barDots }, ...stripes],
  };
}
