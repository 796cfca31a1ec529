/** The slips of a dossier that stands open and of an appointment: from what is known of them to what stands on the paper. */
import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../main/contract/appointments.ts';
import { type DossierSlip, dossierSlips } from '../../../main/contract/dossiers.ts';
import type { Language } from '../../../main/contract/kiosk.ts';
import { dossierFromPortal } from '../../../main/core/dossiers/dossier-from-portal.ts';
import type { WireDossier } from '../../../main/core/portal/portal-schemas.ts';
import { composeSlip, type SlipSources } from '../../../main/core/printing/slips/compose-slip.ts';
import type { HeldAppointment, OpenedDossier } from '../../../main/core/printing/slips/opened-facts.ts';
import type { SlipLayout } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { spokenText } from '../../../main/core/printing/typesetting/spoken-text.ts';
import { demonstrationDossiers } from '../../../scripts/portal/demonstration/dossiers.ts';
import { feeDue, lateBy, makeWireDossier, wireDossierCode } from '../../fakes/make-wire-dossier.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { readQrCodes } from './slip-dots.ts';
import { expectSound, rasteriser, settings } from './typesetting-checks.ts';

const view = 'v'.repeat(22);
const holder = { name: 'NGUYỄN THỊ MẪU', maskedNumber: '079•••••1234' };

function opened(changes: Partial<WireDossier> = {}, by: OpenedDossier['holder'] = holder): OpenedDossier {
  const found = dossierFromPortal(makeWireDossier(changes), wireDossierCode);
  if (found === null) {
    throw new Error('The dossier of this test contradicts itself.');
  }
  return { dossier: found.dossier, receipt: found.receipt, holder: by };
}

const appointment: Appointment = {
  appointmentCode: 'ABCD1234',
  procedureCode: birthRegistration.code,
  service: {
    id: 'ho-tich',
    name: { vi: 'Hộ tịch', en: 'Civil status' },
    place: { name: 'Trung tâm', address: '1 Đường Mẫu', counter: 'Quầy 1' },
    contact: '028 0000 0000',
  },
  day: '2026-11-26',
  from: '08:30',
  until: '09:00',
  state: 'booked',
  checkInFromMs: 0,
  checkInUntilMs: 1,
};

function sourcesOf(dossier: OpenedDossier | null, held: HeldAppointment | null): SlipSources {
  return {
    office: slipOffice,
    places: {},
    maximumSlipMillimetres: 400,
    clock: { nowMs: () => Date.UTC(2026, 10, 26, 2, 41) },
    catalogueDate: () => '2026-07-01',
    getProcedure: (code) => (code === birthRegistration.code ? birthRegistration : null),
    getLifeEvent: () => null,
    getTicket: () => null,
    getDossier: (asked) => (asked === view ? dossier : null),
    getAppointment: (code) => (code === 'ABCD1234' ? held : null),
    portalUrlOf,
  };
}

interface Paper {
  readonly language?: Language;
  readonly large?: boolean;
  readonly widthDots?: number;
}

function dossierSlip(slip: DossierSlip, dossier: OpenedDossier | null, paper: Paper = {}): SlipLayout {
  const { language = 'vi', large = false, widthDots = 576 } = paper;
  return composeSlip({ kind: 'dossier', view, slip, language, large }, sourcesOf(dossier, null), (elements) =>
    rasteriser.measure({ elements, large }, widthDots),
  );
}

function appointmentSlip(held: HeldAppointment | null, language: Language = 'vi'): SlipLayout {
  const request = { kind: 'appointment', appointmentCode: 'ABCD1234', language, large: false } as const;
  return composeSlip(request, sourcesOf(null, held), (elements) => rasteriser.measure({ elements }, 576));
}

/** With every space an ordinary one. */
function read(layout: SlipLayout, language: Language = 'vi'): string {
  return spokenText(layout, language).replaceAll('\u00A0', ' ');
}

const missing = expect.objectContaining({ code: 'not-found' });

