import { describe, expect, it } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import type { Procedure } from '../../../main/contract/procedure.ts';
import type { ChecklistRequest } from '../../../main/core/printing/slips/checklist-blocks.ts';
import { composeChecklist } from '../../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipLayout } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { spokenText } from '../../../main/core/printing/typesetting/spoken-text.ts';
import { createPlainTextPainter } from '../../fakes/plain-text-painter.ts';
import {
  birthRegistration,
  makeDocument,
  makeGroup,
  makeMethod,
  makeProcedure,
  portalUrlOf,
  slipOffice,
} from '../../fakes/printing-procedures.ts';

const rasteriser = createSlipRasteriser(createPlainTextPainter());

function compose(procedure: Procedure, changes: Partial<ChecklistRequest> = {}, widthDots = 576): SlipLayout {
  return composeChecklist(
    {
      procedure,
      caseId: null,
      office: slipOffice,
      places: {},
      catalogueDate: '2026-07-01',
      portalUrl: portalUrlOf(procedure.code),
      printedAtMs: Date.UTC(2026, 6, 22, 18, 5),
      language: 'vi',
      large: false,
      maximumHeightMillimetres: 400,
      ...changes,
    },
    (elements) => rasteriser.measure({ elements }, widthDots),
  );
}

const spoken = (procedure: Procedure, changes: Partial<ChecklistRequest> = {}): string =>
  spokenText(compose(procedure, changes));

/** With the margins and the feed to the cutter. */
const heightMillimetres = (layout: SlipLayout, widthDots = 576): number =>
  (rasteriser.measure(layout, widthDots) + 24 + 136) / 8;

