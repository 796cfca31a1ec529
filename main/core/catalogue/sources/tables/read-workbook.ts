/** Reads the sheets of an Excel workbook (.xlsx). Macros, links and pictures in it are never looked at. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { KioskError } from '../../../../contract/error.ts';
import { plainSheet, SheetFault } from './plain-sheet.ts';
import type { RawCell, RawTable } from './raw-table.ts';
import { unzip, ZipFault, zipStored } from './zip-entries.ts';

/** A workbook of a whole province's procedures has about 3 MB. */
export const maximumWorkbookBytes = 30_000_000;
const limits = { maximumEntries: 2_000, maximumUnpackedBytes: 150_000_000 };

/** Errors: `source-unreadable`, saying what is wrong with the file and what to do. */
export async function readWorkbook(path: string): Promise<RawTable[]> {
  const file = await readFile(path);
  if (file.length > maximumWorkbookBytes) {
    throw unreadable(
      path,
      `has ${Math.round(file.length / 1e6)} MB; at most ${maximumWorkbookBytes / 1e6} MB are read`,
    );
  }
  try {
    const sheets = await readXlsxFile(plainWorkbook(file), { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells, index) => ({ row: index + 1, cells: cells.map(cellOf) })),
    }));
  } catch (error) {
    if (error instanceof ZipFault || error instanceof SheetFault) {
      throw unreadable(path, `cannot be read: ${error.message}. ${saveAgain}`, { cause: error });
    }
    const detail = error instanceof Error ? error.message : String(error);
    throw unreadable(path, `is no workbook this program can read (${detail.slice(0, 200)}). ${saveAgain}`, {
      cause: error,
    });
  }
}

const saveAgain = 'Open it in Excel or LibreOffice and save it as "Excel Workbook (.xlsx)", without a password';

/** The same workbook, unpacked, counted and reduced to what is read of it. */
function plainWorkbook(file: Buffer): Buffer {
  const entries = new Map(unzip(file, isPartWithText, limits));
  if (!entries.has('xl/workbook.xml')) throw new ZipFault('it is an archive, but no workbook');
  for (const [name, bytes] of entries) {
    const start = bytes.toString('utf8', 0, 2_000);
    // Excel writes none; entities could grow without end.
    if (/<!DOCTYPE|<!ENTITY/iu.test(start)) throw new ZipFault(`its part ${name} defines entities`);
    if (/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) entries.set(name, Buffer.from(plainSheet(bytes.toString('utf8'))));
  }
  return zipStored(entries);
}

/** Parts that hold words and their places; pictures, macros (vbaProject.bin), printers' settings are left packed. */
function isPartWithText(name: string): boolean {
  return name === '[Content_Types].xml' || /^(?:_rels|xl)\/(?:[\w.-]+\/)*[\w.-]+\.(?:xml|rels)$/u.test(name);
}

/** The library's types say `typeof Date` where a Date is. */
function cellOf(cell: unknown): RawCell {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date
    ? cell
    : null;
}

function unreadable(path: string, what: string, options?: ErrorOptions): KioskError {
  return new KioskError(
    'source-unreadable',
    `The workbook ${JSON.stringify(basename(path))} ${what} (${path}).`,
    options,
  );
}