describe('the copy of a receipt', () => {
  it('has every field of Mẫu 01 in its order, says what it is, and that the rest stands on the original', () => {
    const lines = read(dossierSlip('receipt', opened())).split('\n');
    const start = lines.indexOf('Phiếu tham khảo, không thay thế Giấy tiếp nhận hồ sơ và hẹn trả kết quả.');
    expect(lines.slice(start + 1, -4)).toEqual([
      'Nơi nhận: Trung tâm Phục vụ hành chính công phường Mẫu. Ủy ban nhân dân phường Mẫu',
      'Số: 0128/TN-HS',
      'Mã hồ sơ: H29.79.1-261124-AB0012',
      'Hồ sơ của: NGUYỄN THỊ MẪU',
      'Số định danh: 079•••••1234',
      'Địa chỉ, điện thoại, email: như trên bản chính',
      'Ủy quyền cho: như trên bản chính',
      'Yêu cầu: Đăng ký khai sinh cho con',
      'Giấy tờ đã nộp. 2 giấy tờ',
      '1. Tờ khai đăng ký khai sinh (1 bản chính)',
      '2. Giấy chứng sinh',
      'Số bộ: 1 bộ',
      'Thời hạn: 04 ngày làm việc',
      'Nhận lúc: 09:41 Thứ Ba, 24/11/2026',
      'Hẹn trả kết quả',
      '16:00 30/11/2026',
      'Thứ Hai',
      'Trả tại: Quầy trả kết quả',
      'Vào sổ: Quyển 3, số thứ tự 128',
      'Chữ ký: như trên bản chính',
    ]);
  });

  it('names nobody after a one-time code', () => {
    const text = read(dossierSlip('receipt', opened({}, null)));
    expect(text).toContain(
      'Hồ sơ của: như trên bản chính\nSố định danh, địa chỉ, điện thoại, email: như trên bản chính',
    );
    expect(read(dossierSlip('receipt', opened({}, null), { language: 'en' }), 'en')).toContain(
      'Dossier of: as on the original',
    );
  });

  it('is none where the portal tells of no receipt', () => {
    expect(() => dossierSlip('receipt', opened({ receipt: null }))).toThrow(missing);
  });
});

describe('an apology', () => {
  it('is addressed to whoever holds the card, with the reason and the new day', () => {
    const text = read(dossierSlip('apology', opened({ lateness: lateBy })));
    expect(text).toContain('Phiếu tham khảo, không thay thế');
    expect(text).toContain('Kính gửi: NGUYỄN THỊ MẪU\nNgày 24/11/2026, Trung tâm');
    expect(text).toContain('Đã hẹn trả: 16:00 Thứ Hai, 30/11/2026');
    expect(text).toContain('Lý do: Cơ quan phối hợp chưa gửi lại kết quả.');
    expect(text).toContain('Hẹn lại ngày trả kết quả\n16:00 03/12/2026\nThứ Năm\nLiên hệ: 028 0000 0000');
  });

  it('is addressed to nobody by name after a one-time code', () => {
    const late = opened({ lateness: lateBy }, null);
    expect(read(dossierSlip('apology', late))).toContain('Kính gửi: ông/bà nộp hồ sơ');
    expect(read(dossierSlip('apology', late, { language: 'en' }), 'en')).toContain(
      'To: the person who handed in this dossier',
    );
  });

  it('says whom to ask where there is neither reason nor new day', () => {
    const text = read(dossierSlip('apology', opened({ lateness: { ...lateBy, reason: null, newDueAt: null } })));
    expect(text).toContain('Lý do: Cơ quan chưa nêu');
    expect(text).toContain('Cơ quan chưa hẹn lại. Xin hỏi nơi tiếp nhận hồ sơ.');
  });

  it('is none where nothing is late', () => {
    expect(() => dossierSlip('apology', opened())).toThrow(missing);
  });
});

describe('a payment slip', () => {
  const due = opened({ payment: feeDue, next: { kind: 'pay' } });

  it.each(settings)(
    'fits on one sheet, tells where the receipt is fetched, and its code reads back (%i, %s)',
    async (widthDots, large) => {
      const layout = dossierSlip('payment', due, { widthDots, large });
      expect(read(layout)).toContain('Nhận biên lai: Quầy 1, sau khi chuyển tiền');
      expect(read(layout)).not.toContain('MẪU – KHÔNG THANH TOÁN');
      const image = rasteriser.rasterise(layout, widthDots);
      expect(image.heightDots).toBeLessThanOrEqual(400 * 8 * (large ? 2 : 1));
      expect(image.cutsAtDots).toEqual([]);
      expect(await readQrCodes(rasteriser.toPng(image))).toEqual([due.dossier.payment?.qrText]);
    },
  );

  it('is none where no fee is due, or its code is not sound', () => {
    expect(() => dossierSlip('payment', opened())).toThrow(missing);
    const { dossier } = due;
    const payment = dossier.payment === null ? null : { ...dossier.payment, qrText: `${dossier.payment.qrText}0` };
    expect(() => dossierSlip('payment', { ...due, dossier: { ...dossier, payment } })).toThrow(missing);
  });
});

