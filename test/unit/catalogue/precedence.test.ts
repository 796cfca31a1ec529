/** National, then provincial, then the office's: field by field the later one counts, and a new national export loses nothing of the office. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Procedure } from '../../../main/contract/procedure.ts';
import type { BuildOptions } from '../../../main/core/catalogue/build/build-options.ts';
import type { BuildReport } from '../../../main/core/catalogue/build/build-report.ts';
import { handWrittenEntrySchema } from '../../../main/core/catalogue/hand-written-entry.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { findNationalRecord } from '../../../main/core/catalogue/sources/find-national-record.ts';
import { run } from '../cli/run-in-process.ts';
import { build, entriesFolder, writeExport } from './build-fixtures.ts';
import { makeNationalRecord } from './make-national-record.ts';
import { writeWorkbook } from './make-workbook.ts';
import { temporaryFolder } from './temporary-folder.ts';

const code = '9.000001';
const entry = handWrittenEntrySchema.parse(JSON.parse(readFileSync(join(entriesFolder, `${code}.json`), 'utf8')));

/** A folder with one entry, changed. */
function writeEntry(changes: Partial<typeof entry>, extension: 'json' | 'yaml' = 'json'): string {
  const folder = join(temporaryFolder(), 'entries');
  mkdirSync(folder);
  const value = { ...entry, ...changes };
  writeFileSync(join(folder, `${code}.${extension}`), extension === 'json' ? JSON.stringify(value) : stringify(value));
  return folder;
}

async function built(
  sources: readonly string[],
  changes: Partial<BuildOptions>,
): Promise<{ report: BuildReport; procedure: Procedure }> {
  const report = await build(sources, changes);
  expect(report.read).toBe(report.written + report.merged + report.leftOut.total + report.refused.length);
  const catalogue = openCatalogue(report.output);
  const procedure = catalogue.procedure(code);
  catalogue.close();
  if (procedure === null) throw new Error('the procedure is not in the catalogue');
  return { report, procedure };
}

const feeTable = (amount: number, words: string | null = null) =>
  writeWorkbook({
    'Thủ tục': [
      ['Mã thủ tục', 'Tên gọi khác', words === null ? 'STT' : 'Kết quả'],
      [code, `tên của ${amount}`, words],
    ],
    'Phí, lệ phí': [
      ['Mã thủ tục', 'Hình thức nộp', 'Mức phí (đồng)'],
      [code, 'Trực tiếp', amount],
    ],
  });

describe('sources of several owners', () => {
  it('are laid one over the other field by field, whatever is named first; what a later one does not say stays', async () => {
    const national = writeExport([makeNationalRecord(code)]);
    const { report, procedure } = await built([national], {
      officeSources: [await feeTable(3000)],
      provinceSources: [await feeTable(9000, 'Giấy của tỉnh')],
    });
    expect(report).toMatchObject({ read: 3, written: 1, merged: 2, refused: [] });
    expect(procedure).toMatchObject({
      name: `Thủ tục mẫu số ${code}`,
      results: ['Giấy của tỉnh'],
      hasOfficialText: true,
      submissionMethods: [
        { channel: 'direct', processingTime: { amount: 3 }, fees: [{ amountVnd: 3000, origin: 'office' }] },
      ],
    });
    expect(procedure.aliases).toEqual(['tên của 3000', 'tên của 9000']);
  });

  it('of one owner do not contend: the second of one code is refused', async () => {
    const { report, procedure } = await built([writeExport([makeNationalRecord(code)])], {
      officeSources: [await feeTable(3000), await feeTable(4000)],
    });
    expect(report.refused).toMatchObject([
      { code, reason: 'duplicate-code', detail: expect.stringContaining('phuong.xlsx, row 2') },
    ]);
    expect(procedure.submissionMethods[0]?.fees).toMatchObject([{ amountVnd: 3000 }]);
  });

  it("an office's entry, in YAML too, takes the place of the nation's where it says something", async () => {
    const later = { summary: 'Của phường', conditions: null, aliases: ['khai sinh phường'], commonMistakes: [] };
    const { report, procedure } = await built(
      [writeEntry({ conditions: 'Điều kiện chung', commonMistakes: ['Quên giấy'] })],
      {
        officeSources: [writeEntry(later, 'yaml')],
      },
    );
    expect(report).toMatchObject({ read: 2, written: 1, merged: 1, refused: [] });
    expect(procedure).toMatchObject({
      summary: 'Của phường',
      conditions: 'Điều kiện chung',
      commonMistakes: ['Quên giấy'],
      aliases: ['khai sinh phường', 'làm giấy khai sinh thử'],
    });
  });

  it('tells an entry whose YAML is wrong, and one whose code lost its quotes', async () => {
    const folder = join(temporaryFolder(), 'entries');
    mkdirSync(folder);
    copyFileSync(join(entriesFolder, `${code}.json`), join(folder, `${code}.json`));
    writeFileSync(join(folder, '9.000003.yaml'), 'code: [');
    writeFileSync(join(folder, '9.000004.yaml'), stringify(entry).replace(/code: .*/u, 'code: 9.000004'));
    writeFileSync(
      join(folder, '9.000005.yml'),
      `a: &a [x, x]\nb: &b [${'*a, '.repeat(60)}]\nc: [${'*b, '.repeat(60)}]`,
    );
    const { refused } = await build([folder]);
    expect(refused.map(({ source, reason }) => [source, reason])).toEqual([
      ['9.000003.yaml', 'invalid-yaml'],
      ['9.000004.yaml', 'invalid-entry'],
      ['9.000005.yml', 'invalid-yaml'],
    ]);
    expect(refused[1]?.detail).toContain('Put the code in quotes');
  });

  it('refuses an export under the name of a province, for it is not hers', async () => {
    const national = writeExport([makeNationalRecord(code)]);
    await expect(build([entriesFolder], { provinceSources: [national] })).rejects.toThrow('without --from-province');
  });
});

