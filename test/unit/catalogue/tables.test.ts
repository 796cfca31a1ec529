/** Offices fill in tables as they like: what can be understood is, every mistake is told at its place, nothing is lost unsaid. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../../main/contract/procedure.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { plainSheet } from '../../../main/core/catalogue/sources/tables/plain-sheet.ts';
import { readTables } from '../../../main/core/catalogue/sources/tables/read-tables.ts';
import { writeTemplate } from '../../../main/core/catalogue/sources/tables/write-template.ts';
import { unzip } from '../../../main/core/catalogue/sources/tables/zip-entries.ts';
import { build } from './build-fixtures.ts';
import { sheetXml, textCell, writeRawWorkbook, writeWorkbook } from './make-workbook.ts';
import { temporaryFolder } from './temporary-folder.ts';

const workbook = (path: string) => ({ kind: 'workbook' as const, path, isFolder: false });
const csv = (path: string, isFolder = false) => ({ kind: 'csv' as const, path, isFolder });

function writeText(name: string, text: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

function procedureOf(folder: string, code: string): Procedure | null {
  const catalogue = openCatalogue(folder);
  const procedure = catalogue.procedure(code);
  catalogue.close();
  return procedure;
}

async function refusals(path: string): Promise<string[]> {
  const { records } = await readTables(workbook(path));
  return records.flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.detail] : []));
}

describe('the template', () => {
  it('builds as it is, with everything its example row says', async () => {
    const path = writeText('mau.xlsx', await writeTemplate());
    const report = await build([path]);
    expect(report).toMatchObject({ read: 1, written: 1, refused: [], dataDate: '2026-07-01' });
    expect(Object.keys(report.warnings)).not.toContain('column-unknown');
    expect(procedureOf(report.output, '9.000100')).toMatchObject({
      shortTitle: 'Xác nhận thông tin (ví dụ)',
      field: 'Chứng thực',
      level: 'commune',
      servedAt: 'here',
      onlineService: 'part',
      aliases: ['xin giấy xác nhận', 'giấy xác nhận của phường'],
      audience: ['citizen'],
      conditions: null,
      sameDayUntil: '15:00',
      citizenDeadline: { days: 60 },
      legalBases: [{ number: '118/2025/NĐ-CP', title: 'Nghị định về cơ chế một cửa, một cửa liên thông' }],
      submissionMethods: [
        {
          channel: 'direct',
          processingTime: { amount: 3, unit: 'working-day', note: null },
          fees: [{ kind: 'amount', amountVnd: 8000, legalBasis: 'NQ 00/2026/NQ-HĐND' }],
        },
        { channel: 'postal' },
        { channel: 'online', processingTime: { amount: 2, unit: 'working-day' }, fees: [] },
      ],
      documentGroups: [{ kind: 'part', title: null, documents: [{ name: 'Tờ khai theo mẫu', originals: 1 }] }],
    });
  });
});

describe('a workbook an office filled in', () => {
  it('is understood in any order and spelling, with titles above, blank rows, merged codes, texts for numbers, dates', async () => {
    const path = await writeWorkbook({
      'THU TUC': [
        ['DANH MỤC THỦ TỤC CỦA PHƯỜNG'],
        [],
        ['STT', 'TÊN THỦ TỤC ', 'ma thu tuc', 'Lĩnh vực', 'Thời hạn giải quyết', 'Ngày rà soát', 'Ghi chú riêng'],
        [1, 'Cấp bản sao giấy tờ', '9.000201', 'Chứng thực', 'Trong ngày làm việc', '5/7/2026', 'x'],
        [],
        [
          2,
          'Xác nhận cư trú',
          '9,000202',
          'Chứng thực',
          '10 ngày làm việc, trường hợp khó 15 ngày',
          new Date(Date.UTC(2026, 6, 6)),
          null,
        ],
      ],
      'Giấy tờ': [
        ['Tên giấy tờ', 'Mã TTHC', 'Số bản chính', 'Bản sao', 'Bắt buộc', 'Nhóm'],
        ['Tờ khai', '9.000201', '1', 0, 'Có', null],
        ['Hộ chiếu', null, 1, '2', 'Một trong A', null],
        ['Giấy khác', null, 1, null, 'Không', null],
        ['Giấy ủy quyền', null, 1, null, 'Khi nhờ người khác', null],
        [],
        ['Đơn', '9.000202', 1, null, null, 'Trường hợp ở trọ'],
        ['Hợp đồng thuê', null, null, 1, null, null],
        ['Đơn', null, 1, null, null, 'Trường hợp ở nhờ'],
      ],
      PHÍ: [
        ['Mã thủ tục', 'Lệ phí', 'Nội dung', 'Hình thức nộp', 'Đến ngày'],
        ['9.000201', '2.000 đồng', 'mỗi trang', null, '31/12/2027'],
        ['9.000202', null, 'Miễn phí', 'trực tuyến', null],
        [null, 12000, null, 'Trực tiếp', null],
      ],
      'Sổ tay': [['riêng của tôi', 1]],
    });
    const { records, notices } = await readTables(workbook(path));
    expect(records.map(({ code, outcome }) => [code, outcome.kind])).toEqual([
      ['9.000201', 'read'],
      ['9.000202', 'read'],
    ]);
    expect(notices.map(({ kind, detail }) => `${kind} ${detail}`).sort()).toEqual([
      'column-unknown "THU TUC": nothing is known of column G "Ghi chú riêng"; not read.',
      'sheet-unknown Nothing is known of "Sổ tay"; it was not read.',
    ]);
    const report = await build([path]);
    expect(report).toMatchObject({ written: 2, refused: [], dataDate: '2026-07-05' });
    expect(procedureOf(report.output, '9.000201')).toMatchObject({
      submissionMethods: [
        {
          channel: 'direct',
          processingTime: { amount: null, note: 'Trong ngày làm việc' },
          fees: [{ kind: 'amount', amountVnd: 2000, text: 'mỗi trang', validUntil: '2027-12-31' }],
        },
      ],
      documentGroups: [
        {
          documents: [
            { name: 'Tờ khai', need: { kind: 'always' } },
            { name: 'Hộ chiếu', copies: 2, need: { kind: 'one-of', set: 'A' } },
            { name: 'Giấy khác', need: { kind: 'if-applicable', condition: null } },
            { name: 'Giấy ủy quyền', need: { kind: 'if-applicable', condition: 'nhờ người khác' } },
          ],
        },
      ],
    });
    const second = procedureOf(report.output, '9.000202');
    expect(second?.submissionMethods).toMatchObject([
      {
        channel: 'direct',
        processingTime: { amount: 10, unit: 'working-day', note: '10 ngày làm việc, trường hợp khó 15 ngày' },
        fees: [{ kind: 'amount', amountVnd: 12000 }],
      },
      { channel: 'online', fees: [{ kind: 'free', amountVnd: null }] },
    ]);
    expect(second?.documentGroups.map(({ kind, title, documents }) => [kind, title, documents.length])).toEqual([
      ['case', 'Trường hợp ở trọ', 2],
      ['case', 'Trường hợp ở nhờ', 1],
    ]);
  });

  it('tells every mistake with sheet, row, column and what is expected, and refuses all of that procedure', async () => {
    const path = await writeWorkbook({
      'Thủ tục': [
        ['Mã thủ tục', 'Tên thủ tục', 'Lĩnh vực', 'Thời hạn trực tiếp', 'Nơi nộp', 'Tên ngắn'],
        ['9.000301', 'Một', 'Chứng thực', '3', 'trên mây', 'x'.repeat(61)],
        ['9.00030', 'Hai', 'Chứng thực', null, null, null],
        [null, 'Ba', 'Chứng thực', null, null, null],
        ['9.000304', 'Bốn', 'Chứng thực', '1 ngày', null, null],
        ['9.000304', 'Bốn nữa', 'Chứng thực', '2 ngày', null, null],
        ['9.000305', 'Năm', null, null, null, null],
      ],
      'Phí, lệ phí': [
        ['Mã thủ tục', 'Mức phí (đồng)', 'Nội dung thu'],
        ['9.000301', 8, null],
        ['9.000301', 5000, '7.000 đồng/bản'],
        ['9.000301', 0, null],
        ['9.000301', 'tám nghìn', 'x'],
        [],
        [null, 5000, 'sau dòng trống'],
      ],
    });
    const [first = '', ...others] = await refusals(path);
    for (const fault of [
      'sheet "Thủ tục", row 2, column D "Thời hạn trực tiếp" says "3"; a number with its unit is expected',
      'sheet "Thủ tục", row 2, column E "Nơi nộp" says "trên mây"; "Tại đây", "Công an"',
      'sheet "Thủ tục", row 2, column F "Tên ngắn" has 61 characters; at most 60 are expected',
      'sheet "Phí, lệ phí", row 2, column B "Mức phí (đồng)" says 8; whole đồng are expected',
      'sheet "Phí, lệ phí", row 3, column B "Mức phí (đồng)" says 5000, the words beside it say 7000',
      'sheet "Phí, lệ phí", row 4, column B "Mức phí (đồng)" is empty or 0',
      'sheet "Phí, lệ phí", row 5, column B "Mức phí (đồng)" says "tám nghìn"; whole đồng are expected',
    ]) {
      expect(first).toContain(fault);
    }
    expect(others.join('\n')).toContain('Excel took the code for a number and dropped zeros at its end');
    expect(others.join('\n')).toContain('row 4, column "Mã thủ tục" is empty');
    expect(others.join('\n')).toContain('row 6: the code stands in a row above');
    const report = await build([path], { dataDate: '2026-07-01' });
    expect(report.read).toBe(report.written + report.merged + report.leftOut.total + report.refused.length);
    expect(report.refused.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [2, '9.000301', 'invalid-row'],
      [3, null, 'invalid-row'],
      [4, null, 'missing-code'],
      [6, '9.000304', 'duplicate-code'],
      [7, null, 'missing-code'],
      [7, '9.000305', 'incomplete'],
    ]);
    expect(report.refused.at(-1)?.detail).toContain('Lĩnh vực (field)');
  });

  it('is refused whole where a table has no row of headings, with what is expected', async () => {
    const path = await writeWorkbook({ 'Thủ tục': [['9.000301', 'Một']] });
    await expect(readTables(workbook(path))).rejects.toMatchObject({
      code: 'source-unreadable',
      message: expect.stringContaining('no row of headings in "Thủ tục"; "Mã thủ tục" and at least one of Tên thủ tục'),
    });
  });
});

const oneSheet = (name: string) => name === 'xl/worksheets/sheet1.xml';

describe('a workbook that is damaged or hostile', () => {
  const headings = textCell('A1', 'Mã thủ tục') + textCell('B1', 'Tên thủ tục') + textCell('C1', 'Lĩnh vực');

  it('takes the result of a formula and tells a formula without one and a cell in error', async () => {
    const path = writeRawWorkbook(
      sheetXml({
        1: headings,
        2: `${textCell('A2', '9.000401')}<c r="B2" t="str"><f>A1&amp;"x"</f><v>Kết quả</v></c>${textCell('C2', 'Chứng thực')}`,
        3: `${textCell('A3', '9.000402')}<c r="B3"><f>HYPERLINK("http://x")</f></c><c r="C3" t="e"><f>A9</f><v>#REF!</v></c>`,
        4: `${textCell('A4', '9.000403')}${textCell('B4', '=cmd|calc!A1')}`,
      }),
    );
    const { records } = await readTables(workbook(path));
    expect(records[0]?.outcome).toMatchObject({ kind: 'read', supplement: { name: 'Kết quả' } });
    const faults = await refusals(path);
    expect(faults[0]).toContain('row 3, column B "Tên thủ tục" holds a formula without a result');
    expect(faults[0]).toContain('row 3, column C "Lĩnh vực" holds the error #REF!');
    expect(faults[1]).toContain('row 4, column B "Tên thủ tục" holds a formula');
  });

  it('costs no memory for coloured rows down to the last, and is refused for values out there', async () => {
    const styled = {
      1: headings,
      2: textCell('A2', '9.000401') + textCell('B2', 'Một'),
      1_048_576: '<c r="XFD1048576" s="3"/>',
    };
    expect(plainSheet(sheetXml(styled))).not.toContain('1048576');
    expect((await readTables(workbook(writeRawWorkbook(sheetXml(styled))))).records).toHaveLength(1);
    for (const [rows, words] of [
      [{ 1: headings, 4_000_000_000: textCell('A4000000000', 'x') }, 'at most 50000 rows'],
      [{ 1: headings + textCell('XFD1', 'x') }, 'beyond column 60'],
    ] as const) {
      await expect(readTables(workbook(writeRawWorkbook(sheetXml(rows))))).rejects.toMatchObject({
        code: 'source-unreadable',
        message: expect.stringContaining(words),
      });
    }
  });

  it('is not unpacked beyond the limit, has no entities, and says so where it is cut short or no workbook', async () => {
    const template = await writeTemplate();
    expect(() => unzip(template, () => true, { maximumEntries: 2_000, maximumUnpackedBytes: 1_000 })).toThrow(
      'far larger unpacked',
    );
    // One file alone is not unpacked beyond it either.
    expect(() => unzip(template, oneSheet, { maximumEntries: 2_000, maximumUnpackedBytes: 1_000 })).toThrow(
      'far larger unpacked',
    );
    expect(() => unzip(template, () => true, { maximumEntries: 3, maximumUnpackedBytes: 1e8 })).toThrow(
      'more than 3 files',
    );
    const entities = writeRawWorkbook(sheetXml({ 1: headings }, '<!DOCTYPE a [<!ENTITY b "c">]>'));
    const cut = writeText('cut.xlsx', template.subarray(0, template.length - 200));
    for (const [path, words] of [
      [entities, 'defines entities'],
      [cut, 'cannot be read'],
    ] as const) {
      await expect(readTables(workbook(path))).rejects.toMatchObject({ message: expect.stringContaining(words) });
    }
    const old = writeText('old.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await expect(build([old])).rejects.toMatchObject({
      message: expect.stringContaining('save it as "Excel Workbook'),
    });
  });
});

describe('CSV', () => {
  const rows = ['Mã thủ tục;Tên thủ tục;Lĩnh vực;Thời hạn trực tiếp', '9.000501;"Một; hai";Chứng thực;3 ngày'];

  it('is read with comma or semicolon, with a byte order mark or without, as one file or as a folder of three', async () => {
    for (const text of [rows.join('\r\n'), `\uFEFF${rows.join('\n')}`, rows.join('\n').replace(/;(?! )/gu, ',')]) {
      const { records } = await readTables(csv(writeText('bang.csv', text)));
      expect(records[0]?.outcome).toMatchObject({ kind: 'read', supplement: { name: 'Một; hai' } });
    }
    const folder = join(temporaryFolder(), 'csv');
    mkdirSync(folder);
    writeFileSync(join(folder, 'thu-tuc.csv'), rows.join('\n'));
    writeFileSync(join(folder, 'giay-to.csv'), 'Mã thủ tục,Tên giấy tờ\n9.000501,Tờ khai\n,Hộ chiếu\n');
    writeFileSync(join(folder, 'phi.csv'), 'Mã thủ tục,Mức phí (đồng)\n9.000501,"8.000"\n');
    const report = await build([folder], { dataDate: '2026-07-01' });
    expect(report).toMatchObject({ written: 1, refused: [] });
    const procedure = procedureOf(report.output, '9.000501');
    expect(procedure?.documentGroups[0]?.documents).toHaveLength(2);
    expect(procedure?.submissionMethods[0]?.fees).toMatchObject([{ amountVnd: 8000 }]);
  });

  it('of another encoding is told what to do', async () => {
    const windows1258 = Buffer.from('Mã thù tuc;Tên thù tuc\n9.000501;Môt\n', 'latin1');
    for (const [bytes, words] of [
      [Buffer.from(`\uFEFF${rows.join('\n')}`, 'utf16le'), 'UTF-16'],
      [windows1258, 'Windows-1258'],
    ] as const) {
      const failed = build([writeText('bang.csv', bytes)]);
      await expect(failed).rejects.toMatchObject({
        code: 'source-unreadable',
        message: expect.stringContaining(words),
      });
      await expect(failed).rejects.toMatchObject({ message: expect.stringContaining('CSV UTF-8') });
    }
  });
});
