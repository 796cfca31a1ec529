/** What `--example` prints for each slip: invented, but like the real ones in length and wording. Tests hold them against the schemas. */
import type { Ticket } from '../../contract/queue.ts';
import type { ApologyFacts } from '../../core/printing/slips/apology-facts.ts';
import type { AppointmentFacts } from '../../core/printing/slips/appointment-facts.ts';
import type { DossierStatusFacts } from '../../core/printing/slips/dossier-status-facts.ts';
import type { PaymentFacts } from '../../core/printing/slips/payment-facts.ts';
import type { ReceiptFacts } from '../../core/printing/slips/receipt-facts.ts';
import type { UpdateReportFacts } from '../../core/printing/slips/update-report-facts.ts';

const dossierCode = 'H29.79.1-261124-AB0012';
const residence = 'Nhà 12, ngõ 34 Đường Mẫu, phường Mẫu';

const ticket: Ticket = {
  number: 'A005',
  day: '2026-11-24',
  serviceId: 'chung-thuc',
  serviceName: { vi: 'Chứng thực, sao y bản chính', en: 'Certified copies and signatures' },
  counter: { vi: 'Quầy 1', en: 'Counter 1' },
  priority: { id: 'aged', title: { vi: 'Người từ 60 tuổi', en: 'Aged 60 or over' } },
  takenAtMs: 1_795_488_060_000,
};

const appointment: AppointmentFacts = {
  code: 'K7MQ2XW9TB',
  service: 'Đăng ký kết hôn',
  name: 'Nguyễn Thị Mẫu',
  day: '2026-11-26',
  from: '08:30',
  until: '09:00',
  place: {
    name: 'Trung tâm Phục vụ hành chính công phường Mẫu',
    address: '1 Đường Mẫu, phường Mẫu',
    counter: 'Quầy 1 – Tư pháp',
  },
  bring: [
    { name: 'Tờ khai đăng ký kết hôn', count: '1 bản chính' },
    { name: 'Giấy xác nhận tình trạng hôn nhân do Ủy ban nhân dân cấp xã nơi thường trú cấp', count: '1 bản chính' },
    { name: 'Thẻ căn cước hoặc hộ chiếu của hai bên', count: null },
  ],
  morePapers: true,
  contact: '028 0000 0000',
};

const receipt: ReceiptFacts = {
  form: 'receipt',
  parentAgency: null,
  agency: null,
  number: '0128/TN-HS',
  dossierCode,
  applicant: {
    name: 'Nguyễn Thị Mẫu',
    identityNumber: '079•••••1234',
    address: residence,
    phone: '090 000 0000',
    email: 'mau@example.vn',
  },
  agent: { name: 'Trần Văn Mẫu', identityNumber: '079•••••5678', address: residence, phone: null, email: null },
  request: 'Đăng ký khai sinh cho con, đăng ký thường trú và cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  papers: [
    { name: 'Tờ khai đăng ký khai sinh', count: '1 bản chính' },
    { name: 'Giấy chứng sinh', count: '1 bản chính' },
    { name: 'Tờ khai thay đổi thông tin cư trú (mẫu CT01)', count: '1 bản chính' },
    { name: 'Giấy chứng nhận kết hôn của cha mẹ', count: '1 bản sao' },
  ],
  sets: 1,
  processingTime: '04 ngày làm việc',
  receivedAt: '2026-11-24T09:41:00+07:00',
  dueAt: '2026-11-30T16:00:00+07:00',
  collectAt: 'Trung tâm Phục vụ hành chính công phường Mẫu, Quầy trả kết quả',
  book: { volume: '3', entry: '128' },
  receivedBy: 'Lê Thị Ví Dụ',
};

const status: DossierStatusFacts = {
  form: 'status',
  dossierCode,
  state: 'papers-needed',
  asOf: '2026-11-25T10:05:00+07:00',
  procedureName: 'Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  dueAt: '2026-11-30T16:00:00+07:00',
  message: 'Hồ sơ chưa có giấy chứng minh quan hệ cha mẹ con.',
  papers: { kind: 'supplement', names: ['Bản sao Giấy chứng nhận kết hôn của cha mẹ'] },
  supplementBy: '2026-11-28',
  collectAt: null,
  collectHours: null,
};

const apology: ApologyFacts = {
  to: 'Bà Nguyễn Thị Mẫu',
  receivedOn: '2026-11-24',
  agency: 'Ủy ban nhân dân phường Mẫu',
  procedureName: 'Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  dossierCode,
  promisedAt: '2026-11-30T16:00:00+07:00',
  reason: 'Cơ quan bảo hiểm xã hội chưa gửi lại kết quả cấp thẻ do hệ thống kết nối bị gián đoạn.',
  newDueAt: '2026-12-03T16:00:00+07:00',
  contact: 'Quầy hướng dẫn, điện thoại 028 0000 0000',
};

/** Of a bank there is not: nobody can pay by it. */
const payment: PaymentFacts = {
  amountVnd: 40_000,
  dossierCode,
  procedureName: 'Cấp bản sao trích lục hộ tịch',
  purpose: 'Lệ phí cấp bản sao trích lục, 5 bản',
  payee: { name: 'UBND PHUONG MAU', bank: 'Ngân hàng Mẫu', account: '0123456789' },
  qrText:
    '00020101021238540010A00000072701240006999999011001234567890208QRIBFTTA53037045405400005802VN62260822H29.79.1-261124-AB001263044DEE',
  payBy: '2026-11-27',
  receiptAt: 'Quầy 1, sau khi chuyển tiền',
};

const updateReport: UpdateReportFacts = {
  kiosk: 'Kiosk 1, phường Mẫu',
  updatedAt: '2026-11-24T02:10:00+07:00',
  from: { version: '2026.7.1', dataDate: '2026-07-01' },
  to: { version: '2026.11.3', dataDate: '2026-11-20' },
  added: 4,
  changed: 37,
  removed: 2,
  changes: [
    {
      code: '2.000635',
      title: 'Cấp bản sao trích lục hộ tịch',
      what: 'fee',
      before: '8.000 đ một bản',
      after: 'Miễn phí',
    },
    { code: '1.004222', title: 'Đăng ký thường trú', what: 'fee', before: '20.000 đ', after: '10.000 đ' },
    {
      code: '1.000894',
      title: 'Đăng ký kết hôn',
      what: 'time',
      before: 'Trong ngày',
      after: '03 ngày làm việc',
    },
  ],
};

/** By command, then by name, the usual one first. */
export const slipExamples = {
  ticket: { ticket },
  appointment: { appointment },
  dossier: { receipt, status },
  apology: { apology },
  payment: { payment },
  'update-report': { 'update-report': updateReport },
};
