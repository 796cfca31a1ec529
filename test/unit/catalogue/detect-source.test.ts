/** A source is known by what it holds; a wrong one is told by its name and what stands there instead. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectSource } from '../../../main/core/catalogue/sources/detect-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

function fileHolding(bytes: Uint8Array | string): string {
  const path = join(temporaryFolder(), 'source');
  writeFileSync(path, bytes);
  return path;
}

describe('detectSource', () => {
  it('knows plain and packed JSON lines whatever the file is called', async () => {
    expect(await detectSource(fileHolding('\uFEFF {"a":1}\n'))).toMatchObject({ kind: 'json-lines', packed: false });
    expect(await detectSource(fileHolding(gzipSync('{}')))).toMatchObject({ kind: 'json-lines', packed: true });
  });

  it('knows a folder of entries', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '1.001193.json'), '{}');
    expect(await detectSource(folder)).toEqual({ kind: 'entries', path: folder });
  });

  it('knows workbooks and tables, and folders of entries in YAML and of tables', async () => {
    expect(await detectSource(fileHolding('PK\u0003\u0004'))).toMatchObject({ kind: 'workbook' });
    expect(await detectSource(fileHolding('Mã thủ tục;Tên thủ tục\n'))).toMatchObject({ kind: 'csv', isFolder: false });
    const entries = temporaryFolder();
    writeFileSync(join(entries, '1.001193.yaml'), '');
    expect(await detectSource(entries)).toMatchObject({ kind: 'entries' });
    const tables = temporaryFolder();
    writeFileSync(join(tables, 'phi.csv'), '');
    expect(await detectSource(tables)).toMatchObject({ kind: 'csv', isFolder: true });
    writeFileSync(join(tables, '1.001193.json'), '');
    await expect(detectSource(tables)).rejects.toThrow('put them into two folders');
  });

  it.each([
    ['a missing file', () => join(temporaryFolder(), 'nothing.jsonl'), 'is not there'],
    ['an empty file', () => fileHolding(''), 'is empty'],
    ['a JSON list', () => fileHolding('[{"a":1}]'), 'one JSON object a line is expected'],
    ['another kind of file', () => fileHolding('%PDF-1.7'), 'neither JSON lines'],
    ['a folder without entries', () => temporaryFolder(), 'holds no entry'],
    ['a built catalogue', builtCatalogue, 'already built'],
  ])('refuses %s', async (_what, path, words) => {
    await expect(detectSource(path())).rejects.toMatchObject({
      code: 'source-unreadable',
      message: expect.stringContaining(words),
    });
  });
});

function builtCatalogue(): string {
  const folder = join(temporaryFolder(), 'built');
  mkdirSync(folder);
  writeFileSync(join(folder, 'catalogue.db'), '');
  return folder;
}