describe('the state of a dossier', () => {
  it('tells the papers asked for, by when, and why', () => {
    const next = {
      kind: 'supplement',
      papers: ['Giấy chứng sinh', 'Thẻ căn cước'],
      reason: 'Còn thiếu',
      by: '2026-11-28',
    } as const;
    const text = read(
      dossierSlip(
        'status',
        opened({
          state: 'papers-needed',
          history: [{ state: 'papers-needed', at: '2026-11-25', department: null }],
          next: { ...next, papers: [...next.papers] },
        }),
      ),
    );
    expect(text).toContain('Yêu cầu bổ sung giấy tờ');
    expect(text).toContain(
      'Ghi chú: Còn thiếu\nNộp trước: Thứ Bảy, 28/11/2026\nGiấy tờ cần nộp thêm. 2 giấy tờ\nGiấy chứng sinh\nThẻ căn cước',
    );
    expect(text).toContain('Theo Cổng Dịch vụ công lúc 08:00 Thứ Năm, 26/11/2026');
  });

  it('tells the new day of one that is late', () => {
    expect(read(dossierSlip('status', opened()))).toContain('Hẹn trả: 16:00 Thứ Hai, 30/11/2026');
    expect(read(dossierSlip('status', opened({ lateness: lateBy })))).toContain('Hẹn trả: 16:00 Thứ Năm, 03/12/2026');
  });

  it('tells where and when a result is collected, and names nobody', () => {
    const text = read(
      dossierSlip(
        'status',
        opened({ next: { kind: 'collect', place: 'Quầy 5', hours: '7:30–11:30', bring: ['Bản chính'] } }),
      ),
    );
    expect(text).toContain('Trả tại: Quầy 5. Giờ làm việc: 7:30–11:30\nXin mang thêm. 1 giấy tờ\nBản chính');
    expect(text).not.toMatch(/NGUYỄN|079/u);
  });
});

it.each(dossierSlips)('a dossier that is not open gives no %s slip', (slip) => {
  expect(() => dossierSlip(slip, null)).toThrow(missing);
});

describe('every dossier of the reference portal', () => {
  const nowMs = Date.UTC(2026, 10, 26, 2, 41);

  it.each(demonstrationDossiers(nowMs).map(({ dossier }) => [dossier.dossierCode, dossier.state, dossier] as const))(
    '%s (%s) gives the slips that make sense of it, whole and short enough, their codes readable',
    async (code, _state, wire) => {
      const found = dossierFromPortal({ ...wire, asOf: new Date(nowMs).toISOString() }, code);
      expect(found?.paymentFault).toBeNull();
      const open = found === null ? null : { dossier: found.dossier, receipt: found.receipt, holder };
      const sensible = {
        status: true,
        receipt: wire.receipt !== null,
        apology: wire.lateness !== null,
        payment: wire.payment !== null,
      };
      for (const slip of dossierSlips) {
        if (!sensible[slip]) {
          expect(() => dossierSlip(slip, open)).toThrow(missing);
          continue;
        }
        for (const [widthDots, large] of settings) {
          const layout = dossierSlip(slip, open, { widthDots, large });
          expectSound(layout.elements, widthDots, large);
          const image = rasteriser.rasterise(layout, widthDots);
          expect(image.heightDots).toBeLessThanOrEqual(400 * 8 * (large ? 2 : 1));
          expect(await readQrCodes(rasteriser.toPng(image))).toEqual([
            slip === 'payment' ? open?.dossier.payment?.qrText : code,
          ]);
        }
      }
    },
  );
});

describe('an appointment slip', () => {
  it('tells when and where, whose it is, what everybody brings, and that there may be more', async () => {
    const layout = appointmentSlip({ appointment, name: 'Nguyễn Thị Mẫu' });
    const text = read(layout);
    expect(text).toContain('PHIẾU HẸN\nĐăng ký khai sinh\nXin đến lúc\n08:30–09:00 26/11/2026\nThứ Năm');
    expect(text).toContain('Người hẹn: Nguyễn Thị Mẫu\nGiấy tờ cần mang. 3 giấy tờ');
    expect(text).toContain('Tờ khai đăng ký khai sinh theo mẫu. mẫu HT01 · 1 bản chính');
    expect(text).not.toContain('trẻ bị bỏ rơi');
    expect(text).toContain('Có thể cần thêm giấy tờ tùy trường hợp.');
    expect(await readQrCodes(rasteriser.toPng(rasteriser.rasterise(layout, 576)))).toEqual(['APPOINTMENT:ABCD1234']);
  });

  it('names nobody where nobody is known, and the service where the procedure is not in the catalogue', () => {
    const text = read(
      appointmentSlip({ appointment: { ...appointment, procedureCode: '9.999999' }, name: null }, 'en'),
      'en',
    );
    expect(text).toContain('Civil status');
    expect(text).not.toMatch(/Name|Papers to bring|More papers/u);
    expect(read(appointmentSlip({ appointment, name: null }, 'en'), 'en')).toContain('Birth registration');
  });

  it.each(['checked-in', 'given-back', 'missed'] as const)('is none of one that is %s', (state) => {
    expect(() => appointmentSlip({ appointment: { ...appointment, state }, name: null })).toThrow(missing);
  });

  it('is none of one that was neither booked nor scanned here', () => {
    expect(() => appointmentSlip(null)).toThrow(missing);
  });
});
