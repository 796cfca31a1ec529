/** The words of a slip on how a dossier stands: the portal's names of its ten states, and what to do in each. */

import type { DossierState } from '../../../../contract/dossiers.ts';
import type { Language } from '../../../../contract/kiosk.ts';

interface StateWords {
  readonly name: string;
  readonly next: string;
}

const vi = {
  kind: 'Tình trạng hồ sơ',
  dossierCode: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  due: 'Hẹn trả',
  next: 'Việc cần làm',
  message: 'Ghi chú',
  collectAt: 'Trả tại',
  hours: (hours: string) => `Giờ làm việc: ${hours}`,
  papers: { supplement: 'Giấy tờ cần nộp thêm', bring: 'Xin mang thêm' },
  paperCount: (count: number) => `${count} giấy tờ`,
  leftOut: (count: number) => `Còn ${count} giấy tờ chưa in ở đây. Xin xem trên màn hình hoặc hỏi quầy.`,
  supplementBy: 'Nộp trước',
  asOf: (moment: string) => `Theo Cổng Dịch vụ công lúc ${moment}`,
  scan: 'Quét mã để tra hồ sơ',
  marking: 'Phiếu tham khảo, không thay thế thông báo của cơ quan giải quyết hồ sơ.',
  states: {
    registered: {
      name: 'Mới đăng ký',
      next: 'Hồ sơ đã gửi, đang chờ cơ quan tiếp nhận. Xin tra lại sau hoặc hỏi quầy.',
    },
    accepted: {
      name: 'Được tiếp nhận',
      next: 'Cơ quan đã nhận hồ sơ. Xin chờ đến ngày hẹn trả kết quả.',
    },
    'not-accepted': {
      name: 'Không được tiếp nhận',
      next: 'Cơ quan chưa nhận hồ sơ. Xin hỏi quầy vì sao và cần làm lại thế nào.',
    },
    processing: {
      name: 'Đang xử lý',
      next: 'Hồ sơ đang được giải quyết, chưa cần làm gì thêm. Xin chờ đến ngày hẹn trả kết quả.',
    },
    'papers-needed': {
      name: 'Yêu cầu bổ sung giấy tờ',
      next: 'Hồ sơ còn thiếu giấy tờ. Xin đọc thông báo của cơ quan và nộp thêm; chưa rõ xin hỏi quầy.',
    },
    'payment-needed': {
      name: 'Yêu cầu thực hiện nghĩa vụ tài chính',
      next: 'Có khoản tiền cần nộp thì hồ sơ mới được giải quyết tiếp. Xin xem thông báo nộp tiền hoặc hỏi quầy.',
    },
    'withdrawal-asked': {
      name: 'Công dân yêu cầu rút hồ sơ',
      next: 'Cơ quan đã nhận yêu cầu rút hồ sơ. Xin hỏi quầy để nhận lại giấy tờ.',
    },
    stopped: {
      name: 'Dừng xử lý',
      next: 'Hồ sơ không được giải quyết tiếp. Xin hỏi quầy vì sao và có thể làm gì.',
    },
    settled: {
      name: 'Đã xử lý xong',
      next: 'Đã có kết quả. Xin mang Giấy tiếp nhận hồ sơ và giấy tờ tùy thân đến nhận.',
    },
    returned: {
      name: 'Đã trả kết quả',
      next: 'Kết quả đã được trả, không cần làm gì thêm.',
    },
  } satisfies Record<DossierState, StateWords>,
};

export type DossierStatusWords = typeof vi;

const en: DossierStatusWords = {
  kind: 'State of a dossier',
  dossierCode: 'Dossier code',
  procedure: 'Procedure',
  due: 'Result due',
  next: 'What to do',
  message: 'Note',
  collectAt: 'Collect at',
  hours: (hours) => `Open: ${hours}`,
  papers: { supplement: 'Papers to hand in', bring: 'Bring besides' },
  paperCount: (count) => (count === 1 ? '1 paper' : `${count} papers`),
  leftOut: (count) => `${count} more papers not printed here. Please see the screen or ask at the desk.`,
  supplementBy: 'Hand in by',
  asOf: (moment) => `As the public service portal says at ${moment}`,
  scan: 'Scan to look it up',
  marking: 'For reference only; it does not replace a notice of the authority in charge.',
  states: {
    registered: {
      name: 'Registered',
      next: 'The dossier was sent and waits to be accepted. Please look again later or ask at the desk.',
    },
    accepted: {
      name: 'Accepted',
      next: 'The authority has taken the dossier. Please wait until the day the result is due.',
    },
    'not-accepted': {
      name: 'Not accepted',
      next: 'The authority has not taken the dossier. Please ask at the desk why, and how to do it again.',
    },
    processing: {
      name: 'Being processed',
      next: 'Nothing to do for now. Please wait until the day the result is due.',
    },
    'papers-needed': {
      name: 'More papers needed',
      next: 'Papers are missing. Please read the notice of the authority and hand them in, or ask at the desk.',
    },
    'payment-needed': {
      name: 'Payment needed',
      next: 'The dossier goes on once a sum is paid. Please see the notice of payment, or ask at the desk.',
    },
    'withdrawal-asked': {
      name: 'Withdrawal asked for',
      next: 'The request to withdraw was received. Please ask at the desk for your papers.',
    },
    stopped: {
      name: 'Stopped',
      next: 'The dossier is not processed further. Please ask at the desk why, and what can be done.',
    },
    settled: {
      name: 'Settled',
      next: 'The result is ready. Please bring the official receipt and your identity card to collect it.',
    },
    returned: {
      name: 'Result handed over',
      next: 'The result was handed over; nothing is left to do.',
    },
  },
};

export const dossierStatusWords: Readonly<Record<Language, DossierStatusWords>> = { vi, en };
