/** A whole catalogue in one packed file: a header line, then every row as `key\ttext`. */
import { createHash } from 'node:crypto';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { rowsForm } from '../../releases/release-manifest.ts';
import { type CatalogueRows, checkRow, knowRowsSha256, rowPieces, rowsSha256 } from './catalogue-rows.ts';
import { readHeader, snapshotHeaderSchema } from './file-header.ts';
import { linesOf, packLines, unpackLines } from './zstd-lines.ts';

export interface UnpackLimit {
  readonly maximumUnpackedBytes: number;
}

/** Unpacked length in bytes of the snapshot of these rows, for the release's manifest. */
export function unpackedSnapshotBytes(rows: CatalogueRows): number {
  let length = Buffer.byteLength(headerOf(rows));
  for (const piece of rowPieces(rows)) {
    length += Buffer.byteLength(piece);
  }
  return length;
}

/** The same bytes from the same rows. */
export function packSnapshot(rows: CatalogueRows): Buffer {
  const lines = Buffer.allocUnsafe(unpackedSnapshotBytes(rows));
  let length = lines.write(headerOf(rows));
  for (const piece of rowPieces(rows)) {
    length += lines.write(piece, length);
  }
  return packLines(lines);
}

function headerOf(rows: CatalogueRows): string {
  const header = { kind: 'kiosk-rows', form: rowsForm, rows: rows.size, sha256: rowsSha256(rows) };
  return `${JSON.stringify(header)}\n`;
}

/** Errors: `CatalogueMakingError` `too-large`, `software-too-old`, `wrong-hash` (its rows are not those its header names), `wrong-content`. */
export function readSnapshot(packed: Uint8Array, { maximumUnpackedBytes }: UnpackLimit): CatalogueRows {
  const lines = linesOf(unpackLines(packed, maximumUnpackedBytes));
  const header = readHeader(lines.next(), snapshotHeaderSchema);
  if (createHash('sha256').update(lines.rest()).digest('hex') !== header.sha256) {
    throw new CatalogueMakingError('wrong-hash', 'The rows are not those the first line names.');
  }
  const rows = new Map<string, string>();
  let former = '';
  for (let line = lines.next(); line !== null; line = lines.next()) {
    const tab = line.indexOf('\t');
    const key = line.slice(0, tab);
    const text = line.slice(tab + 1);
    checkRow(key, text);
    if (tab === -1 || key <= former || rows.size === header.rows) {
      throw new CatalogueMakingError('wrong-content', `The row ${key} is not in its place.`);
    }
    rows.set(key, text);
    former = key;
  }
  if (rows.size !== header.rows) {
    throw new CatalogueMakingError('wrong-content', `There are ${rows.size} rows and not ${header.rows}.`);
  }
  knowRowsSha256(rows, header.sha256);
  return rows;
}
