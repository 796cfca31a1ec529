/** The words of a copy of the apology for a late result (Mẫu số 04). */
import type { Language } from '../../../../contract/kiosk.ts';

const vi = {
  kind: 'Bản sao để tham khảo',
  title: 'Xin lỗi và hẹn lại ngày trả kết quả',
  marking: 'Phiếu tham khảo, không thay thế Phiếu xin lỗi và hẹn lại ngày trả kết quả.',
  to: (name: string) => `Kính gửi: ${name}`,
  /** Where no card was shown. */
  toWhoeverHandedItIn: 'ông/bà nộp hồ sơ',
  received: (date: string, agency: string) => `Ngày ${date}, ${agency} đã tiếp nhận hồ sơ:`,
  receivedBy: (agency: string) => `${agency} đã tiếp nhận hồ sơ:`,
  procedure: 'Thủ tục',
  dossierCode: 'Mã hồ sơ',
  promised: 'Đã hẹn trả',
  late: 'Đến nay hồ sơ chưa có kết quả đúng hẹn.',
  reason: 'Lý do',
  noReason: 'Cơ quan chưa nêu, xin hỏi nơi tiếp nhận',
  apology:
    'Sự chậm trễ này đã gây phiền hà, tốn thời gian và công sức đi lại. Cơ quan xin lỗi ông/bà và mong được thông cảm.',
  newDue: 'Hẹn lại ngày trả kết quả',
  noNewDue: 'Cơ quan chưa hẹn lại. Xin hỏi nơi tiếp nhận hồ sơ.',
  contact: 'Liên hệ',
  scan: 'Quét mã để tra hồ sơ',
};

export type ApologyWords = typeof vi;

const en: ApologyWords = {
  kind: 'Copy for reference',
  title: 'Apology and new date of the result',
  marking: 'Copy for reference; it does not replace the official letter (Phiếu xin lỗi và hẹn lại ngày trả kết quả).',
  to: (name) => `To: ${name}`,
  toWhoeverHandedItIn: 'the person who handed in this dossier',
  received: (date, agency) => `On ${date} this dossier was received by ${agency}:`,
  receivedBy: (agency) => `This dossier was received by ${agency}:`,
  procedure: 'Procedure',
  dossierCode: 'Dossier code',
  promised: 'Was due',
  late: 'The result is not ready on time.',
  reason: 'Reason',
  noReason: 'The authority gave none, please ask where it was received',
  apology: 'This delay has cost you time and trouble. The authority apologises for it.',
  newDue: 'New date of the result',
  noNewDue: 'No new date has been set yet. Please ask where the dossier was received.',
  contact: 'Contact',
  scan: 'Scan to look it up',
};

export const apologyWords: Readonly<Record<Language, ApologyWords>> = { vi, en };
