/** The office's sheet lies over its city's: key by key, and everybody's words stay theirs. */
import { describe, expect, it } from 'vitest';
import { applyOverlay } from '../../../main/core/catalogue/import/apply-overlay.ts';
import { laySheets } from '../../../main/core/catalogue/import/lay-sheets.ts';
import { type Overlay, overlaySchema } from '../../../main/core/catalogue/import/overlay.ts';
import { siteContentSchema } from '../../../main/core/catalogue/site-content.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';

const sheet = (changes: object): Overlay =>
  overlaySchema.parse({ office: 'Phường Thử', province: null, updatedDate: '2026-07-01', procedures: {}, ...changes });
const notice = (id: string) => ({ id, kind: 'warning', text: { vi: id, en: null }, fromMs: 0, untilMs: null });
const fee = (text: string) => ({ text, amountVnd: null, decision: 'NQ 1/2026/NQ-HĐND' });

const city = sheet({
  office: 'Thành phố Thử',
  province: 'Lào Cai',
  procedures: {
    '1.000001': { counter: 'Quầy 1', localFee: fee('theo thành phố'), hidden: true },
    '1.000002': { localFee: fee('theo thành phố'), note: 'Cả thành phố' },
  },
  notices: [notice('storm')],
  closedDates: ['2026-12-24'],
  helpDesk: 'Tổng đài 1022',
});
const office = sheet({
  procedures: {
    '1.000001': { hidden: false, localFee: fee('theo phường') },
    '1.000002': { pinned: true },
    '1.000003': { servedAt: 'police' },
  },
  notices: [notice('power-cut')],
  closedDates: [],
  hours: 'Sáng thứ Bảy: 7.30–11.30',
});

const originOf = (lower: Overlay | null, upper: Overlay | null) => laySheets(lower, upper).notices[0]?.origin;

describe('laySheets', () => {
  it('takes each key from the upper sheet where it says something, else from the lower one', () => {
    const laid = laySheets(city, office);
    expect(laid).toMatchObject({ office: 'Phường Thử', province: 'Lào Cai' });
    expect(laid.procedures).toEqual({
      '1.000001': { counter: 'Quầy 1', hidden: false, localFee: fee('theo phường'), localFeeOrigin: 'office' },
      '1.000002': { note: 'Cả thành phố', pinned: true, localFee: fee('theo thành phố'), localFeeOrigin: 'city' },
      '1.000003': { servedAt: 'police' },
    });
    expect(laid.siteContent).toEqual({
      openingHours: null,
      closedDates: [],
      workedDates: null,
      hours: 'Sáng thứ Bảy: 7.30–11.30',
      helpDesk: 'Tổng đài 1022',
    });
    expect(siteContentSchema.safeParse(laid.siteContent).success).toBe(true);
    expect(laid.notices.map(({ id, origin }) => [id, origin])).toEqual([
      ['power-cut', 'office'],
      ['storm', 'city'],
    ]);
  });

  it('lets no office speak for its city, and a city that lies alone only where it says so', () => {
    expect(originOf(null, { ...office, scope: 'city' })).toBe('office');
    expect(originOf(office, null)).toBe('office');
    expect(originOf({ ...city, scope: 'city' }, null)).toBe('city');
    expect(originOf(city, sheet({}))).toBe('city');
  });

  it('of nothing says nothing', () => {
    expect(laySheets(null, null)).toMatchObject({ office: null, province: null, procedures: {}, notices: [] });
  });
});

const council = {
  kind: 'council' as const,
  amountVnd: null,
  text: 'HĐND quyết định',
  exemption: false,
  validUntil: null,
  legalBasis: null,
  origin: 'national' as const,
};
const submissionMethods = [
  {
    channel: 'direct' as const,
    processingTime: { amount: null, unit: null, note: null },
    fees: [council],
    note: null,
  },
];

const feeOf = (code: string) => {
  const laid = applyOverlay(makeProcedure({ code, submissionMethods }), laySheets(city, office));
  return laid.submissionMethods[0]?.fees[0];
};

describe('a procedure under both sheets', () => {
  it('shows each fee as the one of those who set it', () => {
    expect(feeOf('1.000001')).toMatchObject({ text: 'theo phường', origin: 'office' });
    expect(feeOf('1.000002')).toMatchObject({ text: 'theo thành phố', origin: 'city' });
  });

  it('stands on its tile only where it is done nearby and is no rule of another province', () => {
    const sheets = laySheets(
      sheet({ province: 'Lào Cai', procedures: { '1.000002': { servedAt: 'province' } } }),
      null,
    );
    const tileOf = (changes: Parameters<typeof makeProcedure>[0]) =>
      applyOverlay(makeProcedure({ tile: 3, servedAt: 'here', ...changes }), sheets).tile;
    expect(tileOf({ code: '1.000001' })).toBe(3);
    expect(tileOf({ code: '1.000002' })).toBeNull();
    expect(tileOf({ code: '1.000001', servedAt: 'tax' })).toBeNull();
    expect(tileOf({ code: '1.000001', issuer: { scope: 'province', province: 'Hà Nội' } })).toBeNull();
    expect(tileOf({ code: '1.000001', issuer: { scope: 'province', province: 'Lào Cai' } })).toBe(3);
  });
});

describe('the sheet', () => {
  it.each([
    ['two notices of one name', { notices: [notice('a'), notice('a')] }, /twice/u],
    ['a day closed and worked', { closedDates: ['2026-12-24'], workedDates: ['2026-12-24'] }, /closed dates too/u],
    ['hours that end before they begin', { openingHours: [{ days: [1], from: '11:00', to: '07:30' }] }, /must end/u],
    ['a notice with a key of its own', { notices: [{ ...notice('a'), html: '<b>' }] }, /html/u],
  ])('is refused with %s', (_what, changes, message) => {
    expect(() => sheet(changes)).toThrow(message);
  });
});
