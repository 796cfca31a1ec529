/** Tables: cells wrap within their column, a row is as high as its highest cell, so nothing runs into anything. */
import { type Line, widestWordDots } from './break-lines.ts';
import { bar, blank, type Placed, shift, sideBySide, stack } from './placed-parts.ts';
import { type Setting, setText } from './set-text.ts';
import type { SlipColumn, SlipElement, TextRun } from './slip-layout.ts';

type Table = Extract<SlipElement, { kind: 'table' }>;

interface Column {
  readonly xDots: number;
  readonly widthDots: number;
  readonly align: 'left' | 'right';
}

/**
 * As a list, each cell led by its column's head, where the paper is too narrow for the longest words of all columns. Throws
 * a RangeError where a row has more cells than there are columns: they would be lost.
 */
export function placeTable(table: Table, setting: Setting): Placed {
  const head = (table.head ?? []).map((text): TextRun => ({ text, bold: true }));
  const body = table.rows.map((cells) => cells.map((text): TextRun => ({ text })));
  if ([head, ...body].some((cells) => cells.length > table.columns.length)) {
    throw new RangeError(`A table of ${table.columns.length} columns has a row with more cells.`);
  }
  const columns = columnsOf(table, [head, ...body], setting);
  if (columns === null) {
    return placeList(table, setting);
  }
  const headRow = placeCells(head, table, columns, setting);
  const rule = { ...blank(setting.ruleStrokeDots), rectangles: [bar(setting.widthDots, setting.ruleStrokeDots)] };
  return stack([
    ...(headRow.heightDots === 0 ? [] : [headRow, rule, blank(setting.belowRuleDots)]),
    ...spaced(
      body.map((cells) => placeCells(cells, table, columns, setting)),
      setting,
    ),
  ]);
}

function placeList({ head = [], rows, size }: Table, setting: Setting): Placed {
  const blocks = rows.map((cells) =>
    stack(
      cells.flatMap((text, index) => {
        const label = head[index] ?? '';
        const named = label === '' || text === '' ? [] : [{ text: `${label}: `, bold: true }];
        return [setText({ runs: [...named, { text }], size }, setting)];
      }),
    ),
  );
  return stack(spaced(blocks, setting));
}

function spaced(rows: readonly Placed[], setting: Setting): Placed[] {
  return rows.flatMap((row, index) => (index === 0 ? [row] : [blank(setting.belowRuleDots), row]));
}

function placeCells(cells: readonly TextRun[], { size }: Table, columns: readonly Column[], setting: Setting): Placed {
  return cells
    .map((run, index) => {
      const { xDots = 0, widthDots = setting.widthDots, align = 'left' } = columns[index] ?? {};
      const start = (line: Line): number =>
        align === 'right' ? Math.max(0, Math.floor(widthDots - line.widthDots)) : 0;
      return shift(setText({ runs: [run], size }, { ...setting, widthDots }, start), xDots, 0);
    })
    .reduce(sideBySide, blank(0));
}

/** By their weights, but wide enough for their longest word; null where the paper is not. */
function columnsOf(table: Table, rows: readonly (readonly TextRun[])[], setting: Setting): Column[] | null {
  const { columnGapDots } = setting;
  const free = setting.widthDots - columnGapDots * Math.max(0, table.columns.length - 1);
  const least = [false, true]
    .map((apart) => leastWidths(table, rows, { setting, apart }))
    .find((widths) => widths.reduce((sum, width) => sum + width, 0) <= free);
  if (least === undefined) {
    return null;
  }
  const widths = shareWidth(table.columns, least, free);
  let xDots = 0;
  return table.columns.map(({ align = 'left' }, index) => {
    const column = { xDots, widthDots: widths[index] ?? 0, align };
    xDots += column.widthDots + columnGapDots;
    return column;
  });
}

/** `apart`: a number and its unit may stand on two lines. */
function leastWidths(
  table: Table,
  rows: readonly (readonly TextRun[])[],
  { setting, apart }: { readonly setting: Setting; readonly apart: boolean },
): number[] {
  const { widthOf, sizes } = setting;
  const { emDots } = sizes[table.size];
  return table.columns.map((_, index) =>
    rows.reduce((widest, cells) => {
      const run = cells[index];
      return run === undefined ? widest : Math.max(widest, widestWordDots([run], { emDots, widthOf, apart }));
    }, emDots),
  );
}

/** Whole dots, together at most `free`, which has room for the least widths. */
function shareWidth(columns: readonly SlipColumn[], least: readonly number[], free: number): number[] {
  const fixed = new Map<number, number>();
  for (;;) {
    const left = free - [...fixed.values()].reduce((sum, width) => sum + width, 0);
    const weights = columns.reduce((sum, { weight }, index) => sum + (fixed.has(index) ? 0 : weight), 0);
    const widths = columns.map(({ weight }, index) => fixed.get(index) ?? Math.floor((left * weight) / weights));
    const tooNarrow = widths.findIndex((width, index) => !fixed.has(index) && width < (least[index] ?? 0));
    if (tooNarrow === -1) {
      return widths;
    }
    fixed.set(tooNarrow, least[tooNarrow] ?? 0);
  }
}
