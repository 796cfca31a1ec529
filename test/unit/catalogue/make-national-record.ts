/** A made-up record in the form of the national export. */

/** Keys are the published headings; a test changes what matters to it. */
export function makeNationalRecord(
  code: string,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    'Mã thủ tục': code,
    'Số quyết định': '1234/QĐ-BTP',
    'Tên thủ tục': `Thủ tục mẫu số ${code}`,
    'Cấp thực hiện': 'Cấp Xã',
    'Loại thủ tục': 'TTHC được luật giao quy định chi tiết',
    'Lĩnh vực': 'Hộ tịch',
    'Trình tự thực hiện': 'Bước 1: Nộp hồ sơ.\n    Bước 2: Nhận kết quả.',
    'Cách thức thực hiện':
      '* Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 3 WORKING_DAY\n    Phí, lệ phí: 8000 VNĐ (8.000 đồng/bản)',
    'Thành phần hồ sơ': '- Tờ khai theo mẫu\n      Số lượng: Bản chính: 1, Bản sao: 0',
    'Đối tượng thực hiện': 'Công dân Việt Nam',
    'Cơ quan thực hiện': 'Ủy ban nhân dân cấp xã',
    'Kết quả thực hiện': 'Giấy khai sinh',
    'Căn cứ pháp lý': '- 60/2014/QH13: Luật Hộ tịch',
    'Yêu cầu, điều kiện thực hiện': 'Không có thông tin',
    ...changes,
  };
}
