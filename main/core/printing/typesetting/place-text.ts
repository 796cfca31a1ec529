/** Paragraphs, blocks with a heading, lines to tick, labelled values, and the number that is called out. */
import type { Line } from './break-lines.ts';
import { bar, frame, type Placed, shift, sideBySide, stack } from './placed-parts.ts';
import { printableText } from './printable-text.ts';
import { type Paragraph, type Setting, setText, setWithTrailing } from './set-text.ts';
import type { SlipElement, TextElement } from './slip-layout.ts';
import { lineFor } from './slip-typography.ts';

/** Largest em of a number: 26 mm, to be read across a hall. */
const mostNumberEmDots = 280;
/** Bold strokes may stand out of their advance width by this much of an em on either side. */
const overhangEm = 0.03;
/** Capitals and figures neither rise above this much of an em nor hang below the baseline. */
const plainNumber = /^[A-Z0-9]+$/u;
const plainAscentEm = 0.8;
const plainDescentEm = 0.06;

export function placeText(element: TextElement, setting: Setting): Placed {
  const indent = Math.round((element.indentDots ?? 0) * setting.scale);
  const width = setting.widthDots - indent;
  const slack = { left: 0, centre: 0.5, right: 1 }[element.align ?? 'left'];
  const start = (line: Line): number => indent + Math.max(0, Math.floor((width - line.widthDots) * slack));
  return setText(element, { ...setting, widthDots: width }, start);
}

export function placeHeading(element: Extract<SlipElement, { kind: 'heading' }>, setting: Setting): Placed {
  const text: Paragraph = { runs: [{ text: element.text, bold: true }], size: 'body' };
  const words = setWithTrailing([text], element.trailing, { ...setting, balance: true });
  const top = words.heightDots;
  const stroke = setting.headingStrokeDots;
  return {
    ...words,
    heightDots: top + stroke + setting.belowRuleDots,
    rectangles: [{ ...bar(setting.widthDots, stroke), yDots: top }],
  };
}

export function placeCheckbox(element: Extract<SlipElement, { kind: 'checkbox' }>, setting: Setting): Placed {
  const { boxDots, boxGapDots, boxStrokeDots } = setting;
  const beside = { ...setting, widthDots: setting.widthDots - boxDots - boxGapDots };
  const detail = element.detail === undefined ? [] : [paragraph(element.detail)];
  const runs = element.runs.map(({ text, bold = true }) => ({ text, bold }));
  const words = setWithTrailing([{ runs, size: 'body' }, ...detail], element.trailing, beside);
  const column = shift(words, boxDots + boxGapDots, 0);
  // The box stands on the first baseline, its foot two dots below it, as a capital with its weight would.
  const boxTop = setting.sizes.body.ascentDots - boxDots + 2;
  return {
    ...column,
    heightDots: Math.max(column.heightDots, setting.sizes.body.pitchDots),
    rectangles: frame(boxTop, boxDots, boxStrokeDots),
  };
}

export function placeRow(element: Extract<SlipElement, { kind: 'row' }>, setting: Setting): Placed {
  const labelWidth = setting.sideBySide ? setting.labelColumnDots : setting.widthDots;
  const label = setText(paragraph(element.label), { ...setting, widthDots: labelWidth });
  const valueX = setting.sideBySide ? labelWidth + setting.columnGapDots : 0;
  const column = { ...setting, widthDots: setting.widthDots - valueX };
  const value = setText({ runs: [{ text: element.value, bold: true }], size: 'body' }, column);
  const detail = setText(paragraph(element.detail ?? ''), column);
  return setting.sideBySide
    ? sideBySide(label, shift(stack([value, detail]), valueX, 0))
    : stack([label, value, detail]);
}

/** On one line in the middle of the paper, whatever it takes. */
export function placeNumber(element: Extract<SlipElement, { kind: 'number' }>, setting: Setting): Placed {
  const text = printableText(element.text).replace(/\s+/gu, ' ').trim();
  if (text === '') {
    return { heightDots: 0, texts: [], rectangles: [] };
  }
  const widthAt = (emDots: number): number => setting.widthOf(text, { emDots, bold: true }) + 2 * overhangEm * emDots;
  let emDots = Math.min(mostNumberEmDots, Math.floor((setting.widthDots / widthAt(100)) * 100) + 1);
  while (emDots > 1 && widthAt(emDots) > setting.widthDots) {
    emDots -= 1;
  }
  const font = { emDots, bold: true };
  const plain = plainNumber.test(text);
  const any = lineFor(emDots);
  const baselineDots = plain ? Math.ceil(plainAscentEm * emDots) : any.ascentDots;
  const heightDots = plain ? baselineDots + Math.ceil(plainDescentEm * emDots) : any.pitchDots;
  const xDots = Math.round((setting.widthDots - setting.widthOf(text, font)) / 2);
  return { heightDots, texts: [{ text, font, xDots, baselineDots }], rectangles: [] };
}

function paragraph(text: string): Paragraph {
  return { runs: [{ text }], size: 'body' };
}
