/** Facts of slips that come from outside: what is taken, and what is refused with which field. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { slipExamples } from '../../../main/cli/print/slip-examples.ts';
import { dossierStates } from '../../../main/contract/dossiers.ts';
import { slipKinds } from '../../../main/contract/printing.ts';
import { ticketSchema } from '../../../main/contract/queue.ts';
import { crc16CcittFalse } from '../../../main/core/crc16-ccitt-false.ts';
import { apologyFactsSchema } from '../../../main/core/printing/slips/apology-facts.ts';
import { appointmentFactsSchema } from '../../../main/core/printing/slips/appointment-facts.ts';
import { dossierStatusFactsSchema } from '../../../main/core/printing/slips/dossier-status-facts.ts';
import { hasPersonalData } from '../../../main/core/printing/slips/has-personal-data.ts';
import { paymentFactsSchema } from '../../../main/core/printing/slips/payment-facts.ts';
import { receiptFactsSchema } from '../../../main/core/printing/slips/receipt-facts.ts';
import { updateReportFactsSchema } from '../../../main/core/printing/slips/update-report-facts.ts';
import { dossierStatusWords } from '../../../main/core/printing/slips/words/dossier-status-words.ts';
import { barestFacts } from '../../fakes/slip-facts.ts';

const { ticket } = slipExamples.ticket;
const { appointment } = slipExamples.appointment;
const { receipt, status } = slipExamples.dossier;
const { apology } = slipExamples.apology;
const { payment } = slipExamples.payment;
const report = slipExamples['update-report']['update-report'];

it.each<[z.ZodType, unknown, unknown]>([
  [ticketSchema, ticket, barestFacts.ticket],
  [appointmentFactsSchema, appointment, barestFacts.appointment],
  [receiptFactsSchema, receipt, barestFacts.receipt],
  [dossierStatusFactsSchema, status, barestFacts.status],
  [apologyFactsSchema, apology, barestFacts.apology],
  [paymentFactsSchema, payment, barestFacts.payment],
  [updateReportFactsSchema, report, barestFacts.report],
])('takes its example and the barest facts as they are (%#)', (schema, example, barest) => {
  expect(schema.parse(example)).toEqual(example);
  expect(schema.parse(barest)).toEqual(barest);
});

it('takes a missing field for one that is empty', () => {
  const { contact: _contact, ...rest } = apology;
  expect(apologyFactsSchema.parse(rest)).toEqual({ ...apology, contact: null });
});

it('composes letters in pieces and makes one paragraph of several', () => {
  const parsed = apologyFactsSchema.parse({ ...apology, reason: `  ${'Lễ'.normalize('NFD')}\n\n\ttết ` });
  expect(parsed.reason).toBe('Lễ tết');
});

const wrong: readonly (readonly [z.ZodType, object, string])[] = [
  [appointmentFactsSchema, { ...appointment, until: '08:00' }, 'until'],
  [appointmentFactsSchema, { ...appointment, day: '24/11/2026' }, 'day'],
  [appointmentFactsSchema, { ...appointment, code: 'có dấu cách' }, 'code'],
  [receiptFactsSchema, { ...receipt, papers: [] }, 'papers'],
  [receiptFactsSchema, { ...receipt, receivedAt: '2026-11-24 09:41' }, 'receivedAt'],
  [receiptFactsSchema, { ...receipt, applicant: { ...receipt.applicant, name: ' ' } }, 'applicant.name'],
  [receiptFactsSchema, { ...receipt, request: 'x'.repeat(601) }, 'request'],
  [receiptFactsSchema, { ...receipt, request: 'a\u0007' }, 'request'],
  [dossierStatusFactsSchema, { ...status, state: 'lost' }, 'state'],
  [apologyFactsSchema, { ...apology, newDueAt: apology.promisedAt }, 'newDueAt'],
  [apologyFactsSchema, { ...apology, newDueAt: '2026-11-30T23:00:00+07:00' }, 'newDueAt'],
  [paymentFactsSchema, { ...payment, amountVnd: 0 }, 'amountVnd'],
  [paymentFactsSchema, { ...payment, qrText: '' }, 'qrText'],
  [paymentFactsSchema, { ...payment, qrText: payment.qrText.replace('40000', '90000') }, 'qrText'],
  [paymentFactsSchema, { ...payment, qrText: payment.qrText.slice(0, -4) }, 'qrText'],
  [paymentFactsSchema, { ...payment, qrText: payment.qrText.replace('H29.79', 'HỒ.79') }, 'qrText'],
  [updateReportFactsSchema, { ...report, added: -1 }, 'added'],
];

it.each(wrong)('refuses %# and names the field', (schema, facts, field) => {
  const { error } = schema.safeParse(facts);
  expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});

it('takes the new day that begins when the old one ends at the office, not in UTC', () => {
  const facts = { ...apology, promisedAt: '2026-11-30T16:00:00+07:00', newDueAt: '2026-11-30T17:30:00Z' };
  expect(apologyFactsSchema.safeParse(facts).success).toBe(true);
});

describe('the check sum of a payment text', () => {
  it('is that of the published vectors', () => {
    expect(crc16CcittFalse('123456789')).toBe('29B1');
    const vietQr = '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304';
    expect(crc16CcittFalse(vietQr)).toBe('AE9F');
  });
});

it('has the ten states of the portal in its order, each with words', () => {
  expect(dossierStates).toHaveLength(10);
  expect(Object.keys(dossierStatusWords.vi.states)).toEqual([...dossierStates]);
});

it('knows which slips say something about a person', () => {
  expect(slipKinds.filter(hasPersonalData)).toEqual(['appointment', 'dossier-status', 'apology', 'payment']);
});
