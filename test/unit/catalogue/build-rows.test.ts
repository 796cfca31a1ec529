/** What the rows of a build hold, and how a published catalogue is built from them again with its number. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { readAbout, withNumber } from '../../../main/core/catalogue/rows/about-row.ts';
import { type CatalogueRows, rowsSha256 } from '../../../main/core/catalogue/rows/catalogue-rows.ts';
import { parseRows } from '../../../main/core/catalogue/rows/parse-rows.ts';
import { packSnapshot, readSnapshot } from '../../../main/core/catalogue/rows/snapshot-file.ts';
import { build, entriesFolder, writeExport } from './build-fixtures.ts';
import { makeNationalRecord } from './make-national-record.ts';
import { temporaryFolder } from './temporary-folder.ts';

function rowsIn(folder: string): CatalogueRows {
  const packed = readFileSync(join(folder, 'catalogue-rows.zst'));
  return readSnapshot(packed, { maximumUnpackedBytes: 10_000_000 });
}

function file(name: string, content: unknown): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

const overlay = (procedures: object, changes: object = {}) => ({
  office: 'Phường Thử',
  province: 'Lào Cai',
  updatedDate: '2026-07-01',
  procedures,
  ...changes,
});
const notice = (id: string) => ({ id, kind: 'warning', text: { vi: 'Tạm dừng', en: null }, fromMs: 0, untilMs: null });

describe('the rows of a build', () => {
  it('hold procedures as no sheet has touched them, and the sheet beside them', async () => {
    const name = { 'Tên thủ tục': 'Thủ tục mẫu' };
    const source = writeExport([
      makeNationalRecord('9.000001', name),
      makeNationalRecord('9.000002', {
        ...name,
        'Số quyết định': '12/QĐ-UBND',
        'Cơ quan thực hiện': 'UBND tỉnh Lào Cai',
      }),
      makeNationalRecord('9.000003'),
      makeNationalRecord('9.000004', { 'Tên thủ tục': 'Thủ tục đăng ký khai sinh' }),
    ]);
    const sheet = overlay({ '9.000003': { hidden: true }, '9.000004': { counter: 'Quầy 4', servedAt: 'province' } });
    const report = await build([source], { profile: 'ward', overlayPath: file('overlay.json', sheet) });
    expect(report.leftOut.byReason).toMatchObject({ hidden: 1, replaced: 1 });
    const rows = rowsIn(report.output);
    expect(report.rowsSha256).toBe(rowsSha256(rows));
    const parsed = parseRows(rows);
    expect(parsed.overlay).toEqual(sheet);
    expect(parsed.about).toMatchObject({ number: 0, profile: 'ward', province: 'Lào Cai', dataDate: '2026-07-01' });
    const procedures = new Map(Array.from(parsed.procedures(), ({ procedure }) => [procedure.code, procedure]));
    expect([...procedures.keys()]).toEqual(['9.000001', '9.000002', '9.000003', '9.000004']);
    expect(procedures.get('9.000004')).toMatchObject({ office: null, servedAtOrigin: 'rule' });
    expect(procedures.get('9.000004')?.tile).not.toBeNull();
    const catalogue = openCatalogue(report.output);
    expect(catalogue.procedure('9.000004')).toMatchObject({
      tile: null,
      servedAt: 'province',
      servedAtOrigin: 'overlay',
    });
    catalogue.close();
  });

  it("carry the city's notices and what the sheet says of the office", async () => {
    const noticesFolder = join(temporaryFolder(), 'notices');
    mkdirSync(noticesFolder);
    writeFileSync(join(noticesFolder, 'civil-status.json'), JSON.stringify(notice('civil-status')));
    const sheet = overlay(
      {},
      { notices: [notice('civil-status')], openingHours: [{ days: [1], from: '07:00', to: '11:00' }] },
    );
    const overlayPath = file('overlay.json', sheet);
    const { output } = await build([entriesFolder], { noticesFolder, overlayPath });
    const catalogue = openCatalogue(output);
    expect(catalogue.notices().map(({ id, origin }) => [id, origin])).toEqual([
      ['civil-status', 'office'],
      ['civil-status', 'city'],
    ]);
    expect(catalogue.siteContent().openingHours).toEqual([{ days: [1], from: '07:00', to: '11:00' }]);
    catalogue.close();
    expect(rowsIn(output).has('notice/civil-status')).toBe(true);
    const plain = openCatalogue((await build([entriesFolder])).output);
    expect(plain.notices()).toEqual([]);
    expect(plain.siteContent()).toMatchObject({ openingHours: null, helpDesk: null });
    plain.close();
  });

  it.each([
    ['no JSON', 'x.json', '{', /not JSON/u],
    ['no notice', 'x.json', '{}', /not as expected/u],
    ['called otherwise', 'x.json', JSON.stringify(notice('y')), /must agree/u],
  ])('stop at a notice that is %s', async (_what, name, text, message) => {
    const noticesFolder = temporaryFolder();
    writeFileSync(join(noticesFolder, name), text);
    const expected = { code: 'source-unreadable', message: expect.stringMatching(message) };
    await expect(build([entriesFolder], { noticesFolder })).rejects.toMatchObject(expected);
  });

  it('need the folder of notices that was asked for', async () => {
    const noticesFolder = join(temporaryFolder(), 'none');
    await expect(build([entriesFolder], { noticesFolder })).rejects.toMatchObject({ code: 'source-unreadable' });
  });
});

async function published(): Promise<string> {
  const { output } = await build([entriesFolder]);
  return file('catalogue-rows.zst', packSnapshot(withNumber(rowsIn(output), 12)));
}

describe('a published catalogue as a source', () => {
  it('is built with its number and hash, an office may lay its sheet over it, and the account is right', async () => {
    const path = await published();
    const plain = await build([path]);
    expect(plain).toMatchObject({ number: 12, read: 2, written: 2, refused: [], dataDate: '2026-07-01' });
    const overlayPath = file('overlay.json', overlay({ '9.000001': { hidden: true } }));
    const laid = await build([path], { overlayPath });
    expect(laid).toMatchObject({ number: 12, read: 2, written: 1, leftOut: { total: 1, byReason: { hidden: 1 } } });
    expect(laid.rowsSha256).toBe(plain.rowsSha256);
    expect(readAbout(rowsIn(laid.output)).number).toBe(12);
    const catalogue = openCatalogue(laid.output);
    expect(catalogue.summary()).toMatchObject({ number: 12, procedureCount: 1 });
    expect(catalogue.origin()).toMatchObject({ number: 12, rowsSha256: plain.rowsSha256, overlayOffice: 'Phường Thử' });
    catalogue.close();
  });

  it.each([
    ['another profile', { profile: 'ward' as const }, /--profile ward/u],
    ['levels', { levels: ['commune' as const] }, /--level/u],
    ['a date', { dataDate: '2026-08-01' }, /--data-date/u],
    ['notices', { noticesFolder: '.' }, /--notices/u],
    ['no aliases', { bundledAliases: false }, /--no-bundled-aliases/u],
  ])('is not made into one with %s', async (_what, changes, message) => {
    const expected = { code: 'source-unreadable', message: expect.stringMatching(message) };
    await expect(build([await published()], changes)).rejects.toMatchObject(expected);
  });

  it('is taken alone, and whole or not at all', async () => {
    const path = await published();
    await expect(build([path, entriesFolder])).rejects.toMatchObject({
      message: expect.stringMatching(/taken alone/u),
    });
    writeFileSync(path, readFileSync(path).subarray(0, 500));
    await expect(build([path])).rejects.toMatchObject({
      code: 'source-unreadable',
      message: expect.stringMatching(/damaged/u),
    });
  });
});

describe('a catalogue folder without its rows', () => {
  it('still opens; only no delta can start from it', async () => {
    const { output, rowsSha256: sha256 } = await build([entriesFolder]);
    rmSync(join(output, 'catalogue-rows.zst'));
    const catalogue = openCatalogue(output);
    expect(catalogue.origin()).toMatchObject({ number: 0, rowsSha256: sha256, snapshotBytes: 0 });
    catalogue.close();
  });
});
