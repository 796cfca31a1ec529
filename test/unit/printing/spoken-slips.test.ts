/** What is read aloud of each slip, in the order in which it stands on the paper. */
import { describe, expect, it } from 'vitest';
import { composePayment } from '../../../main/core/printing/slips/compose-payment.ts';
import { composeTicket } from '../../../main/core/printing/slips/compose-ticket.ts';
import type { SlipMoment } from '../../../main/core/printing/slips/slip-frame.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipElement } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { spokenText } from '../../../main/core/printing/typesetting/spoken-text.ts';
import { createPlainTextPainter } from '../../fakes/plain-text-painter.ts';
import { birthRegistration, portalUrlOf } from '../../fakes/printing-procedures.ts';
import {
  type AllFacts,
  barestFacts,
  composeFromFacts,
  composeTestPageFor,
  slipMoment,
  usualFacts,
} from '../../fakes/slip-facts.ts';

const rasteriser = createSlipRasteriser(createPlainTextPainter());
const heightOf = (elements: readonly SlipElement[]): number => rasteriser.measure({ elements }, 576);
const office = ['UBND phường Bến Thành', 'Trung tâm Phục vụ hành chính công phường Bến Thành'];

/** The lines below the office, with every space an ordinary one. */
function spoken(slip: keyof AllFacts, facts = usualFacts, moment: SlipMoment = slipMoment): string[] {
  const layout = composeFromFacts(slip, facts, moment, heightOf);
  return linesOf(spokenText(layout, moment.language));
}

function linesOf(text: string): string[] {
  const lines = text.replaceAll('\u00A0', ' ').split('\n');
  expect(lines.slice(0, 2)).toEqual(office);
  return lines.slice(2);
}

describe('a queue ticket', () => {
  it('tells number, service, counter, what was asked for, and how long it is good', () => {
    expect(spoken('ticket')).toEqual([
      'SỐ THỨ TỰ',
      'A 0 0 5',
      'Chứng thực, sao y bản chính',
      'Mời đến Quầy 1 khi số được gọi',
      'Có đề nghị ưu tiên: Người từ 60 tuổi',
      'Mã QR',
      'Số có giá trị trong ngày 24/11/2026',
      'Lấy số lúc 09:41',
      'Xin giữ phiếu này. Cần giúp đỡ, xin hỏi: Quầy hướng dẫn, bên trái cửa vào.',
    ]);
    expect(spoken('ticket', barestFacts)).toContain('Xin chờ đến khi số được gọi');
    expect(spoken('ticket', barestFacts).join('\n')).not.toContain('ưu tiên');
  });

  it('speaks English', () => {
    expect(spoken('ticket', usualFacts, { ...slipMoment, language: 'en' }).slice(2, 5)).toEqual([
      'Certified copies and signatures',
      'Please go to Counter 1 when your number is called',
      'Priority requested: Aged 60 or over',
    ]);
  });

  it('has the papers of a procedure below the number, on the same slip', () => {
    const layout = composeTicket(
      {
        ...slipMoment,
        places: {},
        catalogueDate: '2026-07-01',
        ticket: usualFacts.ticket,
        checklist: { procedure: birthRegistration, caseId: null, portalUrl: portalUrlOf('1.001193') },
      },
      heightOf,
    );
    const text = linesOf(spokenText(layout)).join('\n');
    expect(text).toMatch(/A 0 0 5[^]*GIẤY TỜ CẦN MANG\nĐăng ký khai sinh\nAi cũng phải có[^]*Mã vạch: 1\.001193/u);
    expect(layout.elements.some(({ kind }) => kind === 'cut')).toBe(false);
    const codes = layout.elements.flatMap((element) => (element.kind === 'qr' ? [element.text] : []));
    expect(codes).toEqual(['TICKET:2026-11-24:A005', portalUrlOf('1.001193')]);
  });
});

