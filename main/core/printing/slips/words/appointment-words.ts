/** The words of an appointment slip. */
import type { Language } from '../../../../contract/kiosk.ts';

const vi = {
  kind: 'Phiếu hẹn',
  when: 'Xin đến lúc',
  where: 'Nơi hẹn',
  counter: 'Quầy',
  name: 'Người hẹn',
  bring: 'Giấy tờ cần mang',
  paperCount: (count: number) => `${count} giấy tờ`,
  leftOut: (count: number) => `Còn ${count} giấy tờ chưa in ở đây. Xin hỏi quầy để xem đủ.`,
  morePapers: 'Có thể cần thêm giấy tờ tùy trường hợp. Xin xem trên kiosk hoặc hỏi quầy.',
  scan: 'Khi đến, đưa mã này trước máy đọc để lấy số',
  alsoScan: 'Đổi hay trả lịch hẹn cũng bằng mã này.',
  code: (code: string) => `Mã hẹn ${code}`,
  cannotCome: (contact: string) => `Không đến được, xin báo: ${contact}`,
  marking: 'Phiếu tham khảo, không thay thế Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
};

export type AppointmentWords = typeof vi;

const en: AppointmentWords = {
  kind: 'Appointment',
  when: 'Please come at',
  where: 'Place',
  counter: 'Counter',
  name: 'Name',
  bring: 'Papers to bring',
  paperCount: (count) => (count === 1 ? '1 paper' : `${count} papers`),
  leftOut: (count) => `${count} more papers not printed here. Please ask at the desk.`,
  morePapers: 'More papers may be needed, depending on your case. Please see the kiosk or ask at the desk.',
  scan: 'When you come, hold this code before the reader to take a number',
  alsoScan: 'With the same code the appointment is changed or given back.',
  code: (code) => `Appointment ${code}`,
  cannotCome: (contact) => `If you cannot come, please tell: ${contact}`,
  marking: 'For reference only; it does not replace the official receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả).',
};

export const appointmentWords: Readonly<Record<Language, AppointmentWords>> = { vi, en };
