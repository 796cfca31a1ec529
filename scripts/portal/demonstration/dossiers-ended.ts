/** Invented dossiers that go no further: not accepted, withdrawn, stopped, handed over. */
import { type DemonstrationDossier, datesAround, dossier, office, step } from './dossier-parts.ts';
import { demonstrationPeople } from './people.ts';

export function demonstrationDossiersEnded(nowMs: number): DemonstrationDossier[] {
  const { viDu, giaDinh } = demonstrationPeople;
  const { desk, civilStatus, economy } = office;
  const { at, code, day } = datesAround(nowMs);
  return [
    {
      shows: 'not accepted, with the reason; of no published procedure',
      person: viDu,
      applicant: viDu,
      dossier: dossier({
        dossierCode: code('000.00.01.H29', -4, '0003'),
        procedureName: 'Đơn đề nghị xác nhận nội dung khác',
        state: 'not-accepted',
        history: [step('registered', day(-4), null), step('not-accepted', day(-3), desk)],
        next: {
          kind: 'none',
          reason: 'Nội dung đề nghị không thuộc thẩm quyền của phường. Đề nghị liên hệ Văn phòng đăng ký đất đai.',
        },
      }),
    },
    {
      shows: 'the applicant asked to withdraw it',
      person: giaDinh,
      applicant: giaDinh,
      dossier: dossier({
        dossierCode: code('38.98.H29', -6, '00058'),
        procedureCode: '1.001266',
        procedureName: 'Chấm dứt hoạt động hộ kinh doanh',
        state: 'withdrawal-asked',
        history: [step('accepted', day(-6), desk), step('withdrawal-asked', at(-1, '09:00'), desk)],
        department: desk,
        receivedAt: day(-6),
        next: { kind: 'none', reason: 'Người nộp đã yêu cầu rút hồ sơ' },
      }),
    },
    {
      shows: 'stopped, with the reason',
      person: viDu,
      applicant: viDu,
      dossier: dossier({
        dossierCode: code('38.98.H29', -30, '00012'),
        procedureCode: '1.013274',
        procedureName: 'Cấp phép sử dụng tạm thời lòng đường, vỉa hè vào mục đích khác',
        state: 'stopped',
        history: [
          step('accepted', day(-30), desk),
          step('papers-needed', day(-26), economy),
          step('stopped', day(-3), economy),
        ],
        receivedAt: day(-30),
        next: { kind: 'none', reason: 'Quá thời hạn bổ sung hồ sơ mà chưa nhận được giấy tờ đề nghị bổ sung' },
      }),
    },
    {
      shows: 'handed over, after it had been late',
      person: giaDinh,
      applicant: giaDinh,
      dossier: dossier({
        dossierCode: code('M12.345.67', -20, 'HT0003'),
        procedureCode: '1.004873',
        procedureName: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
        state: 'returned',
        history: [
          step('accepted', day(-20), desk),
          step('processing', day(-19), civilStatus),
          step('settled', day(-9), civilStatus),
          step('returned', at(-8, '10:40'), desk),
        ],
        receivedAt: day(-20),
        dueAt: day(-9),
        next: { kind: 'none', reason: null },
        lateness: {
          promisedAt: day(-14),
          reason: 'Chờ kết quả xác minh của nơi cư trú trước đây',
          newDueAt: day(-9),
        },
      }),
    },
  ];
}
