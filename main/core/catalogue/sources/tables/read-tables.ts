/** Reads the tables of one source, whichever program wrote them. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KioskError } from '../../../../contract/error.ts';
import { type CollectedTables, collectTables } from './collect-tables.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { tableForms, tableKinds } from './table-columns.ts';

export interface TablesSource {
  readonly kind: 'workbook' | 'csv';
  /** A workbook, a CSV file, or a folder of CSV files named as `tableForms` says. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** Errors: `source-unreadable` where a file cannot be read or none of its tables has the headings. */
export async function readTables({ kind, path, isFolder }: TablesSource): Promise<CollectedTables> {
  const raw =
    kind === 'workbook' ? await readWorkbook(path) : isFolder ? await readFolder(path) : [await readCsv(path)];
  const collected = collectTables(raw);
  const [first] = collected.withoutHeadings;
  if (first !== undefined || collected.kinds.size === 0) {
    const expected = first?.expected ?? Object.values(tableForms.procedures.columns).map(({ heading }) => heading);
    const what =
      first === undefined
        ? 'holds no table with the headings that are expected'
        : `has no row of headings in "${first.name}"`;
    throw new KioskError(
      'source-unreadable',
      `The source ${JSON.stringify(basename(path))} ${what}; "Mã thủ tục" and at least one of ${expected.slice(1, 6).join(', ')} … must stand in one row. "kioskctl catalogue template" writes a workbook to fill in (${path}).`,
    );
  }
  return collected;
}

async function readFolder(path: string) {
  const names = tableKinds.map((kind) => tableForms[kind].csvName).filter((name) => existsSync(join(path, name)));
  return Promise.all(names.map((name) => readCsv(join(path, name))));
}
