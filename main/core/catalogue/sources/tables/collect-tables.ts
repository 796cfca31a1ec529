/** From the tables of one source to what they say of each procedure; a fault in any row of a procedure refuses all of it, with every fault. */
import { procedureCodeSchema } from '../../../../contract/procedure.ts';
import { cleanLine } from '../../import/clean-text.ts';
import type { Supplement, SupplementFee } from '../../import/supplement.ts';
import { foldHeading } from './fold-heading.ts';
import { type MatchedTable, matchHeadings } from './match-headings.ts';
import { isBlank, type RawRow, type RawTable } from './raw-table.ts';
import { type DocumentRow, groupsOf, readDocumentRow, readFeeRow, readProcedureRow } from './read-rows.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { adviceSheet, type TableKind, tableForms, tableKindOfName, tableKinds } from './table-columns.ts';

export interface TableRecord {
  readonly code: string | null;
  /** Where the first row of it stands. */
  readonly place: string;
  readonly row: number;
  readonly outcome:
    | { readonly kind: 'read'; readonly supplement: Supplement; readonly updatedDate: string | null }
    | {
        readonly kind: 'refused';
        readonly reason: 'invalid-row' | 'missing-code' | 'duplicate-code';
        readonly detail: string;
      };
}

export interface CollectedTables {
  /** One for each code, in the order they come, and one for each row that has none. */
  readonly records: readonly TableRecord[];
  /** What was not read because nothing is known of it. */
  readonly notices: readonly { readonly kind: 'sheet-unknown' | 'column-unknown'; readonly detail: string }[];
  /** Tables that hold rows and no headings; each must be told, for all of it would be lost. */
  readonly withoutHeadings: readonly { readonly name: string; readonly expected: readonly string[] }[];
  /** Which tables were found. */
  readonly kinds: ReadonlySet<TableKind>;
}

interface Gathered {
  readonly code: string;
  readonly place: string;
  readonly row: number;
  readonly faults: string[];
  procedure: ReturnType<typeof readProcedureRow> | null;
  readonly documents: DocumentRow[];
  readonly fees: SupplementFee[];
}

export function collectTables(tables: readonly RawTable[]): CollectedTables {
  const gathered = new Map<string, Gathered>();
  const stray: TableRecord[] = [];
  const notices: CollectedTables['notices'][number][] = [];
  const withoutHeadings: CollectedTables['withoutHeadings'][number][] = [];
  const kinds = new Set<TableKind>();
  const matched = tables.flatMap((table) => {
    if (foldHeading(table.name) === foldHeading(adviceSheet) || table.rows.every(isEmptyRow)) return [];
    const named = tableKindOfName(table.name);
    const match = matchHeadings(table, named);
    if (match === null) {
      if (named === null)
        notices.push({ kind: 'sheet-unknown', detail: `Nothing is known of "${table.name}"; it was not read.` });
      else withoutHeadings.push({ name: table.name, expected: headingsOf(named) });
      return [];
    }
    if (match.unknown.length > 0) {
      const detail = `"${table.name}": nothing is known of column ${match.unknown.join(', ')}; not read.`;
      notices.push({ kind: 'column-unknown', detail });
    }
    kinds.add(match.kind);
    return [{ table, match }];
  });
  for (const kind of tableKinds) {
    for (const { table, match } of matched.filter((one) => one.match.kind === kind)) {
      gatherTable(table, match, gathered, stray);
    }
  }
  return { records: [...Array.from(gathered.values(), recordOf), ...stray], notices, withoutHeadings, kinds };
}

function headingsOf(kind: TableKind): string[] {
  return Object.values(tableForms[kind].columns).map(({ heading }) => heading);
}

const isEmptyRow = ({ cells }: RawRow): boolean => cells.every(isBlank);

