/** Tells what kind of source a path is by looking into it; names of files promise nothing. */
import { existsSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { catalogueFileName } from '../catalogue-files.ts';
import { isEntryName } from './read-entry-folder.ts';
import { isUtf16 } from './tables/read-csv.ts';
import type { TablesSource } from './tables/read-tables.ts';
import { tableForms } from './tables/table-columns.ts';

export type Source =
  /** The national export: one JSON object a line, packed with gzip or not. */
  | { readonly kind: 'json-lines'; readonly path: string; readonly packed: boolean; readonly sizeBytes: number }
  /** A folder of hand-written entries, one `<code>.json` or `<code>.yaml` each. */
  | { readonly kind: 'entries'; readonly path: string }
  /** An office's tables of procedures, papers and fees. */
  | TablesSource
  /** The rows of a published catalogue (`catalogue-rows.zst`, rows/snapshot-file.ts). */
  | { readonly kind: 'rows'; readonly path: string };

const lookedAtBytes = 512;

/** Errors: `source-unreadable`, saying what stands there instead. */
export async function detectSource(path: string): Promise<Source> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, 'is not there or may not be read; check the path', { cause });
  });
  if (found.isDirectory()) {
    return detectFolder(path);
  }
  if (!found.isFile()) {
    throw unreadable(path, 'is neither a file nor a folder');
  }
  const start = await firstBytes(path);
  if (start.length === 0) {
    throw unreadable(path, 'is empty; fetch the file again');
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return { kind: 'json-lines', path, packed: true, sizeBytes: found.size };
  }
  // RFC 8878 §3.1.1: the magic number of a frame.
  if (start.length >= 4 && start.readUInt32LE(0) === 0xfd_2f_b5_28) {
    return { kind: 'rows', path };
  }
  // PKWARE APPNOTE §4.3.7; [MS-CFB] §2.2.
  if (start.length >= 4 && start.readUInt32LE(0) === 0x04_03_4b_50) {
    return { kind: 'workbook', path, isFolder: false };
  }
  if (start.length >= 4 && start.readUInt32BE(0) === 0xd0_cf_11_e0) {
    throw unreadable(
      path,
      'is a workbook of the old form (.xls) or locked with a password; save it as "Excel Workbook (.xlsx)" without one',
    );
  }
  const firstCharacter = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()[0];
  if (firstCharacter === '{') {
    return { kind: 'json-lines', path, packed: false, sizeBytes: found.size };
  }
  if (firstCharacter === '[') {
    throw unreadable(path, 'is a JSON list; one JSON object a line is expected (.jsonl)');
  }
  if (extname(path).toLowerCase() === '.csv' || looksLikeCsv(start)) {
    return { kind: 'csv', path, isFolder: false };
  }
  throw unreadable(
    path,
    'is neither JSON lines (.jsonl, .jsonl.gz), nor a workbook (.xlsx), nor a table (.csv), nor a folder of entries, nor a published catalogue (catalogue-rows.zst)',
  );
}

/** Text of another encoding too, so that the reader can say what to do with it. */
function looksLikeCsv(start: Buffer): boolean {
  return (
    (isUtf16(start) && start[1] !== 0 && start[0] !== 0) ||
    /^\uFEFF?[^\n]*m\u00e3[^\n]*[,;\t]/iu.test(start.toString('utf8'))
  );
}

async function detectFolder(path: string): Promise<Source> {
  if (existsSync(join(path, catalogueFileName))) {
    throw unreadable(path, 'is a catalogue already built; give the export or the folder of entries it was built from');
  }
  const names = await readdir(path);
  const hasEntries = names.some(isEntryName);
  const tables = Object.values(tableForms).filter(({ csvName }) => names.includes(csvName));
  if (tables.length > 0 && hasEntries) {
    throw unreadable(
      path,
      `holds entries and tables (${tables.map(({ csvName }) => csvName).join(', ')}); put them into two folders`,
    );
  }
  if (tables.length > 0) {
    return { kind: 'csv', path, isFolder: true };
  }
  if (!hasEntries) {
    const expected = Object.values(tableForms).map(({ csvName }) => csvName);
    throw unreadable(
      path,
      `holds no entry; a file <code>.json or <code>.yaml for each procedure is expected, or tables (${expected.join(', ')})`,
    );
  }
  return { kind: 'entries', path };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause: unknown) => {
    throw unreadable(path, 'may not be read; check its permissions', { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAtBytes), 0, lookedAtBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(path: string, what: string, options?: ErrorOptions): KioskError {
  return new KioskError(
    'source-unreadable',
    `The source ${JSON.stringify(basename(path))} ${what} (${path}).`,
    options,
  );
}
