/** What stands wrong in an export is told with its line, and costs no other line. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../../main/core/catalogue/sources/read-json-lines.ts';
import { maximumLineBytes, type SourceRecord } from '../../../main/core/catalogue/sources/source-record.ts';
import { collect } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function read(bytes: Uint8Array | string, packed = false): Promise<SourceRecord[]> {
  const path = join(temporaryFolder(), 'export');
  writeFileSync(path, bytes);
  return collect(readJsonLines({ path, packed }));
}

const record = (line: number, value: unknown): SourceRecord => ({ kind: 'record', line, value });

describe('readJsonLines', () => {
  it('reads plain and packed lines alike, with byte order mark, CRLF and empty lines', async () => {
    const text = '\uFEFF{"a":1}\r\n\r\n{"a":"đ"}\n';
    const expected = [record(1, { a: 1 }), record(3, { a: 'đ' })];
    expect(await read(text)).toEqual(expected);
    expect(await read(gzipSync(text), true)).toEqual(expected);
  });

  it('tells a line that is not JSON and reads the others', async () => {
    const [first, second, third] = await read('{"a":1}\n{"a":\n{"a":3}\n');
    expect(first).toEqual(record(1, { a: 1 }));
    expect(second).toMatchObject({ kind: 'unreadable', line: 2, reason: 'invalid-json' });
    expect(third).toEqual(record(3, { a: 3 }));
  });

  it('says that the file ends inside its last line', async () => {
    const [, last] = await read('{"a":1}\n{"a":"unfini');
    expect(last).toMatchObject({ reason: 'invalid-json', line: 2 });
    expect(last).toHaveProperty('detail', expect.stringContaining('cut short'));
  });

  it('does not repeat the text of a bad line in its message', async () => {
    const [only] = await read('{"name": "Nguyễn" oops}\n');
    expect(JSON.stringify(only)).not.toContain('Nguyễn');
  });

  it('tells a line that is not UTF-8 and reads the others', async () => {
    const records = await read(
      Buffer.concat([Buffer.from('{"a":1}\n{"a":"'), Buffer.from([0xe1, 0xff]), Buffer.from('"}\n{"a":3}\n')]),
    );
    expect(records.map(({ kind, line }) => [kind, line])).toEqual([
      ['record', 1],
      ['unreadable', 2],
      ['record', 3],
    ]);
    expect(records[1]).toHaveProperty('reason', 'invalid-utf8');
  });

  it('refuses a line beyond the limit without keeping it', async () => {
    const records = await read(`{"a":"${'x'.repeat(maximumLineBytes)}"}\n{"a":2}\n`);
    expect(records).toEqual([expect.objectContaining({ line: 1, reason: 'line-too-long' }), record(2, { a: 2 })]);
  });

  it('gives every whole line of an archive that is cut short, then says where it broke off', async () => {
    const lines = Array.from({ length: 4000 }, (_none, index) => ({ index, noise: randomBytes(40).toString('hex') }));
    const packed = gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const records = await read(packed.subarray(0, packed.length - 20), true);
    const last = records.at(-1);
    expect(last).toMatchObject({ kind: 'broken-off', detail: 'The gzip archive is cut short.' });
    expect(records.length).toBeGreaterThan(3990);
    expect(records.slice(0, -1)).toEqual(
      lines.slice(0, records.length - 1).map((value, index) => record(index + 1, value)),
    );
    expect(last?.line).toBe(records.length);
  });

  it('tells a damaged archive', async () => {
    const packed = gzipSync('{"a":1}\n'.repeat(2000));
    packed.fill(0xff, 30);
    const records = await read(packed, true);
    expect(records.at(-1)).toMatchObject({ kind: 'broken-off', detail: 'The gzip archive is damaged.' });
  });

  it('counts the bytes of the file for the progress bar', async () => {
    const path = join(temporaryFolder(), 'export');
    const packed = gzipSync('{"a":1}\n');
    writeFileSync(path, packed);
    let bytesRead = 0;
    await collect(readJsonLines({ path, packed: true, onBytesRead: (bytes) => (bytesRead += bytes) }));
    expect(bytesRead).toBe(packed.length);
  });
});
