/** A dossier as the portal sends it, whole and in everyday state; a test says what matters to it. Persons are invented. */
import { type WireDossier, wireDossierSchema } from '../../main/core/portal/portal-schemas.ts';

export const wireDossierCode = 'H29.79.1-261124-AB0012';

export function makeWireDossier(changes: Partial<WireDossier> = {}): WireDossier {
  return wireDossierSchema.parse({
    dossierCode: wireDossierCode,
    procedureCode: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    state: 'processing',
    history: [
      { state: 'registered', at: '2026-11-24', department: null },
      { state: 'processing', at: '2026-11-25T08:00:00+07:00', department: 'Tư pháp – Hộ tịch' },
    ],
    department: 'Tư pháp – Hộ tịch',
    receivedAt: '2026-11-24T09:41:00+07:00',
    dueAt: '2026-11-30T16:00:00+07:00',
    next: { kind: 'wait' },
    lateness: null,
    payment: null,
    receipt: {
      parentAgency: 'Ủy ban nhân dân phường Mẫu',
      number: '0128/TN-HS',
      request: 'Đăng ký khai sinh cho con',
      papers: [
        { name: 'Tờ khai đăng ký khai sinh', count: '1 bản chính' },
        { name: 'Giấy chứng sinh', count: null },
      ],
      sets: 1,
      processingTime: '04 ngày làm việc',
      receivedAt: '2026-11-24T09:41:00+07:00',
      collectAt: 'Quầy trả kết quả',
      book: { volume: '3', entry: '128' },
    },
    agency: 'Trung tâm Phục vụ hành chính công phường Mẫu',
    contact: '028 0000 0000',
    asOf: '2026-11-26T08:00:00+07:00',
    ...changes,
  });
}

export const feeDue: NonNullable<WireDossier['payment']> = {
  amountVnd: 40_000,
  purpose: 'Lệ phí cấp bản sao trích lục, 5 bản',
  payee: { name: 'UBND PHUONG MAU', bank: 'Ngân hàng Mẫu', bankBin: '999999', account: '0123456789' },
  payBy: '2026-11-27',
  receiptAt: 'Quầy 1, sau khi chuyển tiền',
};

/** Mẫu 04. */
export const lateBy: NonNullable<WireDossier['lateness']> = {
  promisedAt: '2026-11-30T16:00:00+07:00',
  reason: 'Cơ quan phối hợp chưa gửi lại kết quả.',
  newDueAt: '2026-12-03T16:00:00+07:00',
};
