/** Invented dossiers the office works on: registered, accepted, in time, late. */
import { type DemonstrationDossier, datesAround, dossier, office, receipt, step } from './dossier-parts.ts';
import { demonstrationPeople } from './people.ts';

export function demonstrationDossiersUnderWay(nowMs: number): DemonstrationDossier[] {
  const { mau, thu, giaDinh } = demonstrationPeople;
  const { desk, civilStatus, economy, counter } = office;
  const { at, code, day } = datesAround(nowMs);
  return [
    {
      shows: 'registered: handed in online, nobody has looked at it yet',
      person: mau,
      applicant: mau,
      dossier: dossier({
        dossierCode: code('000.00.01.H29', 0, '0001'),
        procedureCode: '2.000635',
        procedureName: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
        state: 'registered',
        history: [step('registered', day(0), null)],
        department: desk,
      }),
    },
    {
      shows: 'accepted: taken in yesterday',
      person: thu,
      applicant: thu,
      dossier: dossier({
        dossierCode: code('000.00.01.H29', -1, '0002'),
        procedureCode: '1.000894',
        procedureName: 'Thủ tục đăng ký kết hôn',
        state: 'accepted',
        history: [step('registered', at(-1, '08:02'), null), step('accepted', at(-1, '08:40'), desk)],
        department: desk,
        receivedAt: at(-1, '08:40'),
        dueAt: day(4),
        receipt: receipt({
          number: '1310/TNHS',
          request: 'Đăng ký kết hôn',
          papers: [
            { name: 'Tờ khai đăng ký kết hôn', count: '1 bản chính' },
            { name: 'Giấy xác nhận tình trạng hôn nhân', count: '1 bản chính' },
          ],
          processingTime: '5 ngày làm việc',
          receivedAt: at(-1, '08:40'),
          collectAt: counter,
          book: { volume: '02', entry: '1310' },
        }),
      }),
    },
    {
      shows: 'being worked on, in time; the receipt can be printed',
      person: mau,
      applicant: mau,
      dossier: dossier({
        dossierCode: code('000.00.01.H29', -8, '0004'),
        procedureCode: '1.004884',
        procedureName: 'Thủ tục đăng ký lại khai sinh',
        state: 'processing',
        history: [
          step('registered', at(-8, '08:05'), null),
          step('accepted', at(-8, '08:12'), desk),
          step('processing', day(-7), civilStatus),
        ],
        department: civilStatus,
        receivedAt: at(-8, '08:12'),
        dueAt: day(5),
        receipt: receipt({
          number: '1204/TNHS',
          request: 'Đăng ký lại khai sinh',
          papers: [
            { name: 'Tờ khai đăng ký lại khai sinh', count: '1 bản chính' },
            { name: 'Bản sao giấy khai sinh cũ', count: '1 bản sao' },
            { name: 'Giấy tờ có thông tin về họ tên, ngày sinh của cha mẹ', count: null },
          ],
          processingTime: '13 ngày làm việc',
          receivedAt: at(-8, '08:12'),
          collectAt: counter,
          book: { volume: '03', entry: '1204' },
        }),
      }),
    },
    {
      shows: 'late: apology with reason and new date',
      person: thu,
      applicant: thu,
      dossier: dossier({
        dossierCode: code('38.98.H29', -12, '00031'),
        procedureCode: '2.000720',
        procedureName: 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
        state: 'processing',
        history: [
          step('registered', at(-12, '13:30'), null),
          step('accepted', at(-12, '13:45'), desk),
          step('processing', day(-11), economy),
        ],
        department: economy,
        receivedAt: at(-12, '13:45'),
        dueAt: at(3, '16:00'),
        lateness: {
          promisedAt: day(-2),
          reason: 'Cơ quan thuế chưa có văn bản phối hợp xác nhận mã số thuế của hộ kinh doanh',
          newDueAt: at(3, '16:00'),
        },
        receipt: receipt({
          number: '1107/TNHS',
          request: 'Thay đổi địa chỉ hộ kinh doanh',
          papers: [{ name: 'Thông báo thay đổi nội dung đăng ký hộ kinh doanh', count: '1 bản chính' }],
          processingTime: '10 ngày làm việc',
          receivedAt: at(-12, '13:45'),
          collectAt: 'Trung tâm Phục vụ hành chính công phường Mẫu, quầy 3',
          book: null,
        }),
      }),
    },
    {
      shows: 'late without a new date: only the office can tell',
      person: giaDinh,
      applicant: giaDinh,
      dossier: dossier({
        dossierCode: code('T.M1.ABC.29', -22, '0077'),
        procedureCode: '1.001699',
        procedureName: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
        state: 'processing',
        history: [step('accepted', day(-22), desk), step('processing', day(-21), 'Phòng Văn hóa – Xã hội')],
        department: 'Phòng Văn hóa – Xã hội',
        receivedAt: day(-22),
        lateness: { promisedAt: day(-1), reason: null, newDueAt: null },
      }),
    },
  ];
}
