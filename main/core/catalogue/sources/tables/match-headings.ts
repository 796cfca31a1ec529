/** Finds the row of headings in a table, and which column holds what; the order is the office's. */
import { foldHeading } from './fold-heading.ts';
import { columnLetters, isBlank, type RawTable } from './raw-table.ts';
import { passedOverHeadings, type TableColumn, type TableKind, tableForms, tableKinds } from './table-columns.ts';

/** A title, a date and the like may stand above the headings. */
const mostRowsAbove = 15;

export interface MatchedTable {
  readonly kind: TableKind;
  /** Row number of the headings. */
  readonly headingRow: number;
  /** Key of the column → its place, and the heading as the office wrote it. */
  readonly places: ReadonlyMap<string, { readonly place: number; readonly heading: string }>;
  /** Headings nothing is known of, and second columns of one heading; with their letters. */
  readonly unknown: readonly string[];
}

/** By the name of the table first, by its headings where the name tells nothing. Null where no row holds the headings. */
export function matchHeadings(table: RawTable, named: TableKind | null): MatchedTable | null {
  const kinds = named === null ? tableKinds : [named];
  const found = table.rows
    .slice(0, mostRowsAbove)
    .flatMap(({ row, cells }) => kinds.map((kind) => matchRow(kind, row, cells)))
    .filter(({ places }) => places.has('code') && places.size >= 2);
  // The row that knows the most headings; of equals the first.
  return found.toSorted((first, second) => second.places.size - first.places.size)[0] ?? null;
}

function matchRow(kind: TableKind, row: number, cells: readonly unknown[]): MatchedTable {
  const places = new Map<string, { place: number; heading: string }>();
  const unknown: string[] = [];
  for (const [place, cell] of cells.entries()) {
    if (typeof cell !== 'string' || isBlank(cell)) continue;
    const heading = cell.replace(/\s+/gu, ' ').trim();
    const folded = foldHeading(heading);
    const key = keyOfHeading(tableForms[kind].columns, folded);
    if (key !== null && !places.has(key)) places.set(key, { place, heading });
    else if (!passedOverHeadings.has(folded)) unknown.push(`${columnLetters(place)} "${heading.slice(0, 60)}"`);
  }
  return { kind, headingRow: row, places, unknown };
}

function keyOfHeading(columns: Readonly<Record<string, TableColumn>>, folded: string): string | null {
  const found = Object.entries(columns).find(([, { heading, otherNames }]) =>
    [heading, ...otherNames].some((name) => foldHeading(name) === folded),
  );
  return found?.[0] ?? null;
}
