/** Facts for the tests of slips: as in everyday life, with everything there is and at its longest, and with nothing that may be missing. */
import { slipExamples } from '../../main/cli/print/slip-examples.ts';
import type { Ticket } from '../../main/contract/queue.ts';
import type { ApologyFacts } from '../../main/core/printing/slips/apology-facts.ts';
import type { AppointmentFacts } from '../../main/core/printing/slips/appointment-facts.ts';
import { composeApology } from '../../main/core/printing/slips/compose-apology.ts';
import { composeAppointment } from '../../main/core/printing/slips/compose-appointment.ts';
import { composeDossierStatus } from '../../main/core/printing/slips/compose-dossier-status.ts';
import { composePayment } from '../../main/core/printing/slips/compose-payment.ts';
import { composeReceipt } from '../../main/core/printing/slips/compose-receipt.ts';
import { composeTestPage } from '../../main/core/printing/slips/compose-test-page.ts';
import { composeTicket } from '../../main/core/printing/slips/compose-ticket.ts';
import { composeUpdateReport } from '../../main/core/printing/slips/compose-update-report.ts';
import type { DossierStatusFacts } from '../../main/core/printing/slips/dossier-status-facts.ts';
import type { PaymentFacts } from '../../main/core/printing/slips/payment-facts.ts';
import type { ReceiptFacts } from '../../main/core/printing/slips/receipt-facts.ts';
import type { HeightOf, SlipMoment } from '../../main/core/printing/slips/slip-frame.ts';
import type { UpdateReportFacts } from '../../main/core/printing/slips/update-report-facts.ts';
import type { SlipLayout } from '../../main/core/printing/typesetting/slip-layout.ts';
import { slipOffice } from './printing-procedures.ts';

/** 09:41 at the office. */
export const slipMoment: SlipMoment = {
  office: slipOffice,
  printedAtMs: Date.UTC(2026, 10, 24, 2, 41),
  language: 'vi',
  large: false,
  maximumHeightMillimetres: 400,
};

/** The facts of every slip that is not made from the catalogue. */
export interface AllFacts {
  readonly ticket: Ticket;
  readonly appointment: AppointmentFacts;
  readonly receipt: ReceiptFacts;
  readonly status: DossierStatusFacts;
  readonly apology: ApologyFacts;
  readonly payment: PaymentFacts;
  readonly report: UpdateReportFacts;
}

export const usualFacts: AllFacts = {
  ticket: slipExamples.ticket.ticket,
  appointment: slipExamples.appointment.appointment,
  receipt: slipExamples.dossier.receipt,
  status: slipExamples.dossier.status,
  apology: slipExamples.apology.apology,
  payment: slipExamples.payment.payment,
  report: slipExamples['update-report']['update-report'],
};

const { ticket, appointment, receipt, status, apology, payment, report } = usualFacts;

/** All that may be missing is. */
export const barestFacts: AllFacts = {
  ticket: { ...ticket, counter: null, priority: null },
  appointment: {
    ...appointment,
    name: null,
    until: null,
    place: { name: appointment.place.name, address: null, counter: null },
    bring: [],
    morePapers: false,
    contact: null,
  },
  receipt: {
    ...receipt,
    number: null,
    applicant: { name: null, identityNumber: null, address: null, phone: null, email: null },
    agent: null,
    papers: [{ name: 'Tờ khai', count: null }],
    sets: null,
    processingTime: null,
    dueAt: null,
    collectAt: null,
    book: null,
    receivedBy: null,
  },
  status: {
    ...status,
    procedureName: null,
    dueAt: null,
    message: null,
    papers: null,
    supplementBy: null,
    collectAt: null,
    collectHours: null,
  },
  apology: {
    ...apology,
    receivedOn: null,
    procedureName: null,
    promisedAt: '2026-11-30',
    reason: null,
    newDueAt: null,
    contact: null,
  },
  payment: {
    ...payment,
    procedureName: null,
    payee: { name: payment.payee.name, bank: null, account: null },
    payBy: null,
  },
  report: { ...report, from: null, changes: [] },
};

/** With `name` wherever a procedure, a paper or a service stands, and everything else as long as it may be. */
export function fullestFacts(name: string): AllFacts {
  const words = (most: number): string => name.slice(0, most).trim();
  const paper = { name: words(400), count: '1 bản chính, 2 bản sao' };
  const person = {
    name: words(120),
    identityNumber: '079•••••1234',
    address: words(250),
    phone: '090 000 0000',
    email: `${'mau'.repeat(20)}@example.vn`,
  };
  return {
    ticket: {
      ...ticket,
      number: 'AB12345',
      serviceName: { vi: words(200), en: words(200) },
      counter: { vi: words(60), en: words(60) },
    },
    appointment: {
      ...appointment,
      morePapers: true,
      service: words(300),
      name: words(120),
      place: { name: words(160), address: words(200), counter: words(80) },
      bring: Array.from({ length: 60 }, () => paper),
      contact: words(160),
    },
    receipt: {
      ...receipt,
      parentAgency: words(160),
      agency: words(160),
      applicant: person,
      agent: person,
      request: words(600),
      papers: Array.from({ length: 100 }, () => paper),
      sets: 99,
      collectAt: words(250),
      receivedBy: words(120),
    },
    status: {
      ...status,
      procedureName: words(600),
      message: words(800),
      papers: { kind: 'supplement', names: Array.from({ length: 40 }, () => words(600)) },
      collectAt: words(250),
      collectHours: words(200),
    },
    apology: { ...apology, to: words(160), agency: words(160), procedureName: words(600), reason: words(800) },
    payment: { ...payment, amountVnd: 99_999_999_999, procedureName: words(600), purpose: words(300) },
    report: {
      ...report,
      changes: Array.from({ length: 300 }, (_, index) => ({
        code: '1.000494.000.00.00.H29',
        title: words(300),
        what: index % 2 === 0 ? ('fee' as const) : ('time' as const),
        before: words(200),
        after: words(200),
      })),
    },
  };
}

/** What the codes of these slips say, by slip. */
export function codesOf(facts: AllFacts): Readonly<Record<keyof AllFacts, readonly string[]>> {
  return {
    ticket: [`TICKET:2026-11-24:${facts.ticket.number}`],
    appointment: [`APPOINTMENT:${facts.appointment.code}`],
    receipt: [facts.receipt.dossierCode],
    status: [facts.status.dossierCode],
    apology: [facts.apology.dossierCode],
    payment: [facts.payment.qrText],
    report: [],
  };
}

/** One of these slips. */
export function composeFromFacts(
  slip: keyof AllFacts,
  facts: AllFacts,
  moment: SlipMoment,
  heightOf: HeightOf,
): SlipLayout {
  switch (slip) {
    case 'ticket': {
      const context = { ...moment, places: {}, catalogueDate: '2026-07-01' };
      return composeTicket({ ...context, ticket: facts.ticket, checklist: null }, heightOf);
    }
    case 'appointment':
      return composeAppointment(facts.appointment, moment, heightOf);
    case 'receipt':
      return composeReceipt(facts.receipt, moment, heightOf);
    case 'status':
      return composeDossierStatus(facts.status, moment, heightOf);
    case 'apology':
      return composeApology(facts.apology, moment, heightOf);
    case 'payment':
      return composePayment(facts.payment, moment, heightOf);
    case 'report':
      break;
  }
  return composeUpdateReport(facts.report, moment, heightOf);
}

export function composeTestPageFor(widthDots: number, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  return composeTestPage({ target: 'virtual:', profileName: 'generic-80', widthDots }, moment, heightOf);
}
