/** The words of the slips for staff: the test page and the report of a catalogue update. */
import type { Language } from '../../../../contract/kiosk.ts';

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const vi = {
  testPage: {
    kind: 'Phiếu kiểm tra máy in',
    title: 'Trang in thử',
    printer: 'Máy in',
    noPrinter: 'Chưa cấu hình',
    profile: 'Kiểu máy',
    width: 'Khổ in',
    dots: (dots: number, millimetres: number) => `${dots} điểm (${millimetres} mm)`,
    letters: 'Chữ',
    sizes: { small: 'Nhỏ', body: 'Vừa', title: 'Lớn', huge: 'Ễ' },
    ruler: 'Thước (cm): hai đầu phải đủ',
    tones: 'Đen, xám: không được có vệt trắng',
    codes: 'Mã phải quét được',
    marking: 'Phiếu dành cho nhân viên kỹ thuật.',
  },
  updateReport: {
    kind: 'Cập nhật dữ liệu thủ tục',
    title: 'Báo cáo cập nhật',
    kiosk: 'Kiosk',
    updatedAt: 'Lúc',
    from: 'Bản trước',
    to: 'Bản mới',
    none: 'Chưa có',
    catalogue: (version: string, date: string) => `${version}, dữ liệu ngày ${date}`,
    procedures: 'Thay đổi',
    counts: ({ added, changed, removed }: Counts) => `thêm ${added}, sửa ${changed}, bỏ ${removed}`,
    fees: 'Phí thay đổi',
    times: 'Thời hạn thay đổi',
    noChanges: 'Phí và thời hạn không thay đổi.',
    columns: ['Thủ tục', 'Trước', 'Nay'],
    leftOut: (count: number) => `Còn ${count} thay đổi chưa in ở đây.`,
    marking: 'Phiếu dành cho nhân viên, không thay thế văn bản công bố thủ tục.',
  },
};

export type StaffSlipWords = typeof vi;

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const en: StaffSlipWords = {
  testPage: {
    kind: 'Printer test',
    title: 'Test page',
    printer: 'Printer',
    noPrinter: 'none configured',
    profile: 'Profile',
    width: 'Width',
    dots: (dots, millimetres) => `${dots} dots (${millimetres} mm)`,
    letters: 'Letters',
    sizes: { small: 'Small', body: 'Body', title: 'Title', huge: 'Ễ' },
    ruler: 'Ruler (cm): both ends must show',
    tones: 'Black and grey: no white streaks',
    codes: 'Both codes must scan',
    marking: 'For technical staff.',
  },
  updateReport: {
    kind: 'Catalogue update',
    title: 'Update report',
    kiosk: 'Kiosk',
    updatedAt: 'Updated',
    from: 'Before',
    to: 'Now',
    none: 'none',
    catalogue: (version, date) => `${version}, data of ${date}`,
    procedures: 'Changes',
    counts: ({ added, changed, removed }) => `${added} added, ${changed} changed, ${removed} removed`,
    fees: 'Changed fees',
    times: 'Changed times',
    noChanges: 'No fee and no time has changed.',
    columns: ['Procedure', 'Before', 'Now'],
    leftOut: (count) => `${plural(count, 'more change')} not printed here.`,
    marking: 'For staff; it does not replace the published decisions.',
  },
};

export const staffSlipWords: Readonly<Record<Language, StaffSlipWords>> = { vi, en };
