/** `kioskctl catalogue template`, `diff` and `lint` as staff call them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot } from '../../../main/core/catalogue/rows/snapshot-file.ts';
import { build, entriesFolder, writeExport } from '../catalogue/build-fixtures.ts';
import { makeNationalRecord } from '../catalogue/make-national-record.ts';
import { writeWorkbook } from '../catalogue/make-workbook.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { temporaryFolderForSuite } from '../catalogue/temporary-folder-for-suite.ts';
import { createPublishingWorld } from '../publishing/publishing-world.ts';
import { publishRows } from '../publishing/release-rows.ts';
import { run } from './run-in-process.ts';

describe('kioskctl catalogue template', () => {
  it('writes a workbook that is filled in, built and shown', async () => {
    const out = join(temporaryFolder(), 'mau.xlsx');
    expect(await run(['catalogue', 'template', '--out', out])).toEqual({ exitCode: 0, output: `${out}\n`, errors: '' });
    const sheets = await readXlsxFile(out);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Thủ tục', 'Giấy tờ', 'Phí, lệ phí', 'Hướng dẫn']);
    const filled = sheets.map(({ sheet, data }): [string, (string | number | null)[][]] => {
      const [headings = [], example = []] = data.map((row) =>
        row.map((cell) => (typeof cell === 'object' ? null : String(cell))),
      );
      const own = example.map((cell, place) =>
        headings[place]?.startsWith('Mã thủ tục') === true ? '9.000777' : cell,
      );
      return [sheet, sheet === 'Hướng dẫn' ? [[null]] : [headings, own]];
    });
    const path = await writeWorkbook(Object.fromEntries(filled));
    const folder = join(temporaryFolder(), 'catalogue');
    const built = await run(['catalogue', 'build', path, '--out', folder, '--data-date', '2026-07-01']);
    expect(built).toMatchObject({ exitCode: 0, errors: '' });
    const shown = await run(['show', '9.000777', '--catalogue', folder]);
    expect(shown.output).toContain('Xác nhận thông tin (ví dụ)');
    expect(shown.output).toContain('8.000 đ');
  });

  it('overwrites nothing unasked and writes no other kind of file', async () => {
    const out = join(temporaryFolder(), 'mau.xlsx');
    writeFileSync(out, 'x');
    const refused = await run(['catalogue', 'template', '--out', out]);
    expect(refused).toMatchObject({ exitCode: 1, output: '' });
    expect(refused.errors).toContain('pass --force');
    expect((await run(['catalogue', 'template', '--out', out, '--force'])).exitCode).toBe(0);
    expect((await run(['catalogue', 'template', '--out', `${out}.csv`])).errors).toContain('must end in .xlsx');
  });
});

function exportOf(amount: number): string {
  const methods = `* Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 3 WORKING_DAY\n    Phí, lệ phí: ${amount} VNĐ ()`;
  return JSON.stringify(makeNationalRecord('9.000003', { 'Cách thức thực hiện': methods }));
}

const rowsAt = (folder: string) =>
  readSnapshot(readFileSync(join(folder, 'catalogue-rows.zst')), { maximumUnpackedBytes: 1e7 });

describe('kioskctl catalogue diff', () => {
  const suite = temporaryFolderForSuite();
  const [former, later] = [() => join(suite(), 'former'), () => join(suite(), 'later')];
  const search = { readWords: () => null, buildIndex: () => new Uint8Array([1]) };

  beforeAll(async () => {
    for (const [folder, amount] of [
      [former(), 8000],
      [later(), 9000],
    ] as const) {
      const path = join(suite(), `export-${amount}-2026-07.jsonl`);
      writeFileSync(path, exportOf(amount));
      await build([path], { outputFolder: folder, search });
    }
  });

  it('tells what changed as text, as JSON and as a page; --exit-code tells it as git does', async () => {
    const text = await run(['catalogue', 'diff', former(), later()]);
    expect(text).toMatchObject({ exitCode: 0, errors: '' });
    expect(text.output).toContain('~ Trực tiếp: 8.000 đ → 9.000 đ');
    const json = await run([
      'catalogue',
      'diff',
      former(),
      join(later(), 'catalogue-rows.zst'),
      '--json',
      '--exit-code',
    ]);
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.output)).toMatchObject({
      changed: [{ code: '9.000003', parts: [{ part: 'fees' }] }],
      unchanged: 0,
    });
    const page = join(suite(), 'changes.html');
    expect(await run(['catalogue', 'diff', former(), later(), '--html', page])).toMatchObject({
      exitCode: 0,
      output: `${page}\n`,
    });
    expect(readFileSync(page, 'utf8')).toContain('<del>8.000 đ</del>');
    expect(await run(['catalogue', 'diff', former(), former(), '--exit-code'])).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('No difference.'),
    });
  });

  it('takes releases of a repository, the newest or one by its number', async () => {
    const world = await createPublishingWorld();
    await publishRows(world, rowsAt(former()));
    await publishRows(world, rowsAt(later()));
    const diff = await run(['catalogue', 'diff', `${world.repository}@1`, world.repository]);
    expect(diff).toMatchObject({ exitCode: 0, errors: '' });
    expect(diff.output).toContain('From  release 1');
    expect(diff.output).toContain('To    release 2');
    expect(diff.output).toContain('8.000 đ → 9.000 đ');
    const missing = await run(['catalogue', 'diff', `${world.repository}@7`, world.repository]);
    expect(missing.errors).toContain('does not hold release 7; it holds 2, 1');
    expect((await run(['catalogue', 'lint', world.repository])).exitCode).toBe(0);
  });

  it.each([
    [() => '/nowhere', 'There is nothing at /nowhere'],
    [() => entriesFolder, 'holds no catalogue-rows.zst'],
    [() => join(former(), 'catalogue.db'), 'is no snapshot of a catalogue'],
    [() => `${former()}@3`, 'holds no release repository'],
  ])('says what to name where there are no rows', async (place, words) => {
    const failed = await run(['catalogue', 'diff', place(), later()]);
    expect(failed).toMatchObject({ exitCode: 1, output: '' });
    expect(failed.errors).toContain(words);
  });
});

describe('kioskctl catalogue lint', () => {
  it('fails for errors, for warnings only with --strict, and lists all as JSON', async () => {
    const good = writeExport([makeNationalRecord('9.000003', { 'Cơ quan thực hiện': '' })]);
    const text = await run(['catalogue', 'lint', good]);
    expect(text.exitCode).toBe(0);
    expect(text.output).toContain('1 procedures: 0 errors, 1 warnings');
    expect(text.output).toContain('WARNING missing-agency (1)');
    expect((await run(['catalogue', 'lint', good, '--strict'])).exitCode).toBe(1);
    const json = await run(['catalogue', 'lint', good, '--json']);
    expect(JSON.parse(json.output)).toMatchObject({ counts: { error: 0, warning: 1 } });
  });

  it('counts what the portal marked itself as no error, and a mistake of an office as one', async () => {
    const marked = writeExport([makeNationalRecord('9.000003'), makeNationalRecord('9.000004-Xoa')]);
    expect((await run(['catalogue', 'lint', marked])).exitCode).toBe(0);
    const wrong = await writeWorkbook({
      'Phí, lệ phí': [
        ['Mã thủ tục', 'Mức phí'],
        ['9.000003', 8],
      ],
    });
    const failed = await run(['catalogue', 'lint', marked, '--from-office', wrong]);
    expect(failed.exitCode).toBe(1);
    expect(failed.output).toContain('ERROR record-refused (1)');
    expect(failed.output.replace(/\s+/gu, ' ')).toContain('sheet "Phí, lệ phí", row 2, column B "Mức phí" says 8');
  });
});
