/** Gives every element of a slip its place on the paper. Pure: the same layout and widths of letters give the same dots. */
import { type BreakOptions, breakLines, type Line } from './break-lines.ts';
import { bar, blank, frame, type Placed, shift, sideBySide, stack } from './placed-parts.ts';
import type { PlacedSlip, WidthOf } from './placed-slip.ts';
import { qrModules, quietZoneModules } from './qr-modules.ts';
import type { SlipElement, SlipLayout, TextElement, TextRun, TextSize } from './slip-layout.ts';
import { measuresFor, type SizeMeasures, slipMeasures } from './slip-typography.ts';

interface Setting {
  readonly widthDots: number;
  readonly wide: boolean;
  readonly sizes: SizeMeasures;
  readonly widthOf: WidthOf;
}

/** `widthDots` is the printable width, a multiple of 8. */
export function typesetSlip(layout: SlipLayout, widthDots: number, widthOf: WidthOf): PlacedSlip {
  const setting = settingFor(widthDots, widthOf);
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
export function heightOfElements(elements: readonly SlipElement[], widthDots: number, widthOf: WidthOf): number {
  const setting = settingFor(widthDots, widthOf);
  return elements.reduce((height, element) => height + place(element, setting).heightDots, 0);
}

function settingFor(widthDots: number, widthOf: WidthOf): Setting {
  const inner = widthDots - 2 * slipMeasures.sideMarginDots;
  return { widthDots: inner, ...measuresFor(widthDots), widthOf };
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
  return setText(element.runs, element.size, { ...setting, widthDots: width }, start);
}

function placeHeading(element: Extract<SlipElement, { kind: 'heading' }>, setting: Setting): Placed {
  const words = withTrailing(
    { runs: [{ text: element.text, bold: true }], size: 'body' },
    null,
    element.trailing,
    setting,
  );
  const top = words.heightDots + 2;
  const stroke = slipMeasures.headingStrokeDots;
  return { ...words, heightDots: top + stroke + 10, rectangles: [{ ...bar(setting.widthDots, stroke), yDots: top }] };
}

function placeCheckbox(element: Extract<SlipElement, { kind: 'checkbox' }>, setting: Setting): Placed {
  const { boxDots, boxGapDots } = slipMeasures;
  const beside = { ...setting, widthDots: setting.widthDots - boxDots - boxGapDots };
  const detail = element.detail === undefined ? null : { runs: [{ text: element.detail }], size: 'small' as const };
  const column = shift(
    withTrailing({ runs: element.runs, size: 'body' }, detail, element.trailing, beside),
    boxDots + boxGapDots,
    0,
  );
  // The box stands on the first baseline, its foot two dots below it, as a capital with its weight would.
  const boxTop = setting.sizes.body.ascentDots - boxDots + 2;
  return { ...column, rectangles: frame(boxTop, boxDots, slipMeasures.boxStrokeDots) };
}

function placeRow(element: Extract<SlipElement, { kind: 'row' }>, setting: Setting): Placed {
  const labelWidth = setting.wide ? slipMeasures.labelColumnDots : setting.widthDots;
  const label = setText([{ text: element.label }], 'small', { ...setting, widthDots: labelWidth });
  const valueX = setting.wide ? labelWidth + slipMeasures.columnGapDots : 0;
  const value = setText([{ text: element.value }], 'body', { ...setting, widthDots: setting.widthDots - valueX });
  if (!setting.wide) {
    return stack([label, value]);
  }
  // Both columns share their first baseline.
  const lowered = shift(label, 0, setting.sizes.body.ascentDots - setting.sizes.small.ascentDots);
  return sideBySide(lowered, shift(value, valueX, 0));
}

function placeQr(element: Extract<SlipElement, { kind: 'qr' }>, setting: Setting): Placed {
  const code = drawQr(element.text, element.moduleDots);
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
function drawQr(text: string, moduleDots: number): Placed & { readonly widthDots: number } {
  const rows = qrModules(text);
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

interface Paragraph {
  readonly runs: readonly TextRun[];
  readonly size: TextSize;
}

/** Puts small words at the right edge of the text's last line; where they would touch it, of the detail's; else below. */
function withTrailing(
  text: Paragraph,
  detail: Paragraph | null,
  trailing: string | undefined,
  setting: Setting,
): Placed {
  const paragraphs = detail === null ? [text] : [text, detail];
  const placed = paragraphs.map(({ runs, size }) => setText(runs, size, setting));
  if (trailing === undefined) {
    return stack(placed);
  }
  const end = (line: Line): number => Math.max(0, setting.widthDots - Math.ceil(line.widthDots));
  const small = setText([{ text: trailing }], 'small', setting, end);
  const left = Math.min(...small.texts.map((each) => each.xDots));
  const single = small.heightDots === setting.sizes.small.pitchDots;
  const host = paragraphs.findIndex(({ runs, size }) => {
    const lastLine = breakLines(runs, breakOptions(size, setting)).at(-1);
    return single && (lastLine?.widthDots ?? 0) + slipMeasures.trailingGapDots <= left;
  });
  const foot = stack(placed.slice(0, host + 1)).heightDots;
  if (host === -1) {
    return stack([...placed.slice(0, 1), small, ...placed.slice(1)]);
  }
  const { pitchDots, ascentDots } = setting.sizes[paragraphs[host]?.size ?? 'small'];
  const top = foot - pitchDots + ascentDots - setting.sizes.small.ascentDots;
  const words = stack(placed);
  return { ...words, texts: [...words.texts, ...shift(small, 0, top).texts] };
}

function setText(
  runs: readonly TextRun[],
  size: TextSize,
  setting: Setting,
  startOf: (line: Line) => number = () => 0,
): Placed {
  const { emDots, pitchDots, ascentDots } = setting.sizes[size];
  const lines = breakLines(runs, breakOptions(size, setting));
  const texts = lines.flatMap((line, index) =>
    line.pieces.map((piece) => ({
      text: piece.text,
      font: { emDots, bold: piece.bold },
      xDots: Math.round(startOf(line) + piece.xDots),
      baselineDots: index * pitchDots + ascentDots,
    })),
  );
  return { heightDots: lines.length * pitchDots, texts, rectangles: [] };
}

function breakOptions(size: TextSize, setting: Setting): BreakOptions {
  return {
    emDots: setting.sizes[size].emDots,
    widthDots: setting.widthDots,
    widthOf: setting.widthOf,
    balance: size === 'title',
  };
}
