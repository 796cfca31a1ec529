/** Gives every element of a slip its place on the paper. Pure: the same layout and widths of letters give the same dots. */
import type { Line } from './break-lines.ts';
import { bar, blank, frame, type Placed, shift, sideBySide, stack } from './placed-parts.ts';
import type { PlacedSlip } from './placed-slip.ts';
import { quietZoneModules } from './qr-modules.ts';
import { type Paragraph, type Setting, setText, setWithTrailing, type TypesettingMeans } from './set-text.ts';
import type { SlipElement, SlipLayout, TextElement, TextSize } from './slip-layout.ts';
import { measuresFor, slipMeasures } from './slip-typography.ts';

/** `widthDots` is the printable width, a multiple of 8. */
export function typesetSlip(layout: SlipLayout, widthDots: number, means: TypesettingMeans): PlacedSlip {
  const setting = settingFor(widthDots, means);
  const stacked = stack(layout.elements.map((element) => place(element, setting)));
  const moved = shift(stacked, slipMeasures.sideMarginDots, slipMeasures.topMarginDots);
  return {
    widthDots,
    heightDots: stacked.heightDots + slipMeasures.topMarginDots + slipMeasures.bottomMarginDots,
    texts: moved.texts,
    rectangles: moved.rectangles,
  };
}

/** Height of the elements without the slip's margins; the heights of parts add up to the height of the whole. */
export function heightOfElements(elements: readonly SlipElement[], widthDots: number, means: TypesettingMeans): number {
  const setting = settingFor(widthDots, means);
  return elements.reduce((height, element) => height + place(element, setting).heightDots, 0);
}

function settingFor(widthDots: number, means: TypesettingMeans): Setting {
  const inner = widthDots - 2 * slipMeasures.sideMarginDots;
  return { widthDots: inner, ...measuresFor(widthDots), ...means };
}

function place(element: SlipElement, setting: Setting): Placed {
  switch (element.kind) {
    case 'text':
      return placeText(element, setting);
    case 'heading':
      return placeHeading(element, setting);
    case 'checkbox':
      return placeCheckbox(element, setting);
    case 'row':
      return placeRow(element, setting);
    case 'rule':
      return {
        ...blank(slipMeasures.ruleStrokeDots),
        rectangles: [bar(setting.widthDots, slipMeasures.ruleStrokeDots)],
      };
    case 'space':
      return blank(element.heightDots);
    case 'barcode':
    case 'number':
    case 'table':
    case 'cut':
      throw new RangeError(`${element.kind} is not set yet`);
    case 'qr':
      break;
  }
  return placeQr(element, setting);
}

function placeText(element: TextElement, setting: Setting): Placed {
  const indent = element.indentDots ?? 0;
  const width = setting.widthDots - indent;
  const slack = { left: 0, centre: 0.5, right: 1 }[element.align ?? 'left'];
  const start = (line: Line): number => indent + Math.max(0, Math.round((width - line.widthDots) * slack));
  return setText(element, { ...setting, widthDots: width }, start);
}

function placeHeading(element: Extract<SlipElement, { kind: 'heading' }>, setting: Setting): Placed {
  const text: Paragraph = { runs: [{ text: element.text, bold: true }], size: 'body' };
  const words = setWithTrailing([text], element.trailing, { ...setting, balance: true });
  const top = words.heightDots + 2;
  const stroke = slipMeasures.headingStrokeDots;
  return { ...words, heightDots: top + stroke + 10, rectangles: [{ ...bar(setting.widthDots, stroke), yDots: top }] };
}

function placeCheckbox(element: Extract<SlipElement, { kind: 'checkbox' }>, setting: Setting): Placed {
  const { boxDots, boxGapDots } = slipMeasures;
  const beside = { ...setting, widthDots: setting.widthDots - boxDots - boxGapDots };
  const detail = element.detail === undefined ? [] : [paragraph(element.detail, 'small')];
  const words = setWithTrailing([{ runs: element.runs, size: 'body' }, ...detail], element.trailing, beside);
  const column = shift(words, boxDots + boxGapDots, 0);
  // The box stands on the first baseline, its foot two dots below it, as a capital with its weight would.
  const boxTop = setting.sizes.body.ascentDots - boxDots + 2;
  return { ...column, rectangles: frame(boxTop, boxDots, slipMeasures.boxStrokeDots) };
}

function placeRow(element: Extract<SlipElement, { kind: 'row' }>, setting: Setting): Placed {
  const labelWidth = setting.wide ? slipMeasures.labelColumnDots : setting.widthDots;
  const label = setText(paragraph(element.label, 'small'), { ...setting, widthDots: labelWidth });
  const valueX = setting.wide ? labelWidth + slipMeasures.columnGapDots : 0;
  const column = { ...setting, widthDots: setting.widthDots - valueX };
  const value = setText(paragraph(element.value, 'body'), column);
  const detail = setText(paragraph(element.detail ?? '', 'small'), column);
  if (!setting.wide) {
    return stack([label, value, detail]);
  }
  // Both columns share their first baseline.
  const { body, small } = setting.sizes;
  const lowered = shift(label, 0, value.heightDots === 0 ? 0 : body.ascentDots - small.ascentDots);
  return sideBySide(lowered, shift(stack([value, detail]), valueX, 0));
}

function placeQr(element: Extract<SlipElement, { kind: 'qr' }>, setting: Setting): Placed {
  const code = drawQr(setting.qrModulesOf(element.text), element.moduleDots);
  const beside = element.beside ?? [];
  const caption: TextElement[] =
    element.caption === undefined
      ? []
      : [{ kind: 'text', size: 'small', align: 'centre', runs: [{ text: element.caption }] }];
  const below = caption.map((text) => placeText(text, setting));
  if (setting.wide && beside.length > 0) {
    // The quiet zone hangs into the white left of the slip, so that the code stands flush with the text.
    const flush = shift(code, -quietZoneModules * element.moduleDots, 0);
    const columnX = code.widthDots - quietZoneModules * element.moduleDots;
    const column = stack(beside.map((text) => placeText(text, { ...setting, widthDots: setting.widthDots - columnX })));
    const words = shift(column, columnX, Math.max(0, (code.heightDots - column.heightDots) / 2));
    return stack([sideBySide(flush, words), ...below]);
  }
  const centred = shift(code, (setting.widthDots - code.widthDots) / 2, 0);
  const more = beside.map((text) => placeText({ ...text, align: 'centre' }, setting));
  return stack([centred, ...below, ...more]);
}

/** The code with its quiet zone. */
function drawQr(rows: readonly (readonly boolean[])[], moduleDots: number): Placed & { readonly widthDots: number } {
  const sideDots = (rows.length + 2 * quietZoneModules) * moduleDots;
  const rectangles = rows.flatMap((row, rowIndex) =>
    row.flatMap((dark, columnIndex) => {
      const xDots = (columnIndex + quietZoneModules) * moduleDots;
      const yDots = (rowIndex + quietZoneModules) * moduleDots;
      return dark ? [{ xDots, yDots, widthDots: moduleDots, heightDots: moduleDots }] : [];
    }),
  );
  return { widthDots: sideDots, heightDots: sideDots, texts: [], rectangles };
}

function paragraph(text: string, size: TextSize): Paragraph {
  return { runs: [{ text }], size };
}