describe('composeChecklist', () => {
  it('says everything a citizen takes home, in reading order', () => {
    expect(spoken(birthRegistration).split('\n')).toEqual([
      'UBND phường Bến Thành',
      'Trung tâm Phục vụ hành chính công phường Bến Thành',
      'GIẤY TỜ CẦN MANG',
      'Đăng ký khai sinh',
      'Ai cũng phải có. 3 giấy tờ',
      'Giấy tờ phải nộp',
      'Tờ khai đăng ký khai sinh theo mẫu. mẫu HT01 · 1 bản chính',
      'Giấy chứng sinh. 1 bản chính. Bệnh viện đã gửi bản điện tử thì không phải nộp bản giấy.',
      'Giấy tờ phải xuất trình',
      'Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử/Giấy chứng nhận căn cước. 1 bản chính, 1 bản sao',
      'Có một trong các giấy này là đủ',
      'Văn bản của người làm chứng xác nhận về việc sinh. 1 bản chính',
      'Giấy cam đoan về việc sinh. 1 bản chính',
      'Chỉ khi thuộc trường hợp',
      'Văn bản ủy quyền có chứng thực. 1 bản chính. Khi: nhờ người khác làm giúp',
      'Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập. 1 bản chính. Khi: trẻ em bị bỏ rơi',
      'Bản sao: bản chứng thực, hoặc bản chụp kèm bản chính để đối chiếu.',
      'Hạn phải làm: Trong 60 ngày kể từ ngày sinh con',
      'Bao lâu có kết quả: Trong ngày, nếu nộp trước 15:00. Nộp trực tiếp',
      'Tốn bao nhiêu: Miễn phí. đăng ký khai sinh đúng hạn',
      'Nộp tại: Trung tâm Phục vụ hành chính công phường Bến Thành',
      'Mã QR: dichvucong.gov.vn',
      'Quét mã để xem đủ',
      'Mã thủ tục 1.001193',
      'Dữ liệu ngày 01/07/2026',
      'In lúc 01:05 23/07/2026',
      'Mã vạch: 1.001193',
      'Phiếu tham khảo, không thay thế hướng dẫn của cơ quan giải quyết hồ sơ.',
    ]);
  });

  it('carries the link of the procedure in its code to scan', () => {
    const codes = compose(birthRegistration).elements.filter((element) => element.kind === 'qr');
    expect(codes.map((code) => code.text)).toEqual([portalUrlOf('1.001193')]);
  });

  it('never prints notes', () => {
    const group = { ...makeGroup('g1', 'note', 'Lưu ý', []), notes: ['Cá nhân có quyền lựa chọn nơi nộp.'] };
    expect(spoken(makeProcedure({ documentGroups: [group] }))).not.toContain('Cá nhân có quyền');
  });

  const withCases = makeProcedure({
    documentGroups: [
      makeGroup('g1', 'unclear', null, [makeDocument('Đơn đề nghị')]),
      makeGroup('g2', 'case', 'Trường hợp nhà ở riêng lẻ:', [makeDocument('Bản vẽ nhà ở')]),
      makeGroup('g3', 'case', 'Đối với công trình tôn giáo', [makeDocument('Văn bản chấp thuận')]),
    ],
  });

  it('prints the base papers and those of the chosen case', () => {
    const text = spoken(withCases, { caseId: 'g2' });
    expect(text).toContain('Trường hợp: Nhà ở riêng lẻ');
    expect(text).toContain('Đơn đề nghị');
    expect(text).toContain('Bản vẽ nhà ở');
    expect(text).not.toContain('Văn bản chấp thuận');
  });

  it('names the cases where none was chosen', () => {
    const text = spoken(withCases);
    expect(text).toContain('Giấy tờ khác nhau theo 2 trường hợp:\n– Nhà ở riêng lẻ\n– Đối với công trình tôn giáo');
    expect(text).not.toContain('Bản vẽ nhà ở');
  });

  it('refuses a case that the procedure does not have', () => {
    expect(() => compose(withCases, { caseId: 'g9' })).toThrow(KioskError);
  });

  it('says where to ask when the portal names no papers, no time, no place', () => {
    const text = spoken(makeProcedure({ servedAt: 'unknown', submissionMethods: [] }));
    expect(text).toContain('Cổng quốc gia không ghi giấy tờ. Xin hỏi quầy hướng dẫn.');
    expect(text).toContain('Bao lâu có kết quả: Xin hỏi quầy hướng dẫn');
    expect(text).toContain('Nộp tại: Xin hỏi quầy hướng dẫn. Quầy hướng dẫn, bên trái cửa vào');
  });

  it.each([
    [3.5, 'day', '7 ngày với nhà ở riêng lẻ', '3,5 ngày. Nộp trực tiếp: 7 ngày với nhà ở riêng lẻ'],
    [null, null, 'trong ngày', 'Nộp trực tiếp: trong ngày'],
    [null, null, null, 'Xin hỏi quầy hướng dẫn. Nộp trực tiếp'],
  ] as const)('tells the time %s %s with the note %s', (amount, unit, note, expected) => {
    const method = makeMethod('direct', { processingTime: { amount, unit, note } });
    const line = spoken(makeProcedure({ submissionMethods: [method] }))
      .split('\n')
      .find((each) => each.startsWith('Bao lâu'));
    expect(line?.replace(/^Bao lâu có kết quả[:.] /u, '')).toBe(expected);
  });

  it('takes name, address and hours of a place from the configuration', () => {
    const places = { police: { name: 'Công an phường', address: '5 Đường Mẫu', hours: 'giờ hành chính' } };
    const procedure = makeProcedure({ servedAt: 'police' });
    expect(spoken(procedure, { places })).toContain('Nộp tại: Công an phường. 5 Đường Mẫu\ngiờ hành chính');
    expect(spoken(procedure)).toContain('Nộp tại: Công an cấp xã');
    expect(spoken(makeProcedure({ onlineService: 'only' }))).toContain('Chỉ nộp trên mạng – nhờ quầy hỗ trợ');
  });

  it('has English labels and keeps the official name for the clerk', () => {
    const text = spoken(birthRegistration, { language: 'en' });
    expect(text).toContain('Birth registration\nOfficial name: Thủ tục đăng ký khai sinh\nEverybody needs. 3 papers');
    expect(text).toContain('Any one of these is enough');
    expect(text).toContain('For reference only');
  });

  it('says whose rule it is', () => {
    const procedure = makeProcedure({ issuer: { scope: 'province', province: 'Hải Phòng' } });
    expect(spoken(procedure)).toContain('Quy định riêng của Hải Phòng');
  });

  const long = 'Giấy tờ do cơ quan có thẩm quyền của nước ngoài cấp, đã được hợp pháp hóa lãnh sự. ';
  const endless = makeProcedure({
    name: long.repeat(14),
    shortTitle: 'Ư'.repeat(60),
    citizenDeadline: { days: 1, text: long.repeat(5) },
    documentGroups: [
      makeGroup('g1', 'part', long.repeat(15), [
        ...Array.from({ length: 120 }, (_, index) => makeDocument(`${index} ${long.repeat(60)}`)),
        ...Array.from({ length: 100 }, (_, index) =>
          makeDocument(`x${index} ${long}`, { need: { kind: 'if-applicable', condition: long } }),
        ),
      ]),
    ],
  });

  it.each([
    [576, 400],
    [384, 400],
    [576, 150],
    [384, 150],
  ])(
    'stays within its length on %i dots at %i mm and says how much it left out',
    (widthDots, maximumHeightMillimetres) => {
      const layout = compose(endless, { maximumHeightMillimetres }, widthDots);
      expect(heightMillimetres(layout, widthDots)).toBeLessThanOrEqual(maximumHeightMillimetres);
      const printed = layout.elements.filter((element) => element.kind === 'checkbox').length;
      expect(spokenText(layout)).toContain(`Còn ${220 - printed} dòng giấy tờ chưa in ở đây.`);
      expect(spokenText(layout)).toContain('Phiếu tham khảo');
      expect(layout.elements.some((element) => element.kind === 'qr') || maximumHeightMillimetres < 400).toBe(true);
    },
  );

  it('leaves out the papers that only some need before those that everybody needs', () => {
    const group = makeGroup('g1', 'unclear', null, [
      ...Array.from({ length: 40 }, (_, index) =>
        makeDocument(`Giấy khi cần ${index}`, { need: { kind: 'if-applicable', condition: null } }),
      ),
      ...Array.from({ length: 20 }, (_, index) => makeDocument(`Giấy luôn cần ${index}`)),
    ]);
    const text = spoken(makeProcedure({ documentGroups: [group] }));
    expect(text.match(/Giấy luôn cần/gu)).toHaveLength(20);
    expect(text.match(/Giấy khi cần/gu)?.length ?? 0).toBeLessThan(40);
  });
});
