/**
 * A catalogue's truth: rows of a key and a line of JSON, in the order of their keys. Whatever else a kiosk keeps of a
 * catalogue is derived from them, so two parties that agree on the hash over the rows agree on all of it (docs/catalogue.md §10).
 */
import { createHash } from 'node:crypto';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';

/** Key → JSON text of one line, in the order of the keys' code units. Made by `sortedRows` and the readers beside it alone. */
export type CatalogueRows = ReadonlyMap<string, string>;

/** Rows of one catalogue at most; the nation's has 11,400. */
export const maximumRows = 200_000;

/** Longest row, in UTF-16 code units of its text; the nation's longest has 150,000. */
export const maximumRowLength = 16 * 1024 * 1024;

/** A kind, and for kinds of which there are several a name: `about`, `procedure/1.001193`, `tile/02`. */
const keyPattern = /^[a-z]+(?:-[a-z]+)*(?:\/[0-9A-Za-z][0-9A-Za-z.-]{0,63})?$/u;

export function isRowKey(key: string): boolean {
  return key.length <= 100 && keyPattern.test(key);
}

/** Puts rows in order. Errors: `wrong-content` for a key twice, and as `checkRow`. */
export function sortedRows(entries: Iterable<readonly [string, string]>): CatalogueRows {
  const sorted = [...entries].sort(([first], [second]) => (first < second ? -1 : Number(first > second)));
  if (sorted.length > maximumRows) {
    throw new CatalogueMakingError('too-large', `The catalogue has more than ${maximumRows} rows.`);
  }
  const rows = new Map<string, string>();
  for (const [key, text] of sorted) {
    checkRow(key, text);
    if (rows.has(key)) {
      throw new CatalogueMakingError('wrong-content', `The row ${key} stands twice.`);
    }
    rows.set(key, text);
  }
  return rows;
}

/**
 * A row that snapshot and hash can hold without doubt. Errors: `wrong-content` for a key that is none, a line break or half a
 * surrogate pair in the text; `too-large`.
 */
export function checkRow(key: string, text: string): void {
  if (!isRowKey(key)) {
    throw new CatalogueMakingError('wrong-content', `${JSON.stringify(key.slice(0, 120))} is no key of a row.`);
  }
  if (text.length > maximumRowLength) {
    throw new CatalogueMakingError('too-large', `The row ${key} is longer than ${maximumRowLength} characters.`);
  }
  if (text === '' || text.includes('\n') || !text.isWellFormed()) {
    throw new CatalogueMakingError('wrong-content', `The row ${key} is no line of text.`);
  }
}

/** Hashes that are known: the nation's rows take a third of a second each time, and a delta would take six times that. */
const knownSha256 = new WeakMap<CatalogueRows, string>();

/** SHA-256 (hex) over `key\ttext\n` of every row, as UTF-8. Rows are never changed once they are made, so each are hashed once. */
export function rowsSha256(rows: CatalogueRows): string {
  const known = knownSha256.get(rows) ?? computedSha256(rows);
  knownSha256.set(rows, known);
  return known;
}

/** For a reader that has hashed the very bytes of the rows. */
export function knowRowsSha256(rows: CatalogueRows, sha256: string): void {
  knownSha256.set(rows, sha256);
}

function computedSha256(rows: CatalogueRows): string {
  const hash = createHash('sha256');
  for (const piece of rowPieces(rows)) {
    hash.update(piece);
  }
  return hash.digest('hex');
}

/** Characters gathered before they are handed on: many rows are short, and a call for each costs more than its bytes. */
const pieceLength = 256 * 1024;

/** The lines of all rows, in pieces of whole lines. */
export function* rowPieces(rows: CatalogueRows): Generator<string, void, undefined> {
  let piece = '';
  for (const [key, text] of rows) {
    piece += `${key}\t${text}\n`;
    if (piece.length >= pieceLength) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') {
    yield piece;
  }
}