function gatherTable(
  table: RawTable,
  match: MatchedTable,
  gathered: Map<string, Gathered>,
  stray: TableRecord[],
): void {
  const { kind, headingRow, places } = match;
  const relevant = [...places.values()].map(({ place }) => place);
  let former: { code: string | null; group: string | null | undefined } = { code: null, group: undefined };
  const seen = new Set<string>();
  for (const row of table.rows.filter((one) => one.row > headingRow)) {
    if (relevant.every((place) => isBlank(row.cells[place]))) {
      // An empty row ends what a merged cell or "as above" reaches over.
      former = { code: null, group: undefined };
      continue;
    }
    const faults: string[] = [];
    const reader = createRowReader(table.name, match, row, faults);
    const { code, isInherited } = codeOf(reader, kind, former.code);
    if (code === null) {
      former = { code: null, group: undefined };
      stray.push(refusedRow(null, table, row, faults.length > 0 ? 'invalid-row' : 'missing-code', faults));
      continue;
    }
    const record = gathered.get(code) ?? {
      code,
      place: table.name,
      row: row.row,
      faults: [],
      procedure: null,
      documents: [],
      fees: [],
    };
    gathered.set(code, record);
    if (kind === 'procedures') {
      if (seen.has(code)) {
        const detail = `sheet "${table.name}", row ${row.row}: the code stands in a row above; that row was kept`;
        stray.push({
          code,
          place: table.name,
          row: row.row,
          outcome: { kind: 'refused', reason: 'duplicate-code', detail },
        });
        continue;
      }
      record.procedure = readProcedureRow(reader);
    } else if (kind === 'documents') {
      const document = readDocumentRow(reader);
      const group = document?.group === undefined && isInherited ? former.group : document?.group;
      former = { code, group };
      if (document !== null) record.documents.push({ ...document, group });
    } else {
      const fee = readFeeRow(reader);
      if (fee !== null) record.fees.push(fee);
    }
    seen.add(code);
    record.faults.push(...faults);
    // In the table of procedures a row without a code is no continuation of the one above.
    former = kind === 'procedures' ? { code: null, group: undefined } : { code, group: former.group };
  }
}

/** Of a row of papers or fees that names no code the code of the row above: so it is with merged cells, and easy to write. */
function codeOf(
  reader: RowReader,
  kind: TableKind,
  former: string | null,
): { readonly code: string | null; readonly isInherited: boolean } {
  const written = reader.word('code');
  if (written === '') return { code: kind === 'procedures' ? null : former, isInherited: true };
  // A comma is the decimal sign of a Vietnamese Excel that took the code for a number.
  const code = cleanLine(written).replace(/^(\d),(\d)/u, '$1.$2');
  if (procedureCodeSchema.safeParse(code).success) return { code, isInherited: false };
  const isShort = /^\d(?:\.\d{1,5})?$/u.test(code);
  reader.fault(
    'code',
    isShort
      ? `says ${written}: Excel took the code for a number and dropped zeros at its end; make the cell text ("Text") and write all six digits, such as 1.000890`
      : `says "${written.slice(0, 40)}"; the code of a procedure is expected, such as 1.001193`,
  );
  return { code: null, isInherited: false };
}

function refusedRow(
  code: string | null,
  table: RawTable,
  { row }: RawRow,
  reason: 'invalid-row' | 'missing-code',
  faults: readonly string[],
): TableRecord {
  const detail =
    faults.length > 0
      ? `${faults.join('; ')}.`
      : `sheet "${table.name}", row ${row}, column "Mã thủ tục" is empty; the code of a procedure is expected.`;
  return { code, place: table.name, row, outcome: { kind: 'refused', reason, detail } };
}

function recordOf({ code, place, row, faults, procedure, documents, fees }: Gathered): TableRecord {
  if (faults.length > 0) {
    return { code, place, row, outcome: { kind: 'refused', reason: 'invalid-row', detail: `${faults.join('; ')}.` } };
  }
  const { updatedDate = null, ...facts } = procedure ?? {};
  const supplement: Supplement = {
    code,
    ...facts,
    ...(documents.length > 0 ? { documentGroups: groupsOf(documents) } : {}),
    ...(fees.length > 0 ? { fees } : {}),
  };
  return { code, place, row, outcome: { kind: 'read', supplement, updatedDate } };
}
