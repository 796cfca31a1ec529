/** A record as the portal writes one, made up for tests; only what a test is about needs to be given. */
import { headings } from '../../../main/core/catalogue/import/national-record.ts';

const absent = 'Không có thông tin';

/** `changes` by published heading. */
export function nationalRecord(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ...Object.fromEntries(Object.values(headings).map((heading) => [heading, absent])),
    [headings.code]: '1.234567',
    [headings.decision]: '163/QĐ-BTP',
    [headings.name]: 'Thủ tục đăng ký việc mẫu',
    [headings.level]: 'Cấp Xã',
    [headings.field]: 'Hộ tịch',
    [headings.methods]: '* Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 3 WORKING_DAY\n    Phí, lệ phí: 0 VNĐ ()',
    [headings.documents]: '- - Tờ khai theo mẫu;\n      Số lượng: Bản chính: 1, Bản sao: 0',
    [headings.applicants]: 'Công dân Việt Nam',
    ...changes,
  };
}
