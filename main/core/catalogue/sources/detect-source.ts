/** Tells what kind of source a path is by looking into it; names of files promise nothing. */
import { existsSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { catalogueFileName } from '../catalogue-files.ts';

export type Source =
  /** The national export: one JSON object a line, packed with gzip or not. */
  | { readonly kind: 'json-lines'; readonly path: string; readonly packed: boolean; readonly sizeBytes: number }
  /** A folder of hand-written entries, one `<code>.json` each. */
  | { readonly kind: 'entries'; readonly path: string }
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
  throw unreadable(
    path,
    'is neither JSON lines (.jsonl, .jsonl.gz), nor a folder of entries, nor a published catalogue (catalogue-rows.zst)',
  );
}

async function detectFolder(path: string): Promise<Source> {
  if (existsSync(join(path, catalogueFileName))) {
    throw unreadable(path, 'is a catalogue already built; give the export or the folder of entries it was built from');
  }
  const names = await readdir(path);
  if (!names.some((name) => name.endsWith('.json'))) {
    throw unreadable(path, 'holds no entry; a file <code>.json for each procedure is expected');
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
