/** A build accounts for every record, is the same each time, and leaves a good catalogue alone when it fails. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildReport } from '../../../main/core/catalogue/build/build-report.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { build, entriesFolder, projectFolder, writeExport } from './build-fixtures.ts';
import { makeNationalRecord } from './make-national-record.ts';
import { temporaryFolder } from './temporary-folder.ts';

function expectAccounted(report: BuildReport): void {
  expect(report.read).toBe(report.written + report.merged + report.leftOut.total + report.refused.length);
}

function codesOf(folder: string): string[] {
  const catalogue = openCatalogue(folder);
  const { rows } = catalogue.rows({ kind: 'all' }, { offset: 0, limit: 200 });
  catalogue.close();
  return rows.map(({ code }) => code).sort();
}

describe('buildCatalogue', () => {
  it('builds from hand-written entries alone', async () => {
    const report = await build([entriesFolder]);
    expectAccounted(report);
    expect(report).toMatchObject({ read: 2, written: 2, refused: [], dataDate: '2026-07-01', profile: 'all' });
    expect(report.counts).toMatchObject({ documentLines: 6, titledGroups: 2, submissionMethods: 2, feeTexts: 2 });
    expect(readdirSync(report.output).sort()).toEqual(['catalogue-rows.zst', 'catalogue.db', 'search-index.bin']);
    expect(codesOf(report.output)).toEqual(['9.000001', '9.000002']);
  });

  it('merges an entry with its national record, in whatever order the sources are named', async () => {
    const national = writeExport([makeNationalRecord('9.000001'), makeNationalRecord('9.000003')], { packed: true });
    const reports = [await build([national, entriesFolder]), await build([entriesFolder, national])];
    for (const report of reports) {
      expectAccounted(report);
      expect(report).toMatchObject({ read: 4, written: 3, merged: 1, dataDate: '2026-07-01' });
      expect(report.warnings).toHaveProperty(['entry-unverified', 'count'], 1);
      expect(report.counts).toMatchObject({ documentLines: 5, submissionMethods: 3 });
    }
    const catalogue = openCatalogue(reports[0]?.output ?? '');
    expect(catalogue.procedure('9.000001')).toMatchObject({ hasOfficialText: true, handWritten: { stale: false } });
    expect(catalogue.official('9.000001')?.sections.length).toBeGreaterThan(5);
    catalogue.close();
  });

  it('tells every record it refuses, with its line, and loses no other', async () => {
    const report = await build([
      writeExport([
        makeNationalRecord('9.000001'),
        '{"Mã thủ tục": "9.0000',
        makeNationalRecord('9.000002', { 'Mã thủ tục': '' }),
        makeNationalRecord('9.000003', { 'Tên thủ tục': undefined }),
        makeNationalRecord('9.000001'),
        makeNationalRecord('9.000004', { 'Trình tự thực hiện': 'x'.repeat(1_100_000) }),
        '["not", "an", "object"]',
        '',
        makeNationalRecord('9.000005'),
      ]),
    ]);
    expectAccounted(report);
    expect(report).toMatchObject({ read: 8, written: 2 });
    expect(report.refused.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [2, null, 'invalid-json'],
      [3, null, 'missing-code'],
      [4, '9.000003', 'missing-name'],
      [5, '9.000001', 'duplicate-code'],
      [6, '9.000004', 'field-too-long'],
      [7, null, 'not-an-object'],
    ]);
    expect(report.refused[3]?.detail).toContain('export-2026-07.jsonl, line 1');
  });

  it('keeps HTML as text and drops control characters and right-to-left marks', async () => {
    const name = 'Thủ tục \u202Emẫu\u0007 <script>alert(1)</script>';
    const { output } = await build([writeExport([makeNationalRecord('9.000001', { 'Tên thủ tục': name })])]);
    const catalogue = openCatalogue(output);
    expect(catalogue.procedure('9.000001')?.name).toBe('Thủ tục mẫu <script>alert(1)</script>');
    catalogue.close();
  });

  it('tells what a wrong entry gets wrong, by file and key', async () => {
    const folder = temporaryFolder();
    const entry = readFileSync(join(entriesFolder, '9.000001.json'), 'utf8');
    writeFileSync(join(folder, '9.000001.json'), entry);
    writeFileSync(join(folder, '9.000002.json'), entry);
    writeFileSync(join(folder, '9.000003.json'), entry.replace('"shortTitle"', '"shortTittle"'));
    writeFileSync(join(folder, '9.000004.json'), '{');
    const report = await build([folder]);
    expectAccounted(report);
    expect(report.written).toBe(1);
    expect(report.refused.map(({ source, reason }) => [source, reason])).toEqual([
      ['9.000002.json', 'wrong-file-name'],
      ['9.000003.json', 'invalid-entry'],
      ['9.000004.json', 'invalid-json'],
    ]);
    expect(report.refused[1]?.detail).toContain('shortTitle');
  });

  it('leaves out what the level, the profile and the overlay exclude', async () => {
    const overlayPath = join(temporaryFolder(), 'overlay.json');
    const overlay = {
      office: 'Phường Thử',
      province: null,
      updatedDate: '2026-07-01',
      procedures: { '9.000003': { hidden: true } },
    };
    writeFileSync(overlayPath, JSON.stringify(overlay));
    const source = writeExport([
      makeNationalRecord('9.000001'),
      makeNationalRecord('9.000002', { 'Cấp thực hiện': 'Cấp Tỉnh' }),
      makeNationalRecord('9.000003'),
    ]);
    const byLevel = await build([source], { levels: ['province'] });
    expect(byLevel).toMatchObject({ written: 1, leftOut: { total: 2, byReason: { level: 2 } } });
    const byProfile = await build([source], { profile: 'xa', overlayPath });
    expect(byProfile).toMatchObject({ written: 1, leftOut: { total: 2, byReason: { profile: 1, hidden: 1 } } });
    expectAccounted(byProfile);
    expect(codesOf(byProfile.output)).toEqual(['9.000001']);
  });

  it("puts the own province's rule in the place of the national one", async () => {
    const overlayPath = join(temporaryFolder(), 'overlay.json');
    writeFileSync(
      overlayPath,
      JSON.stringify({ office: 'Phường Thử', province: 'Lào Cai', updatedDate: '2026-07-01', procedures: {} }),
    );
    const name = { 'Tên thủ tục': 'Thủ tục mẫu đăng ký khai sinh' };
    const source = writeExport([
      makeNationalRecord('9.000001', name),
      makeNationalRecord('9.000002', {
        ...name,
        'Số quyết định': '12/QĐ-UBND',
        'Cơ quan thực hiện': 'Ủy ban nhân dân tỉnh Lào Cai',
      }),
    ]);
    const report = await build([source], { profile: 'ward', overlayPath });
    expectAccounted(report);
    expect(report.leftOut.byReason.replaced).toBe(1);
    expect(codesOf(report.output)).toEqual(['9.000002']);
    const bytes = readFileSync(join(report.output, 'catalogue.db'), 'latin1');
    expect(bytes).toContain('9.000002');
    expect(bytes).not.toContain('9.000001');
  });

  it('gives the same bytes from the same sources, and another version from others', async () => {
    const source = writeExport([makeNationalRecord('9.000001'), makeNationalRecord('9.000002')]);
    const [first, second] = [await build([source]), await build([source])];
    for (const name of ['catalogue.db', 'search-index.bin', 'catalogue-rows.zst']) {
      expect(readFileSync(join(first.output, name)).equals(readFileSync(join(second.output, name)))).toBe(true);
    }
    const other = await build([source], { dataDate: '2026-08-01' });
    expect(other.version).not.toBe(first.version);
  });

  it('carries the holidays of each year, as other data another version', async () => {
    const source = writeExport([makeNationalRecord('9.000001')]);
    const dataFolder = join(temporaryFolder(), 'data');
    cpSync(join(projectFolder, 'data'), dataFolder, { recursive: true });
    const first = await build([source], { dataFolder });
    const path = join(dataFolder, 'holidays', '2028.json');
    const decree = { year: 2028, tet: null, nationalDay: null, swaps: [], otherDaysOff: [], toCheck: [] };
    writeFileSync(path, JSON.stringify(decree));
    const second = await build([source], { dataFolder });
    expect(second.version).not.toBe(first.version);
    const catalogue = openCatalogue(second.output);
    expect(catalogue.holidays().map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028]);
    expect(catalogue.holidays().at(-1)).toEqual(decree);
    catalogue.close();

    rmSync(join(dataFolder, 'holidays'), { recursive: true });
    const without = openCatalogue((await build([source], { dataFolder })).output);
    expect(without.holidays()).toEqual([]);
    without.close();
  });

  it.each([
    ['no JSON', '{', /2028\.json are not JSON/],
    [
      'of another year',
      JSON.stringify({ year: 2029, tet: null, nationalDay: null, swaps: [], otherDaysOff: [], toCheck: [] }),
      /must agree/,
    ],
    ['without a key', JSON.stringify({ year: 2028 }), /swaps/],
  ])('stops at holidays that are %s', async (_what, text, message) => {
    const dataFolder = join(temporaryFolder(), 'data');
    cpSync(join(projectFolder, 'data'), dataFolder, { recursive: true });
    writeFileSync(join(dataFolder, 'holidays', '2028.json'), text);
    const source = writeExport([makeNationalRecord('9.000001')]);
    await expect(build([source], { dataFolder })).rejects.toMatchObject({
      code: 'source-unreadable',
      message: expect.stringMatching(message),
    });
  });

  it('hands the procedures to the search index in reading order', async () => {
    const { output } = await build([entriesFolder]);
    expect(readFileSync(join(output, 'search-index.bin'), 'utf8')).toBe('["9.000001","9.000002"]');
  });
});

const good = () => writeExport([makeNationalRecord('9.000001')]);

async function expectUnchanged(outputFolder: string, attempt: Promise<unknown>, error: object): Promise<void> {
  const before = readFileSync(join(outputFolder, 'catalogue.db'));
  await expect(attempt).rejects.toMatchObject(error);
  expect(readFileSync(join(outputFolder, 'catalogue.db')).equals(before)).toBe(true);
  expect(readdirSync(join(outputFolder, '..'))).toEqual(['catalogue']);
}

function failToIndex(): never {
  throw new RangeError('too much');
}

describe('a build that cannot be done', () => {
  it('for an archive that is cut short says so and keeps the old catalogue; --allow-incomplete takes what there is', async () => {
    const outputFolder = (await build([good()])).output;
    const records = Array.from({ length: 300 }, (_none, index) => makeNationalRecord(`9.${100_000 + index}`));
    const source = writeExport(records, { packed: true });
    truncateSync(source, readFileSync(source).length - 12);
    const expected = {
      code: 'source-unreadable',
      message: expect.stringMatching(/breaks off at line \d+.*cut short.*--allow-incomplete/),
    };
    await expectUnchanged(outputFolder, build([source], { outputFolder }), expected);
    const report = await build([source], { outputFolder, allowIncomplete: true });
    expectAccounted(report);
    expect(report.written).toBeGreaterThan(0);
    expect(report.sources[0]?.brokeOffAtLine).toBe(report.read + 1);
  });

  it('because nothing is left to write names the first refusal', async () => {
    const outputFolder = (await build([good()])).output;
    await expectUnchanged(outputFolder, build([writeExport(['{"a":1}'])], { outputFolder }), {
      code: 'source-unreadable',
      message: expect.stringMatching(/1 read, 1 refused.*line 1/),
    });
  });

  it('because it is interrupted leaves no trace', async () => {
    const outputFolder = (await build([good()])).output;
    await expectUnchanged(outputFolder, build([good()], { outputFolder, signal: AbortSignal.abort() }), {
      code: 'output-failed',
      message: expect.stringContaining('interrupted'),
    });
  });

  it('because the index builder fails leaves no trace', async () => {
    const outputFolder = (await build([good()])).output;
    await expectUnchanged(
      outputFolder,
      build([good()], { outputFolder, search: { readWords: () => null, buildIndex: failToIndex } }),
      {
        message: 'too much',
      },
    );
  });

  it('because the export tells no date asks for one', async () => {
    const source = writeExport([makeNationalRecord('9.000001')]);
    const undated = join(temporaryFolder(), 'export.jsonl');
    writeFileSync(undated, readFileSync(source));
    const outputFolder = join(temporaryFolder(), 'catalogue');
    await expect(build([undated], { outputFolder })).rejects.toMatchObject({
      message: expect.stringContaining('--data-date'),
    });
    expect(existsSync(outputFolder)).toBe(false);
  });

  it('because the target holds other things is refused before anything is read', async () => {
    const folder = join(temporaryFolder(), 'thesis');
    mkdirSync(folder);
    writeFileSync(join(folder, 'chapter-1.odt'), 'x');
    await expect(build([good()], { outputFolder: folder })).rejects.toMatchObject({ code: 'output-refused' });
    expect(readdirSync(folder)).toEqual(['chapter-1.odt']);
  });

  it('because the overlay is wrong names its key', async () => {
    const overlayPath = join(temporaryFolder(), 'overlay.json');
    writeFileSync(overlayPath, '{"office":"x","province":null,"updatedDate":"2026-07-01","procedurs":{}}');
    await expect(build([good()], { overlayPath })).rejects.toMatchObject({
      code: 'source-unreadable',
      message: expect.stringContaining('procedures'),
    });
  });
});
