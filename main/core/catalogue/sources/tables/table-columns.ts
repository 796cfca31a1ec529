/** The three tables an office fills in: their columns, what each is for, and one example, from which the template is made too. */
import { foldHeading } from './fold-heading.ts';

export interface TableColumn {
  /** As the template writes it; the first of the names it is known by. */
  readonly heading: string;
  /** Other names, in any spelling. */
  readonly otherNames: readonly string[];
  /** For the template: what is to be written, in Vietnamese. */
  readonly note: string;
  /** One cell of the example row. */
  readonly example: string | number | Date;
  readonly required?: true;
  /** In characters. */
  readonly width: number;
}

function column(
  heading: string,
  width: number,
  facts: { readonly note: string; readonly example: string | number | Date; readonly names?: readonly string[] },
): TableColumn {
  return { heading, width, note: facts.note, example: facts.example, otherNames: facts.names ?? [] };
}

const codeColumn: TableColumn = {
  heading: 'Mã thủ tục',
  otherNames: ['Mã TTHC', 'Mã số', 'Mã số TTHC', 'Mã thủ tục hành chính', 'Mã'],
  note: 'Mã của Cổng dịch vụ công quốc gia, ví dụ 1.001193. Định dạng ô là Text để không mất số 0 ở cuối.',
  example: '9.000100',
  required: true,
  width: 14,
};

