/** Invented dossiers whose applicant has something to do: bring papers, pay, collect. */
import { type DemonstrationDossier, datesAround, dossier, office, receipt, step } from './dossier-parts.ts';
import { demonstrationPeople } from './people.ts';

/** Nobody can be paid by it: no bank has the BIN. */
const payee = {
  name: 'TÀI KHOẢN THỬ – KHÔNG CHUYỂN TIỀN',
  bank: 'Ngân hàng thử nghiệm (không có thật)',
  bankBin: '970000',
  account: 'THU0000000001',
};

export function demonstrationDossiersAwaitingApplicant(nowMs: number): DemonstrationDossier[] {
  const { mau, thu, viDu, giaDinh } = demonstrationPeople;
  const { desk, civilStatus, economy, counter, hours } = office;
  const { at, code, day } = datesAround(nowMs);
  return [
    {
      shows: 'papers needed, with the reason and by when',
      person: giaDinh,
      applicant: giaDinh,
      dossier: dossier({
        dossierCode: code('T.M1.ABC.29', -9, '0105'),
        procedureCode: '1.001612',
        procedureName: 'Đăng ký thành lập hộ kinh doanh',
        state: 'papers-needed',
        history: [
          step('accepted', at(-9, '09:20'), desk),
          step('processing', day(-8), economy),
          step('papers-needed', at(-4, '10:05'), economy),
        ],
        department: economy,
        receivedAt: at(-9, '09:20'),
        next: {
          kind: 'supplement',
          papers: [
            'Bản sao hợp đồng thuê địa điểm kinh doanh',
            'Bản sao biên bản họp thành viên hộ gia đình về việc thành lập hộ kinh doanh',
          ],
          reason: 'Hồ sơ chưa có giấy tờ chứng minh quyền sử dụng địa điểm kinh doanh',
          by: day(6),
        },
      }),
    },
    {
      shows: 'a fee is due: VietQR of an invented account',
      person: mau,
      applicant: mau,
      dossier: dossier({
        dossierCode: code('M12.345.67', -5, 'XD0123'),
        procedureCode: '1.013225',
        procedureName: 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
        state: 'payment-needed',
        history: [
          step('accepted', at(-5, '14:10'), desk),
          step('processing', day(-4), economy),
          step('payment-needed', at(-1, '15:20'), economy),
        ],
        department: economy,
        receivedAt: at(-5, '14:10'),
        dueAt: day(10),
        next: { kind: 'pay' },
        payment: {
          amountVnd: 75_000,
          purpose: 'Lệ phí cấp giấy phép xây dựng',
          payee,
          payBy: day(5),
          receiptAt: 'Quầy 3, Trung tâm Phục vụ hành chính công phường Mẫu',
        },
      }),
    },
    {
      shows: 'a large fee is due, until an hour of the day',
      person: thu,
      applicant: thu,
      dossier: dossier({
        dossierCode: code('M12.345.67', -14, 'DD0456'),
        procedureCode: '1.013978',
        procedureName: 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu',
        state: 'payment-needed',
        history: [
          step('accepted', day(-14), desk),
          step('processing', day(-13), 'Chi nhánh Văn phòng đăng ký đất đai khu vực Mẫu'),
          step('payment-needed', day(-2), 'Thuế cơ sở Mẫu'),
        ],
        department: 'Thuế cơ sở Mẫu',
        receivedAt: day(-14),
        dueAt: day(8),
        next: { kind: 'pay' },
        payment: {
          amountVnd: 18_450_000,
          purpose: 'Tiền sử dụng đất và lệ phí trước bạ',
          payee,
          payBy: at(7, '16:30'),
          receiptAt: 'Bộ phận thu, Thuế cơ sở Mẫu, 18 Đường Mẫu',
        },
      }),
    },
    {
      shows: 'ready to collect, with what to bring',
      person: mau,
      applicant: mau,
      dossier: dossier({
        dossierCode: code('M12.345.67', -6, 'HT0009'),
        procedureCode: '1.004859',
        procedureName: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
        state: 'settled',
        history: [
          step('accepted', at(-6, '10:15'), desk),
          step('processing', day(-5), civilStatus),
          step('settled', at(-1, '15:30'), civilStatus),
        ],
        department: desk,
        receivedAt: at(-6, '10:15'),
        dueAt: day(0),
        next: { kind: 'collect', place: counter, hours, bring: ['Bản chính giấy khai sinh cũ'] },
        receipt: receipt({
          number: '1266/TNHS',
          request: 'Cải chính thông tin hộ tịch',
          papers: [{ name: 'Tờ khai cải chính hộ tịch', count: '1 bản chính' }],
          processingTime: '6 ngày làm việc',
          receivedAt: at(-6, '10:15'),
          collectAt: counter,
          book: { volume: null, entry: '1266' },
        }),
      }),
    },
    {
      shows: 'of the same day, without a receipt, ready',
      person: viDu,
      applicant: viDu,
      dossier: dossier({
        dossierCode: code('000.00.01.H29', 0, '0016'),
        procedureCode: '2.000815',
        procedureName: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản',
        state: 'settled',
        history: [step('accepted', day(0), desk), step('settled', day(0), civilStatus)],
        department: desk,
        receivedAt: day(0),
        dueAt: day(0),
        next: { kind: 'collect', place: counter, hours, bring: [] },
      }),
    },
  ];
}