it('an appointment tells when, where and what to bring', () => {
  expect(spoken('appointment')).toEqual([
    'PHIẾU HẸN',
    'Đăng ký kết hôn',
    'Xin đến lúc',
    '08:30–09:00 26/11/2026',
    'Thứ Năm',
    'Nơi hẹn: Trung tâm Phục vụ hành chính công phường Mẫu. 1 Đường Mẫu, phường Mẫu',
    'Quầy: Quầy 1 – Tư pháp',
    'Người hẹn: Nguyễn Thị Mẫu',
    'Giấy tờ cần mang. 3 giấy tờ',
    'Tờ khai đăng ký kết hôn. 1 bản chính',
    'Giấy xác nhận tình trạng hôn nhân do Ủy ban nhân dân cấp xã nơi thường trú cấp. 1 bản chính',
    'Thẻ căn cước hoặc hộ chiếu của hai bên',
    'Có thể cần thêm giấy tờ tùy trường hợp. Xin xem trên kiosk hoặc hỏi quầy.',
    'Mã QR',
    'Khi đến, đưa mã này trước máy đọc để lấy số',
    'Đổi hay trả lịch hẹn cũng bằng mã này.',
    'Mã hẹn K7MQ2XW9TB',
    'Không đến được, xin báo: 028 0000 0000',
    'In lúc 09:41 24/11/2026',
    'Phiếu tham khảo, không thay thế Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
  ]);
});

it('a copy of the receipt says first what it is not, then every field of the form in its order', () => {
  expect(spoken('receipt')).toEqual([
    'BẢN SAO ĐỂ THAM KHẢO',
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    'Phiếu tham khảo, không thay thế Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
    'Số: 0128/TN-HS',
    'Mã hồ sơ: H29.79.1-261124-AB0012',
    'Hồ sơ của: Nguyễn Thị Mẫu',
    'Số định danh: 079•••••1234 · Địa chỉ: Nhà 12, ngõ 34 Đường Mẫu, phường Mẫu · Điện thoại: 090 000 0000 · Email: mau@example.vn',
    'Ủy quyền cho: Trần Văn Mẫu',
    'Số định danh: 079•••••5678 · Địa chỉ: Nhà 12, ngõ 34 Đường Mẫu, phường Mẫu',
    'Điện thoại, email: như trên bản chính',
    'Yêu cầu: Đăng ký khai sinh cho con, đăng ký thường trú và cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    'Giấy tờ đã nộp. 4 giấy tờ',
    '1. Tờ khai đăng ký khai sinh (1 bản chính)',
    '2. Giấy chứng sinh (1 bản chính)',
    '3. Tờ khai thay đổi thông tin cư trú (mẫu CT01) (1 bản chính)',
    '4. Giấy chứng nhận kết hôn của cha mẹ (1 bản sao)',
    'Số bộ: 1 bộ',
    'Thời hạn: 04 ngày làm việc',
    'Nhận lúc: 09:41 Thứ Ba, 24/11/2026',
    'Hẹn trả kết quả',
    '16:00 30/11/2026',
    'Thứ Hai',
    'Trả tại: Trung tâm Phục vụ hành chính công phường Mẫu, Quầy trả kết quả',
    'Vào sổ: Quyển 3, số thứ tự 128',
    'Cán bộ: Lê Thị Ví Dụ',
    'Chữ ký: như trên bản chính',
    'Mã QR',
    'Quét mã để tra hồ sơ',
    'H29.79.1-261124-AB0012',
    'In lúc 09:41 24/11/2026',
  ]);
});

it('a copy of the receipt says of what it does not know that it stands on the original', () => {
  const original = 'như trên bản chính';
  const lines = spoken('receipt', barestFacts);
  expect(lines.join('\n')).not.toMatch(/null|undefined/u);
  expect(lines.slice(3, 8)).toEqual([
    `Số: ${original}`,
    'Mã hồ sơ: H29.79.1-261124-AB0012',
    `Hồ sơ của: ${original}`,
    `Số định danh, địa chỉ, điện thoại, email: ${original}`,
    `Ủy quyền cho: ${original}`,
  ]);
  expect(lines.filter((line) => line.endsWith(`: ${original}`)).map((line) => line.split(':')[0])).toEqual([
    'Số',
    'Hồ sơ của',
    'Số định danh, địa chỉ, điện thoại, email',
    'Ủy quyền cho',
    'Số bộ',
    'Thời hạn',
    'Hẹn trả kết quả',
    'Trả tại',
    'Vào sổ',
    'Chữ ký',
  ]);
  const english = spoken('receipt', barestFacts, { ...slipMoment, language: 'en' });
  expect(english).toContain('Dossier of: as on the original');
});

