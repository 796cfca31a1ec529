/** Reads the national export line by line in bounded memory; every line that cannot be read is told with its number. */
import { createReadStream } from 'node:fs';
import { gunzipChunks } from './gunzip-chunks.ts';
import { maximumLineBytes, type SourceRecord } from './source-record.ts';
import { type ByteLine, splitLines } from './split-lines.ts';

export interface JsonLinesOptions {
  readonly path: string;
  /** The file is packed with gzip. */
  readonly packed: boolean;
  /** Hears how many bytes of the file itself were read since the last call. */
  readonly onBytesRead?: (bytes: number) => void;
}

/** Never throws for what stands in the file; reading errors of the disk and damage of the archive end it with `broken-off`. */
export async function* readJsonLines(options: JsonLinesOptions): AsyncGenerator<SourceRecord, void, undefined> {
  const stored = countedChunks(options);
  const lines = splitLines(options.packed ? gunzipChunks(stored) : stored, maximumLineBytes);
  let line = 0;
  try {
    for await (const read of lines) {
      line = read.line;
      yield* recordsOf(read);
    }
  } catch (error) {
    // The half line before the damage is dropped by splitLines: it ends in no line break and no end of file.
    yield { kind: 'broken-off', line: line + 1, detail: damageOf(error) };
  }
}

async function* countedChunks(options: JsonLinesOptions): AsyncGenerator<Uint8Array, void, undefined> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(options.path, { highWaterMark: 64 * 1024 });
  for await (const chunk of stream) {
    options.onBytesRead?.(chunk.length);
    yield chunk;
  }
}

function* recordsOf({ line, bytes, ended }: ByteLine): Generator<SourceRecord, void, undefined> {
  if (bytes === null) {
    const detail = `The line is longer than ${maximumLineBytes / 1024 / 1024} MB.`;
    yield { kind: 'unreadable', line, reason: 'line-too-long', detail };
    return;
  }
  const text = decoded(bytes);
  if (text === null) {
    yield { kind: 'unreadable', line, reason: 'invalid-utf8', detail: 'The line is not UTF-8 text.' };
    return;
  }
  if (text.trim() === '') {
    return;
  }
  try {
    const value: unknown = JSON.parse(text);
    yield { kind: 'record', line, value };
  } catch (error) {
    const where = ended ? '' : ' The file ends inside this line: it may be cut short.';
    yield { kind: 'unreadable', line, reason: 'invalid-json', detail: `${jsonComplaint(error)}.${where}` };
  }
}

/** A byte order mark is dropped; anything that is not UTF-8 gives null. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** V8 quotes the text itself in its message; only the kind of mistake is kept, for a line may be very long. */
function jsonComplaint(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `Not JSON: ${message.replace(/,? ?\.{0,3}".*$/s, '').slice(0, 120)}`;
}

function damageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'Z_BUF_ERROR') {
    return 'The gzip archive is cut short.';
  }
  if (code === 'Z_DATA_ERROR') {
    return 'The gzip archive is damaged.';
  }
  return `Reading failed: ${error instanceof Error ? error.message : String(error)}.`;
}
