/**
 * Reduces the XML of a sheet to the cells that hold a value. Offices colour whole columns down to row 1,048,576, and a hostile
 * sheet may name row 4,000,000,000; neither may cost memory. A formula without a result and a cell in error become texts that
 * the reader of rows refuses at their place, for the library would refuse the whole workbook or say nothing.
 */

/** More rows or columns with values than these are no table of one office's procedures. */
export const mostRows = 50_000;
export const mostColumns = 60;

/** Stands before a formula whose result the workbook does not hold. */
export const formulaMark = '=';

export class SheetFault extends Error {}

const rowPattern = /<((?:\w+:)?row)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/gu;
const cellPattern = /<((?:\w+:)?c)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/gu;

/** The sheet with its cells of value alone. Errors: `SheetFault`, saying what is too much. */
export function plainSheet(xml: string): string {
  const open = /<(?:\w+:)?sheetData\b[^>]*?(\/?)>/u.exec(xml);
  if (open === null) return xml;
  const start = open.index + open[0].length;
  const end = open[1] === '/' ? start : xml.search(/<\/(?:\w+:)?sheetData>/u);
  const rows: string[] = [];
  let position = 0;
  for (const [, , attributes = '', content = ''] of xml.slice(start, end).matchAll(rowPattern)) {
    const named = /\br="(\d+)"/u.exec(attributes)?.[1];
    const number = named === undefined ? position + 1 : Number(named);
    position = number;
    const cells = cellsOf(content, number);
    if (cells.length === 0) continue;
    if (number > mostRows) throw new SheetFault(`row ${number} holds a value; at most ${mostRows} rows are read`);
    rows.push(`<row r="${number}">${cells.join('')}</row>`);
  }
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function cellsOf(content: string, row: number): string[] {
  const cells: string[] = [];
  let position = -1;
  for (const [, , attributes = '', inner = ''] of content.matchAll(cellPattern)) {
    const letters = /\br="([A-Z]{1,7})\d+"/u.exec(attributes)?.[1];
    const place = letters === undefined ? position + 1 : placeOf(letters);
    position = place;
    const cell = plainCell(attributes, inner);
    if (cell === null) continue;
    if (place >= mostColumns) throw new SheetFault(`row ${row} goes beyond column ${mostColumns}`);
    cells.push(`<c r="${lettersOf(place)}${row}"${cell.attributes}>${cell.inner}</c>`);
  }
  return cells;
}

/** Null for a cell that only has a look. */
function plainCell(attributes: string, inner: string): { attributes: string; inner: string } | null {
  const value = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/u.exec(inner)?.[1] ?? '';
  const inline = /<(?:\w+:)?is\b[^>]*>[\s\S]*<\/(?:\w+:)?is>/u.exec(inner)?.[0];
  const style = /\bs="(\d+)"/u.exec(attributes)?.[1];
  const type = /\bt="(\w+)"/u.exec(attributes)?.[1];
  const styled = style === undefined ? '' : ` s="${style}"`;
  if (inline !== undefined)
    return { attributes: `${styled} t="inlineStr"`, inner: inline.replace(/<(\/?)\w+:/gu, '<$1') };
  if (value !== '') {
    // An error (#REF!) is kept as its text.
    const typed = type === undefined ? '' : ` t="${type === 'e' ? 'str' : type}"`;
    return { attributes: styled + typed, inner: `<v>${value}</v>` };
  }
  // An empty text as a formula's result (`=""`) is an empty cell and no fault.
  return /<(?:\w+:)?f\b/u.test(inner) && type !== 'str'
    ? { attributes: ' t="str"', inner: `<v>${formulaMark}</v>` }
    : null;
}

function placeOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}

function lettersOf(place: number): string {
  const letter = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? letter : lettersOf(Math.floor(place / 26) - 1) + letter;
}