it('the state of a dossier is told with what to do now', () => {
  expect(spoken('status')).toEqual([
    'TÌNH TRẠNG HỒ SƠ',
    'Yêu cầu bổ sung giấy tờ',
    'Việc cần làm',
    'Hồ sơ còn thiếu giấy tờ. Xin đọc thông báo của cơ quan và nộp thêm; chưa rõ xin hỏi quầy.',
    'Ghi chú: Hồ sơ chưa có giấy chứng minh quan hệ cha mẹ con.',
    'Nộp trước: Thứ Bảy, 28/11/2026',
    'Giấy tờ cần nộp thêm. 1 giấy tờ',
    'Bản sao Giấy chứng nhận kết hôn của cha mẹ',
    'Mã hồ sơ: H29.79.1-261124-AB0012',
    'Thủ tục: Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    'Hẹn trả: 16:00 Thứ Hai, 30/11/2026',
    'Mã QR',
    'Quét mã để tra hồ sơ',
    'Theo Cổng Dịch vụ công lúc 10:05 Thứ Tư, 25/11/2026',
    'In lúc 09:41 24/11/2026',
    'Phiếu tham khảo, không thay thế thông báo của cơ quan giải quyết hồ sơ.',
  ]);
  const english = spoken('status', usualFacts, { ...slipMoment, language: 'en' });
  expect(english.slice(1, 3)).toEqual(['More papers needed', 'Yêu cầu bổ sung giấy tờ']);
});

it('an apology tells what was promised, why it is late, and the new day', () => {
  expect(spoken('apology')).toEqual([
    'BẢN SAO ĐỂ THAM KHẢO',
    'Xin lỗi và hẹn lại ngày trả kết quả',
    'Phiếu tham khảo, không thay thế Phiếu xin lỗi và hẹn lại ngày trả kết quả.',
    'Kính gửi: Bà Nguyễn Thị Mẫu',
    'Ngày 24/11/2026, Ủy ban nhân dân phường Mẫu đã tiếp nhận hồ sơ:',
    'Thủ tục: Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    'Mã hồ sơ: H29.79.1-261124-AB0012',
    'Đã hẹn trả: 16:00 Thứ Hai, 30/11/2026',
    'Đến nay hồ sơ chưa có kết quả đúng hẹn.',
    'Lý do: Cơ quan bảo hiểm xã hội chưa gửi lại kết quả cấp thẻ do hệ thống kết nối bị gián đoạn.',
    'Sự chậm trễ này đã gây phiền hà, tốn thời gian và công sức đi lại. Cơ quan xin lỗi ông/bà và mong được thông cảm.',
    'Hẹn lại ngày trả kết quả',
    '16:00 03/12/2026',
    'Thứ Năm',
    'Liên hệ: Quầy hướng dẫn, điện thoại 028 0000 0000',
    'Mã QR',
    'Quét mã để tra hồ sơ',
    'H29.79.1-261124-AB0012',
    'In lúc 09:41 24/11/2026',
  ]);
});

it('an apology that knows no reason and no new day says whom to ask', () => {
  const text = spoken('apology', barestFacts).join('\n');
  expect(text).toContain('Ủy ban nhân dân phường Mẫu đã tiếp nhận hồ sơ:\nMã hồ sơ:');
  expect(text).toContain('Lý do: Cơ quan chưa nêu, xin hỏi nơi tiếp nhận');
  expect(text).toContain('Hẹn lại ngày trả kết quả\nCơ quan chưa hẹn lại. Xin hỏi nơi tiếp nhận hồ sơ.');
});

