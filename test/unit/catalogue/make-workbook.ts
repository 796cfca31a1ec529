/** Workbooks as offices make them, and as nobody should. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { zipStored } from '../../../main/core/catalogue/sources/tables/zip-entries.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Cell = string | number | boolean | Date | null;

/** Sheets by name, each with its rows; the path of the file. */
export async function writeWorkbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  name = 'phuong.xlsx',
): Promise<string> {
  const path = join(temporaryFolder(), name);
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((cell) => (cell instanceof Date ? { value: cell, type: Date, format: 'dd/mm/yyyy' } : cell)),
    ),
  }));
  writeFileSync(path, await writeExcelFile(data).toBuffer());
  return path;
}

const parts = (sheet: string): [string, string][] => [
  [
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ],
  [
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ],
  [
    'xl/workbook.xml',
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Thủ tục" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ],
  ['xl/worksheets/sheet1.xml', sheet],
];

/** A workbook of one sheet "Thủ tục" whose XML is given word by word. */
export function writeRawWorkbook(sheet: string): string {
  const path = join(temporaryFolder(), 'la.xlsx');
  writeFileSync(path, zipStored(new Map(parts(sheet).map(([name, text]) => [name, Buffer.from(text)]))));
  return path;
}

/** Rows as `<c>` elements word by word, with row numbers. */
export function sheetXml(rows: Readonly<Record<number, string>>, before = ''): string {
  const lines = Object.entries(rows).map(([row, cells]) => `<row r="${row}">${cells}</row>`);
  return `${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** A cell that holds a text. */
export function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
