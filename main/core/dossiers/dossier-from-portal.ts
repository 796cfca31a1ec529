/** From the portal's answer to what a citizen may see of it: each field is taken by name, so nothing else comes along. */
import type { Dossier, DuePayment, NextStep } from '../../contract/dossiers.ts';
import { officeDate } from '../office-date.ts';
import type { WireDossier, WirePayment, WireReceipt } from '../portal/portal-schemas.ts';
import { buildPaymentQr, type PaymentFault } from './build-payment-qr.ts';
import type { DossierReceipt } from './opened-dossier.ts';
import { plainList, plainWords } from './plain-words.ts';

export interface DossierFromPortal {
  readonly dossier: Dossier;
  readonly receipt: DossierReceipt | null;
  /** Why a fee that is due has no code to pay it by. */
  readonly paymentFault: PaymentFault | null;
}

/** Null where the answer is of another dossier than the one asked for, or contradicts itself. */
export function dossierFromPortal(wire: WireDossier, dossierCode: string): DossierFromPortal | null {
  const agency = plainWords(wire.agency);
  const next = nextStep(wire.next);
  if (!isSameCode(wire.dossierCode, dossierCode) || agency === null || next === null) {
    return null;
  }
  if (wire.history.at(-1)?.state !== wire.state) {
    return null;
  }
  const { payment, fault } = wire.payment === null ? noPayment : duePayment(wire.payment, wire.dossierCode);
  const receipt = wire.receipt === null ? null : receiptFields(wire.receipt);
  return {
    paymentFault: fault,
    receipt,
    dossier: {
      dossierCode: wire.dossierCode,
      procedureCode: wire.procedureCode,
      procedureName: plainWords(wire.procedureName),
      state: wire.state,
      history: wire.history.map(({ state, at, department }) => ({ state, at, department: plainWords(department) })),
      department: plainWords(wire.department),
      receivedAt: wire.receivedAt,
      dueAt: wire.dueAt,
      next,
      lateness: lateness(wire.lateness),
      payment,
      hasReceipt: receipt !== null,
      agency,
      contact: plainWords(wire.contact),
      asOfMs: Date.parse(wire.asOf),
    },
  };
}

/** Codes are kept as scanned; the portal may write its own in capitals. */
export function isSameCode(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}

/** Null where it says nothing that can be done. */
function nextStep(step: WireDossier['next']): NextStep | null {
  switch (step.kind) {
    case 'wait':
    case 'pay':
      return { kind: step.kind };
    case 'supplement': {
      const papers = plainList(step.papers);
      return papers.length === 0 ? null : { kind: step.kind, papers, reason: plainWords(step.reason), by: step.by };
    }
    case 'collect': {
      const place = plainWords(step.place);
      const { kind, hours, bring } = step;
      return place === null ? null : { kind, place, hours: plainWords(hours), bring: plainList(bring) };
    }
    case 'none':
      break;
  }
  return { kind: 'none', reason: plainWords(step.reason) };
}

/** A new promise that is no later than the old one is none. */
function lateness(late: WireDossier['lateness']): Dossier['lateness'] {
  if (late === null) {
    return null;
  }
  const { promisedAt, newDueAt } = late;
  const isLater = newDueAt !== null && officeDay(newDueAt) > officeDay(promisedAt);
  return { promisedAt, reason: plainWords(late.reason), newDueAt: isLater ? newDueAt : null };
}

function officeDay(dayOrMoment: string): string {
  return dayOrMoment.includes('T') ? officeDate(Date.parse(dayOrMoment)) : dayOrMoment;
}

const noPayment = { payment: null, fault: null };

/** The code in the purpose is how the payee finds the dossier a sum is for. */
function duePayment(
  wire: WirePayment,
  dossierCode: string,
): { readonly payment: DuePayment | null; readonly fault: PaymentFault | null } {
  const { bankBin, account } = wire.payee;
  const qr = buildPaymentQr({ bankBin, account, amountVnd: wire.amountVnd, purpose: dossierCode });
  if (!qr.ok) {
    return { payment: null, fault: qr.fault };
  }
  const name = plainWords(wire.payee.name);
  const purpose = plainWords(wire.purpose);
  const receiptAt = plainWords(wire.receiptAt);
  if (name === null || purpose === null || receiptAt === null) {
    return { payment: null, fault: 'words' };
  }
  const payee = { name, bank: plainWords(wire.payee.bank), account };
  const { amountVnd, payBy } = wire;
  return { payment: { amountVnd, purpose, payee, qrText: qr.text, payBy, receiptAt }, fault: null };
}

/** Null where what the receipt is about is missing. */
function receiptFields(wire: WireReceipt): DossierReceipt | null {
  const request = plainWords(wire.request);
  const papers = wire.papers.flatMap((paper) => {
    const name = plainWords(paper.name);
    return name === null ? [] : [{ name, count: plainWords(paper.count) }];
  });
  const entry = plainWords(wire.book?.entry ?? null);
  return request === null || papers.length === 0
    ? null
    : {
        parentAgency: plainWords(wire.parentAgency),
        number: plainWords(wire.number),
        request,
        papers,
        sets: wire.sets,
        processingTime: plainWords(wire.processingTime),
        receivedAt: wire.receivedAt,
        collectAt: plainWords(wire.collectAt),
        book: entry === null ? null : { volume: plainWords(wire.book?.volume ?? null), entry },
      };
}
