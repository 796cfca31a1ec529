/** The words of a slip to pay by. */
import type { Language } from '../../../../contract/kiosk.ts';

const vi = {
  kind: 'Mã thanh toán',
  scan: 'Mở ứng dụng ngân hàng và quét mã này',
  check: 'Xin xem đúng tên người nhận và số tiền rồi mới chuyển.',
  amount: 'Số tiền',
  purpose: 'Để nộp',
  payee: 'Trả cho',
  bank: 'Ngân hàng',
  account: 'Tài khoản',
  dossierCode: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  payBy: 'Nộp trước',
  receipt: 'Nhận biên lai',
  sample: 'MẪU – KHÔNG THANH TOÁN',
  marking: 'Phiếu tham khảo, không thay thế biên lai thu phí, lệ phí.',
};

export type PaymentWords = typeof vi;

const en: PaymentWords = {
  kind: 'Payment code',
  scan: 'Open your banking application and scan this code',
  check: 'Please check the payee and the amount before you pay.',
  amount: 'Amount',
  purpose: 'For',
  payee: 'Payee',
  bank: 'Bank',
  account: 'Account',
  dossierCode: 'Dossier code',
  procedure: 'Procedure',
  payBy: 'Pay by',
  receipt: 'Fetch receipt',
  sample: 'SAMPLE – DO NOT PAY (MẪU – KHÔNG THANH TOÁN)',
  marking: 'For reference only; it does not replace the official receipt of payment.',
};

export const paymentWords: Readonly<Record<Language, PaymentWords>> = { vi, en };
