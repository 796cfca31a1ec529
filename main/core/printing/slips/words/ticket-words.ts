/** The words of a queue ticket. */
import type { Language } from '../../../../contract/kiosk.ts';

const vi = {
  kind: 'Số thứ tự',
  atCounter: (counter: string) => `Mời đến ${counter} khi số được gọi`,
  wait: 'Xin chờ đến khi số được gọi',
  priority: (title: string) => `Có đề nghị ưu tiên: ${title}`,
  validOn: (day: string) => `Số có giá trị trong ngày ${day}`,
  takenAt: (time: string) => `Lấy số lúc ${time}`,
  keep: (desk: string) => `Xin giữ phiếu này. Cần giúp đỡ, xin hỏi: ${desk}.`,
};

export type TicketWords = typeof vi;

const en: TicketWords = {
  kind: 'Queue number',
  atCounter: (counter) => `Please go to ${counter} when your number is called`,
  wait: 'Please wait until your number is called',
  priority: (title) => `Priority requested: ${title}`,
  validOn: (day) => `Valid on ${day}`,
  takenAt: (time) => `Taken at ${time}`,
  keep: (desk) => `Please keep this slip. Need help? Ask here: ${desk}.`,
};

export const ticketWords: Readonly<Record<Language, TicketWords>> = { vi, en };