it('a result that is ready is told with place, hours and what to bring', () => {
  const text = spoken('status', {
    ...usualFacts,
    status: {
      ...usualFacts.status,
      state: 'settled',
      message: null,
      papers: { kind: 'bring', names: ['Bản chính Giấy chứng sinh'] },
      supplementBy: null,
      collectAt: 'Quầy trả kết quả',
      collectHours: '7:30–11:30, 13:30–17:00',
    },
  }).join('\n');
  expect(text).toContain('Trả tại: Quầy trả kết quả. Giờ làm việc: 7:30–11:30, 13:30–17:00');
  expect(text).toContain('Xin mang thêm. 1 giấy tờ\nBản chính Giấy chứng sinh');
});

it('a sample of a payment slip says above and below its code that nobody must pay by it', () => {
  const layout = composePayment({ ...usualFacts.payment, isSample: true }, slipMoment, heightOf);
  const lines = linesOf(spokenText(layout));
  const at = lines.flatMap((line, index) => (line === 'MẪU – KHÔNG THANH TOÁN' ? [index] : []));
  expect(at).toHaveLength(2);
  expect(lines.indexOf('Mã QR')).toBeGreaterThan(at[0] ?? Number.NaN);
  expect(lines.indexOf('Mã QR')).toBeLessThan(at[1] ?? Number.NaN);
});

it('a payment slip tells the amount, whom it goes to and where the receipt is fetched', () => {
  expect(spoken('payment')).toEqual([
    'MÃ THANH TOÁN',
    '40.000 đ',
    'Mở ứng dụng ngân hàng và quét mã này',
    'Mã QR',
    'Xin xem đúng tên người nhận và số tiền rồi mới chuyển.',
    'Trả cho: UBND PHUONG MAU',
    'Ngân hàng: Ngân hàng Mẫu',
    'Tài khoản: 0123456789',
    'Để nộp: Lệ phí cấp bản sao trích lục, 5 bản',
    'Mã hồ sơ: H29.79.1-261124-AB0012',
    'Thủ tục: Cấp bản sao trích lục hộ tịch',
    'Nộp trước: Thứ Sáu, 27/11/2026',
    'Nhận biên lai: Quầy 1, sau khi chuyển tiền',
    'In lúc 09:41 24/11/2026',
    'Phiếu tham khảo, không thay thế biên lai thu phí, lệ phí.',
  ]);
});

it('an update report tells the versions, how many changed, and each fee and time before and now', () => {
  expect(spoken('report')).toEqual([
    'CẬP NHẬT DỮ LIỆU THỦ TỤC',
    'Báo cáo cập nhật',
    'Kiosk: Kiosk 1, phường Mẫu',
    'Lúc: 02:10 Thứ Ba, 24/11/2026',
    'Bản trước: 2026.7.1, dữ liệu ngày 01/07/2026',
    'Bản mới: 2026.11.3, dữ liệu ngày 20/11/2026',
    'Thay đổi: thêm 4, sửa 37, bỏ 2',
    'Phí thay đổi',
    'Thủ tục: 2.000635',
    'Cấp bản sao trích lục hộ tịch. Trước: 8.000 đ một bản. Nay: Miễn phí',
    'Thủ tục: 1.004222',
    'Đăng ký thường trú. Trước: 20.000 đ. Nay: 10.000 đ',
    'Thời hạn thay đổi',
    'Thủ tục: 1.000894',
    'Đăng ký kết hôn. Trước: Trong ngày. Nay: 03 ngày làm việc',
    'In lúc 09:41 24/11/2026',
    'Phiếu dành cho nhân viên, không thay thế văn bản công bố thủ tục.',
  ]);
  expect(spoken('report', barestFacts)).toContain('Phí và thời hạn không thay đổi.');
});

it('the test page names office, printer, profile and width', () => {
  const text = linesOf(spokenText(composeTestPageFor(576, slipMoment, heightOf))).join('\n');
  expect(text).toContain('Trang in thử\nMáy in: virtual:\nKiểu máy: generic-80\nKhổ in: 576 điểm (72 mm)');
});