describe('a new national export', () => {
  const sheet = {
    office: 'Phường thử',
    province: null,
    updatedDate: '2026-07-01',
    procedures: { [code]: { counter: 'Quầy số 1', aliases: ['tên trong phường'], pinned: true } },
  };
  const renewed = makeNationalRecord(code, { 'Kết quả thực hiện': 'Giấy khai sinh điện tử' });

  async function world() {
    const overlayPath = join(temporaryFolder(), 'phuong.json');
    writeFileSync(overlayPath, JSON.stringify(sheet));
    const former = writeExport([makeNationalRecord(code)]);
    const found = await findNationalRecord(former, code);
    const factsSha256 = found?.factsSha256 ?? null;
    const entries = writeEntry({ source: { ...entry.source, factsSha256 } });
    return { overlayPath, former, later: writeExport([renewed]), entries, office: await feeTable(3000) };
  }

  it("keeps the office's overlay, aliases, counters and tables, and hides what was written against the former facts", async () => {
    const { overlayPath, former, later, entries, office } = await world();
    const before = await built([former, entries], { overlayPath, officeSources: [office] });
    const after = await built([later, entries], { overlayPath, officeSources: [office] });
    expect(before.procedure).toMatchObject({ summary: entry.summary, handWritten: { stale: false } });
    expect(after.procedure).toMatchObject({
      summary: null,
      commonMistakes: [],
      handWritten: { stale: true },
      results: ['Giấy khai sinh điện tử'],
      shortTitle: entry.shortTitle,
    });
    for (const { procedure } of [before, after]) {
      expect(procedure.office).toEqual({ counter: 'Quầy số 1', note: null });
      expect(procedure.aliases).toEqual(
        expect.arrayContaining(['tên trong phường', 'tên của 3000', 'làm giấy khai sinh thử']),
      );
      expect(procedure.submissionMethods[0]?.fees).toMatchObject([{ amountVnd: 3000, origin: 'office' }]);
    }
  });

  it('makes lint fail until the entry was reviewed, for the sources and for the catalogue', async () => {
    const { former, later, entries } = await world();
    expect(await run(['catalogue', 'lint', former, entries])).toMatchObject({ exitCode: 0 });
    const stale = await run(['catalogue', 'lint', later, entries]);
    expect(stale.exitCode).toBe(1);
    expect(stale.output).toContain('ERROR entry-stale (1)');
    const { output } = (await built([later, entries], {})).report;
    expect((await run(['catalogue', 'lint', output])).exitCode).toBe(1);
    const reviewed = writeEntry({
      source: { ...entry.source, factsSha256: (await findNationalRecord(later, code))?.factsSha256 ?? null },
    });
    expect((await run(['catalogue', 'lint', later, reviewed])).exitCode).toBe(0);
  });
});
