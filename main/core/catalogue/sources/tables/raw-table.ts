/** A sheet of a workbook or a CSV file as it was read: cells by place, nothing understood yet. */

export type RawCell = string | number | boolean | Date | null;

export interface RawRow {
  /** As the office sees it in its program, from 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

export interface RawTable {
  /** The sheet's name; for CSV the file's. */
  readonly name: string;
  readonly rows: readonly RawRow[];
}

/** `A` … `Z`, `AA` …: the letters above a column, the first is 0. */
export function columnLetters(place: number): string {
  const letter = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? letter : columnLetters(Math.floor(place / 26) - 1) + letter;
}

/** Whether nothing stands in the cell. */
export function isBlank(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
