/** Reads CSV as Excel saves it: comma or semicolon or tab, with or without a byte order mark. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { KioskError } from '../../../../contract/error.ts';
import { mostColumns, mostRows } from './plain-sheet.ts';
import type { RawTable } from './raw-table.ts';

export const maximumCsvBytes = 30_000_000;

/** Errors: `source-unreadable`, saying what is wrong with the file and what to do. */
export async function readCsv(path: string): Promise<RawTable> {
  const file = await readFile(path);
  if (file.length > maximumCsvBytes) {
    throw unreadable(path, `has ${Math.round(file.length / 1e6)} MB; at most ${maximumCsvBytes / 1e6} MB are read`);
  }
  const text = decoded(file, path);
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 2_000_000,
    });
    if (records.length > mostRows || records.some((record) => record.length > mostColumns)) {
      throw unreadable(path, `has more than ${mostRows} rows or ${mostColumns} columns`);
    }
    return {
      name: basename(path),
      rows: records.map((record, index) => ({
        row: index + 1,
        cells: record.map((cell) => (cell === '' ? null : cell)),
      })),
    };
  } catch (error) {
    if (error instanceof CsvError) {
      throw unreadable(
        path,
        `is no CSV: ${error.message.slice(0, 200)}. A cell with a quote or a line break must stand in quotes`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

/** The separator that the first line holds most often outside quotes; a comma where it holds none. */
export function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/gu, '').split(/\r?\n/u);
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.sort((first, second) => second.count - first.count)[0]?.mark ?? ',';
}

const saveAgain = 'In Excel choose "Save As" – "CSV UTF-8 (Comma delimited)", or give the workbook (.xlsx) itself';

function decoded(file: Buffer, path: string): string {
  if (isUtf16(file)) {
    throw unreadable(path, `is saved as UTF-16 ("Unicode Text"), not as UTF-8. ${saveAgain}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch (cause) {
    throw unreadable(
      path,
      `is not UTF-8; its letters are probably those of Windows-1258 or an old font (VNI, TCVN3). ${saveAgain}`,
      { cause },
    );
  }
}

/** By its mark, or by every other byte of plain letters being zero. */
export function isUtf16(file: Uint8Array): boolean {
  const [first, second] = file;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return file.subarray(0, 512).includes(0);
}

function unreadable(path: string, what: string, options?: ErrorOptions): KioskError {
  return new KioskError('source-unreadable', `The table ${JSON.stringify(basename(path))} ${what} (${path}).`, options);
}
