/** Makes the workbook an office fills in: three tables with headings and one example row each, and a sheet of advice. */
import writeExcelFile from 'write-excel-file/node';
import { adviceSheet, type TableColumn, tableForms, tableKinds } from './table-columns.ts';

const headingStyle = {
  fontWeight: 'bold',
  backgroundColor: '#A4161A',
  textColor: '#FFFFFF',
  wrap: true,
  alignVertical: 'center',
  height: 32,
} as const;
const exampleStyle = { wrap: true, alignVertical: 'top', backgroundColor: '#FFF8E1' } as const;

/** The bytes of an .xlsx file; a catalogue builds from it as it is. */
export function writeTemplate(): Promise<Buffer> {
  const tables = tableKinds.map((kind) => {
    const { sheet, columns } = tableForms[kind];
    const all = Object.values(columns);
    return {
      sheet,
      data: [all.map(headingCell), all.map(exampleCell)],
      columns: all.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    };
  });
  return writeExcelFile([...tables, advice()]).toBuffer();
}

function headingCell({ heading, required }: TableColumn) {
  return { ...headingStyle, type: String, value: required === true ? `${heading} *` : heading };
}

/** Text cells have the format "Text", so that Excel takes no code for a number and no number for a date. */
function exampleCell({ example }: TableColumn) {
  if (example instanceof Date) return { ...exampleStyle, type: Date, value: example, format: 'dd/mm/yyyy' };
  if (typeof example === 'number') return { ...exampleStyle, type: Number, value: example, format: '#,##0' };
  return { ...exampleStyle, type: String, value: example, format: '@' };
}

const rules = [
  'Mỗi thủ tục là một dòng ở trang "Thủ tục"; giấy tờ và mức phí của nó ở hai trang kia, nối bằng mã thủ tục.',
  'Ô để trống là không nói gì: nội dung của nguồn trước (quốc gia, tỉnh) được giữ. Ô có chữ thì thay nội dung đó.',
  'Có giấy tờ của một thủ tục thì thay toàn bộ danh sách giấy tờ của thủ tục đó; mức phí cũng vậy theo từng hình thức nộp.',
  'Thứ tự cột, chữ hoa, chữ thường và dấu trong tiêu đề không quan trọng; cột không dùng có thể xóa.',
  'Mã thủ tục phải là chữ (Text), nếu không Excel bỏ số 0 ở cuối: 1.000890 thành 1.00089.',
  'Ghi giá trị, không để công thức chưa tính. Dòng trống được bỏ qua.',
  'Dòng màu vàng là ví dụ: xóa trước khi dùng thật.',
  'Một dòng sai thì cả thủ tục đó của tệp này không được nhận; báo cáo chỉ rõ trang, dòng, cột và cần ghi gì.',
];

const title = (value: string) => ({ type: String, value, fontWeight: 'bold' as const });
const text = (value: string) => ({ type: String, value, wrap: true, alignVertical: 'top' as const });

function advice() {
  const columns = tableKinds.flatMap((kind) => {
    const { sheet, columns: all } = tableForms[kind];
    return Object.values(all).map(({ heading, required, note }) => [
      text(sheet),
      text(required === true ? `${heading} (bắt buộc)` : heading),
      text(note),
    ]);
  });
  return {
    sheet: adviceSheet,
    data: [
      [title('Cách điền')],
      ...rules.map((rule, index) => [text(`${index + 1}.`), { ...text(rule), columnSpan: 2 }, null]),
      [null],
      [title('Trang'), title('Cột'), title('Ghi gì')],
      ...columns,
    ],
    columns: [{ width: 16 }, { width: 34 }, { width: 90 }],
  };
}