export const procedureColumns = {
  code: codeColumn,
  name: column('Tên thủ tục', 36, {
    note: 'Tên đầy đủ theo quyết định công bố. Bắt buộc nếu thủ tục chưa có trong dữ liệu quốc gia.',
    example: 'Thủ tục mẫu: xác nhận thông tin để làm ví dụ',
    names: ['Tên TTHC', 'Tên thủ tục hành chính'],
  }),
  shortTitle: column('Tên ngắn', 24, {
    note: 'Tên trên màn hình, nhiều nhất 60 ký tự.',
    example: 'Xác nhận thông tin (ví dụ)',
    names: ['Tên rút gọn', 'Tên hiển thị'],
  }),
  summary: column('Tóm tắt', 36, {
    note: 'Một, hai câu cho người dân: việc gì, cho ai.',
    example: 'Dòng ví dụ: xin xóa trước khi dùng thật.',
    names: ['Mô tả ngắn', 'Mô tả'],
  }),
  aliases: column('Tên gọi khác', 24, {
    note: 'Người dân gọi là gì; cách nhau bằng dấu chấm phẩy.',
    example: 'xin giấy xác nhận; giấy xác nhận của phường',
    names: ['Từ khóa', 'Tên thường gọi'],
  }),
  field: column('Lĩnh vực', 18, {
    note: 'Như trên Cổng quốc gia. Bắt buộc nếu thủ tục chưa có trong dữ liệu quốc gia.',
    example: 'Chứng thực',
  }),
  level: column('Cấp thực hiện', 14, { note: 'Cấp xã, Cấp tỉnh hoặc Cấp bộ.', example: 'Cấp xã', names: ['Cấp'] }),
  servedAt: column('Nơi nộp', 16, {
    note: 'Tại đây, Công an, Bảo hiểm xã hội, Thuế, Đất đai, Trường học, Quân sự, Cấp tỉnh hoặc Nơi khác.',
    example: 'Tại đây',
    names: ['Nơi tiếp nhận', 'Nơi thực hiện'],
  }),
  decisionNumber: column('Quyết định công bố', 20, {
    note: 'Số quyết định, ví dụ 163/QĐ-BTP.',
    example: '00/QĐ-UBND',
    names: ['Số quyết định', 'Quyết định'],
  }),
  applicants: column('Đối tượng thực hiện', 22, {
    note: 'Ai được làm; cách nhau bằng dấu chấm phẩy.',
    example: 'Công dân Việt Nam',
    names: ['Đối tượng'],
  }),
  performing: column('Cơ quan thực hiện', 22, {
    note: 'Cơ quan giải quyết.',
    example: 'Ủy ban nhân dân cấp xã',
    names: ['Cơ quan giải quyết'],
  }),
  steps: column('Trình tự thực hiện', 36, {
    note: 'Mỗi bước một dòng trong ô (Alt+Enter).',
    example: 'Bước 1: Nộp hồ sơ tại quầy.\nBước 2: Nhận kết quả.',
    names: ['Các bước', 'Trình tự'],
  }),
  directTime: column('Thời hạn trực tiếp', 18, {
    note: 'Số và đơn vị: 3 ngày làm việc, 15 ngày, 4 giờ, 1 tháng; hoặc bằng lời.',
    example: '3 ngày làm việc',
    names: ['Thời hạn giải quyết', 'Thời hạn', 'Thời gian giải quyết', 'Thời hạn nộp trực tiếp'],
  }),
  postalTime: column('Thời hạn bưu chính', 18, {
    note: 'Để trống nếu không nhận qua bưu chính.',
    example: '3 ngày làm việc',
    names: ['Thời hạn qua bưu chính', 'Thời hạn bưu điện'],
  }),
  onlineTime: column('Thời hạn trực tuyến', 18, {
    note: 'Để trống nếu không nhận trực tuyến.',
    example: '2 ngày làm việc',
    names: ['Thời hạn qua mạng', 'Thời hạn online'],
  }),
  onlineService: column('Dịch vụ trực tuyến', 16, {
    note: 'Toàn trình, Một phần, Chỉ trực tuyến hoặc Không.',
    example: 'Một phần',
    names: ['Mức độ DVC', 'Dịch vụ công trực tuyến'],
  }),
  results: column('Kết quả', 22, {
    note: 'Người dân nhận được gì; cách nhau bằng dấu chấm phẩy.',
    example: 'Giấy xác nhận',
    names: ['Kết quả thực hiện'],
  }),
  conditions: column('Yêu cầu, điều kiện', 24, {
    note: 'Để trống nếu không có.',
    example: 'Không có',
    names: ['Điều kiện', 'Yêu cầu, điều kiện thực hiện'],
  }),
  legalBases: column('Căn cứ pháp lý', 28, {
    note: 'Mỗi văn bản một dòng: số: tên.',
    example: '118/2025/NĐ-CP: Nghị định về cơ chế một cửa, một cửa liên thông',
    names: ['Cơ sở pháp lý'],
  }),
  citizenDeadline: column('Hạn của người dân', 22, {
    note: 'Người dân phải làm trong bao lâu, ví dụ: 60 ngày kể từ ngày sinh.',
    example: '60 ngày kể từ ngày có việc cần xác nhận',
    names: ['Hạn đi làm'],
  }),
  sameDayUntil: column('Trả trong ngày nếu nộp trước', 16, {
    note: 'Giờ và phút, ví dụ 15:00.',
    example: '15:00',
    names: ['Trả trong ngày'],
  }),
  commonMistakes: column('Lỗi hay gặp', 26, {
    note: 'Mỗi lỗi một dòng trong ô.',
    example: 'Quên mang căn cước.',
    names: ['Lưu ý'],
  }),
  englishTitle: column('Tên tiếng Anh', 24, { note: 'Nhiều nhất 80 ký tự.', example: 'Sample confirmation' }),
  englishSummary: column('Tóm tắt tiếng Anh', 28, {
    note: 'Một, hai câu.',
    example: 'Sample row: delete it before real use.',
  }),
  updatedDate: column('Ngày cập nhật', 14, {
    note: 'Ngày dòng này được kiểm tra lại: ngày/tháng/năm.',
    example: new Date(Date.UTC(2026, 6, 1)),
    names: ['Ngày rà soát', 'Cập nhật'],
  }),
} as const satisfies Record<string, TableColumn>;

export const documentColumns = {
  code: codeColumn,
  name: column('Tên giấy tờ', 44, {
    note: 'Một dòng một giấy tờ. Mã để trống là cùng thủ tục với dòng trên.',
    example: 'Tờ khai theo mẫu',
    names: ['Giấy tờ', 'Thành phần hồ sơ', 'Tên giấy tờ cần nộp'],
  }),
  originals: column('Bản chính', 10, { note: 'Số bản; để trống là 0.', example: 1, names: ['Số bản chính'] }),
  copies: column('Bản sao', 10, { note: 'Số bản; để trống là 0.', example: 0, names: ['Số bản sao'] }),
  need: column('Khi nào cần', 28, {
    note: 'Để trống hoặc "Luôn cần"; "Một trong A" (đủ một giấy của nhóm A); hoặc điều kiện bằng lời.',
    example: 'Luôn cần',
    names: ['Điều kiện', 'Trường hợp cần', 'Bắt buộc'],
  }),
  group: column('Nhóm giấy tờ', 26, {
    note: 'Tên trường hợp hoặc phần; để trống nếu giấy nào cũng cần. Ghi "-" để ra khỏi nhóm của dòng trên.',
    example: '',
    names: ['Nhóm', 'Trường hợp'],
  }),
  groupKind: column('Loại nhóm', 14, {
    note: 'Trường hợp (người dân chọn một) hoặc Phần (cần tất cả).',
    example: '',
  }),
  formNumber: column('Mẫu số', 12, { note: 'Số của mẫu, ví dụ CT01.', example: '', names: ['Số mẫu', 'Biểu mẫu'] }),
  hint: column('Hướng dẫn', 34, {
    note: 'Một câu cho người dân, nhiều nhất 240 ký tự.',
    example: 'Lấy mẫu tại quầy.',
    names: ['Ghi chú', 'Chỉ dẫn'],
  }),
} as const satisfies Record<string, TableColumn>;

