/** The portal's answer as a citizen may see it: no person, no sign that hides, a fee with its code. */
import { describe, expect, it } from 'vitest';
import { dossierSchema } from '../../../main/contract/dossiers.ts';
import { dossierFromPortal } from '../../../main/core/dossiers/dossier-from-portal.ts';
import type { WireDossier } from '../../../main/core/portal/portal-schemas.ts';
import { feeDue, lateBy, makeWireDossier, wireDossierCode } from '../../fakes/make-wire-dossier.ts';

function seen(wire: WireDossier) {
  const found = dossierFromPortal(wire, wireDossierCode);
  if (found === null) {
    throw new Error('Nothing may be seen of it.');
  }
  expect(dossierSchema.parse(found.dossier)).toEqual(found.dossier);
  return found;
}

const person = { name: 'NGUYỄN THỊ MẪU', address: '12 Đường Mẫu', phone: '0900000000', identityNumber: '079190001234' };

/** With a person in every object of it, as a portal that knows no measure would send it. */
function withPersons(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withPersons);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return {
    ...person,
    applicant: person,
    ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPersons(inner)])),
  };
}

function newDue(newDueAt: string | null): string | null | undefined {
  return seen(makeWireDossier({ lateness: { ...lateBy, newDueAt } })).dossier.lateness?.newDueAt;
}

describe('what is seen of a dossier', () => {
  it.each<[string, Partial<WireDossier>]>([
    ['waits', {}],
    ['needs papers', { next: { kind: 'supplement', papers: ['Giấy chứng sinh'], reason: 'Thiếu', by: '2026-11-28' } }],
    ['is to be paid', { next: { kind: 'pay' }, payment: feeDue }],
    ['is ready', { next: { kind: 'collect', place: 'Quầy 5', hours: '7:30–11:30', bring: ['Bản chính'] } }],
    ['is late', { lateness: lateBy }],
    ['is over', { next: { kind: 'none', reason: 'Theo yêu cầu' } }],
  ])('names no person where it %s, whatever else the portal sends', (_what, changes) => {
    const wire = makeWireDossier(changes);
    // As if the client had let all of it through: a cast, for no such wire dossier can be typed.
    const told = JSON.stringify(seen(withPersons(wire) as WireDossier));
    expect(told).not.toMatch(/NGUYỄN|Đường Mẫu|0900000000|079190001234|applicant|address|phone/u);
    expect(JSON.parse(told)).toEqual(JSON.parse(JSON.stringify(seen(wire))));
  });

  it('is plain words, composed, without signs that hide or turn others', () => {
    const { dossier, receipt } = seen(
      makeWireDossier({
        procedureName: `  Cấp\n\tlại \u202Ethẻ\u0007 ${'Lễ'.normalize('NFD')} `,
        department: '\u200B',
        next: { kind: 'supplement', papers: [' \u0000 ', 'Tờ khai'], reason: ' ', by: null },
      }),
    );
    expect(dossier.procedureName).toBe('Cấp lại thẻ Lễ');
    expect([dossier.department, dossier.next]).toEqual([
      null,
      { kind: 'supplement', papers: ['Tờ khai'], reason: null, by: null },
    ]);
    expect(receipt?.papers).toHaveLength(2);
  });

  it('is nothing where the next step says nothing that can be done', () => {
    const nothing = makeWireDossier({ next: { kind: 'supplement', papers: ['\u200B'], reason: null, by: null } });
    expect(dossierFromPortal(nothing, wireDossierCode)).toBeNull();
    const nowhere = makeWireDossier({ next: { kind: 'collect', place: '\u200B', hours: null, bring: [] } });
    expect(dossierFromPortal(nowhere, wireDossierCode)).toBeNull();
  });

  it('has a receipt only where it says what it is about', () => {
    const { receipt } = makeWireDossier();
    expect(seen(makeWireDossier()).dossier.hasReceipt).toBe(true);
    const empty = seen(makeWireDossier({ receipt: receipt === null ? null : { ...receipt, request: '\u200B' } }));
    expect([empty.dossier.hasReceipt, empty.receipt]).toEqual([false, null]);
  });

  it('promises no new day that is not later than the old one', () => {
    expect(newDue('2026-12-03')).toBe('2026-12-03');
    expect(newDue('2026-11-30T23:00:00+07:00')).toBeNull();
    // The next day at the office already.
    expect(newDue('2026-11-30T17:00:00Z')).toBe('2026-11-30T17:00:00Z');
    expect(newDue(null)).toBeNull();
  });
});

describe('a fee', () => {
  it('comes with the code to pay it by, the dossier’s own code in its purpose', () => {
    const { dossier, paymentFault } = seen(makeWireDossier({ payment: feeDue }));
    expect(paymentFault).toBeNull();
    expect(dossier.payment).toEqual({
      amountVnd: 40_000,
      purpose: 'Lệ phí cấp bản sao trích lục, 5 bản',
      payee: { name: 'UBND PHUONG MAU', bank: 'Ngân hàng Mẫu', account: '0123456789' },
      qrText:
        '00020101021238540010A00000072701240006999999011001234567890208QRIBFTTA53037045405400005802VN62260822H29.79.1-261124-AB001263044DEE',
      payBy: '2026-11-27',
      receiptAt: 'Quầy 1, sau khi chuyển tiền',
    });
  });

  it.each([
    ['bank', { ...feeDue, payee: { ...feeDue.payee, bankBin: '099999' } }],
    ['words', { ...feeDue, payee: { ...feeDue.payee, name: '\u200B' } }],
    ['words', { ...feeDue, receiptAt: '\u200B' }],
  ] as const)('comes without one where it cannot be made: %s', (fault, payment) => {
    const found = seen(makeWireDossier({ payment }));
    expect([found.dossier.payment, found.paymentFault]).toEqual([null, fault]);
  });

  it('comes without one where the dossier’s code is longer than a purpose may be', () => {
    const dossierCode = '000000.000000.000000.H29-261124-00001';
    const found = dossierFromPortal(makeWireDossier({ dossierCode, payment: feeDue }), dossierCode);
    expect([found?.dossier.payment, found?.paymentFault]).toEqual([null, 'purpose']);
  });
});
