/**
 * What leads from one catalogue's rows to another's: rows removed, rows set, and rows of which only the middle changed. Both
 * ends are named by their hashes, so a damaged delta gives an error and never wrong rows.
 */
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { rowsForm } from '../../releases/release-manifest.ts';
import { type CatalogueRows, rowsSha256, sortedRows } from './catalogue-rows.ts';
import { deltaHeaderSchema, readHeader } from './file-header.ts';
import { commonEnds, spliced } from './row-splice.ts';
import type { UnpackLimit } from './snapshot-file.ts';
import { linesOf, packLines, unpackLines } from './zstd-lines.ts';

/** A splice tells two numbers and the middle; where that is hardly shorter than the row, the row is set whole. */
const leastSaved = 32;

/** Lines: `-key`, `=key\ttext`, `~key\tstart\tend\tmiddle` (what is kept at both ends, in UTF-16 code units). The same bytes from the same rows. */
export function packDelta(from: CatalogueRows, to: CatalogueRows): Buffer {
  const header = {
    kind: 'kiosk-delta',
    form: rowsForm,
    fromSha256: rowsSha256(from),
    toSha256: rowsSha256(to),
  };
  const lines = [JSON.stringify(header)];
  for (const key of from.keys()) {
    if (!to.has(key)) {
      lines.push(`-${key}`);
    }
  }
  for (const [key, text] of to) {
    const former = from.get(key);
    if (former !== text) {
      lines.push(changeOf(key, former ?? '', text));
    }
  }
  return packLines(Buffer.from(`${lines.join('\n')}\n`));
}

function changeOf(key: string, former: string, text: string): string {
  const { start, end } = commonEnds(former, text);
  return start + end < leastSaved
    ? `=${key}\t${text}`
    : `~${key}\t${start}\t${end}\t${text.slice(start, text.length - end)}`;
}

/**
 * Errors: `CatalogueMakingError` `wrong-hash` where `from` are not the rows it starts from or others come out than it
 * promises; `too-large`, `software-too-old`, `wrong-content`.
 */
export function applyDelta(
  from: CatalogueRows,
  packed: Uint8Array,
  { maximumUnpackedBytes }: UnpackLimit,
): CatalogueRows {
  const lines = linesOf(unpackLines(packed, maximumUnpackedBytes));
  const header = readHeader(lines.next(), deltaHeaderSchema);
  if (header.fromSha256 !== rowsSha256(from)) {
    throw new CatalogueMakingError('wrong-hash', 'The delta starts from other rows.');
  }
  const changed = new Map(from);
  let length = 0;
  for (let line = lines.next(); line !== null; line = lines.next()) {
    length += applyLine(changed, line);
    // A few bytes of splices may make rows longer than any snapshot may be.
    if (length > maximumUnpackedBytes) {
      throw new CatalogueMakingError('too-large', `More than ${maximumUnpackedBytes} characters come out of it.`);
    }
  }
  const rows = sortedRows(changed);
  if (rowsSha256(rows) !== header.toSha256) {
    throw new CatalogueMakingError('wrong-hash', 'Other rows come out of the delta than it promises.');
  }
  return rows;
}

/** Returns the length of the row it wrote. */
function applyLine(rows: Map<string, string>, line: string): number {
  const [key = '', ...parts] = line.slice(1).split('\t');
  switch (line.slice(0, 1)) {
    case '-':
      if (!rows.delete(key) || parts.length > 0) {
        throw misfit(key);
      }
      return 0;
    case '=':
      return put(rows, key, parts.join('\t'));
    case '~': {
      const [start = '', end = '', ...middle] = parts;
      const text = spliced(rows.get(key) ?? '', Number(start), Number(end), middle.join('\t'));
      if (text === null) {
        throw misfit(key);
      }
      return put(rows, key, text);
    }
    default:
      throw misfit(key);
  }
}

function put(rows: Map<string, string>, key: string, text: string): number {
  rows.set(key, text);
  return text.length;
}

function misfit(key: string): CatalogueMakingError {
  return new CatalogueMakingError(
    'wrong-content',
    `The delta does not fit the row ${JSON.stringify(key.slice(0, 120))}.`,
  );
}