export const feeColumns = {
  code: codeColumn,
  channel: column('Hình thức nộp', 16, {
    note: 'Trực tiếp, Bưu chính, Trực tuyến; để trống là mọi hình thức.',
    example: 'Trực tiếp',
    names: ['Cách nộp', 'Hình thức'],
  }),
  amount: column('Mức phí (đồng)', 16, {
    note: 'Số đồng đầy đủ, ví dụ 8000. Để trống nếu miễn phí hoặc chỉ nói được bằng lời.',
    example: 8000,
    names: ['Mức thu', 'Phí', 'Lệ phí', 'Phí, lệ phí', 'Số tiền'],
  }),
  text: column('Nội dung thu', 36, {
    note: 'Thu cho việc gì, hoặc lời như "Miễn phí". Không thu thì phải ghi rõ "Miễn phí".',
    example: '8.000 đồng/bản',
    names: ['Nội dung', 'Diễn giải', 'Ghi chú'],
  }),
  exemption: column('Miễn, giảm', 12, {
    note: 'Ghi "Có" nếu dòng này là trường hợp được miễn, giảm.',
    example: '',
    names: ['Là miễn giảm'],
  }),
  legalBasis: column('Văn bản quy định', 24, {
    note: 'Số văn bản đặt ra mức thu.',
    example: 'NQ 00/2026/NQ-HĐND',
    names: ['Căn cứ', 'Văn bản', 'Quyết định'],
  }),
  validUntil: column('Áp dụng đến ngày', 16, {
    note: 'Ngày/tháng/năm; để trống nếu không có hạn.',
    example: '',
    names: ['Hết hiệu lực', 'Đến ngày'],
  }),
} as const satisfies Record<string, TableColumn>;

export const tableKinds = ['procedures', 'documents', 'fees'] as const;
export type TableKind = (typeof tableKinds)[number];

export interface TableForm {
  /** Name of the sheet. */
  readonly sheet: string;
  readonly otherNames: readonly string[];
  /** Name of the file in a folder of CSV. */
  readonly csvName: string;
  readonly columns: Readonly<Record<string, TableColumn>>;
}

export const tableForms: Readonly<Record<TableKind, TableForm>> = {
  procedures: {
    sheet: 'Thủ tục',
    otherNames: ['TTHC', 'Thủ tục hành chính', 'Danh mục', 'Danh mục TTHC'],
    csvName: 'thu-tuc.csv',
    columns: procedureColumns,
  },
  documents: {
    sheet: 'Giấy tờ',
    otherNames: ['Thành phần hồ sơ', 'Hồ sơ'],
    csvName: 'giay-to.csv',
    columns: documentColumns,
  },
  fees: {
    sheet: 'Phí, lệ phí',
    otherNames: ['Phí', 'Lệ phí', 'Phí lệ phí', 'Mức phí'],
    csvName: 'phi.csv',
    columns: feeColumns,
  },
};

/** The sheet of advice in the template; it is not read. */
export const adviceSheet = 'Hướng dẫn';

/** Columns that offices keep for themselves and that say nothing about a procedure. */
export const passedOverHeadings: ReadonlySet<string> = new Set(['stt', 'so thu tu', 'tt', 'ghi chu noi bo']);

/** Null for a sheet whose name tells no table. */
export function tableKindOfName(name: string): TableKind | null {
  const folded = foldHeading(name.replace(/\.csv$/iu, '').replaceAll('-', ' '));
  return (
    tableKinds.find((kind) => {
      const { sheet, otherNames, csvName } = tableForms[kind];
      return [sheet, ...otherNames, csvName.replace('.csv', '').replaceAll('-', ' ')].some(
        (known) => foldHeading(known) === folded,
      );
    }) ?? null
  );
}
