/** The words of a courtesy copy of the receipt (Mẫu số 01), those of the form itself where it has them. */
import type { Language } from '../../../../contract/kiosk.ts';

const vi = {
  kind: 'Bản sao để tham khảo',
  title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  marking: 'Phiếu tham khảo, không thay thế Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
  due: 'Hẹn trả kết quả',
  collectAt: 'Trả tại',
  number: 'Số',
  dossierCode: 'Mã hồ sơ',
  agency: 'Nơi nhận',
  applicant: 'Hồ sơ của',
  agent: 'Ủy quyền cho',
  identityNumber: 'Số định danh',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Email',
  request: 'Yêu cầu',
  papers: 'Giấy tờ đã nộp',
  paperCount: (count: number) => `${count} giấy tờ`,
  leftOut: (count: number) => `Còn ${count} giấy tờ chưa in ở đây. Xin xem Giấy tiếp nhận hồ sơ.`,
  sets: 'Số bộ',
  setCount: (count: number) => `${count} bộ`,
  processingTime: 'Thời hạn',
  receivedAt: 'Nhận lúc',
  book: 'Vào sổ',
  bookEntry: (volume: string | null, entry: string) =>
    volume === null ? `Số thứ tự ${entry}` : `Quyển ${volume}, số thứ tự ${entry}`,
  receivedBy: 'Cán bộ',
  signatures: 'Chữ ký',
  asOnOriginal: 'như trên bản chính',
  scan: 'Quét mã để tra hồ sơ',
};

export type ReceiptWords = typeof vi;

const en: ReceiptWords = {
  kind: 'Copy for reference',
  title: 'Receipt of dossier and date of result',
  marking: 'Copy for reference; it does not replace the official receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả).',
  due: 'Result due',
  collectAt: 'Collect at',
  number: 'Number',
  dossierCode: 'Dossier code',
  agency: 'Received by',
  applicant: 'Dossier of',
  agent: 'Authorised person',
  identityNumber: 'Identity number',
  address: 'Address',
  phone: 'Telephone',
  email: 'Email',
  request: 'Request',
  papers: 'Papers handed in',
  paperCount: (count) => (count === 1 ? '1 paper' : `${count} papers`),
  leftOut: (count) => `${count} more papers not printed here. Please see the official receipt.`,
  sets: 'Sets',
  setCount: (count) => (count === 1 ? '1 set' : `${count} sets`),
  processingTime: 'Time limit',
  receivedAt: 'Received',
  book: 'Register',
  bookEntry: (volume, entry) => (volume === null ? `entry ${entry}` : `volume ${volume}, entry ${entry}`),
  receivedBy: 'Official',
  signatures: 'Signatures',
  asOnOriginal: 'as on the original',
  scan: 'Scan to look it up',
};

export const receiptWords: Readonly<Record<Language, ReceiptWords>> = { vi, en };
