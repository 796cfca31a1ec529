/** From a dossier that stands open to the facts of its slips; null where there is no such slip of it. */
import type { Language } from '../../../contract/kiosk.ts';
import type { ApologyFacts } from './apology-facts.ts';
import type { DossierStatusFacts } from './dossier-status-facts.ts';
import { officeDay } from './fact-schemas.ts';
import type { OpenedDossier } from './opened-facts.ts';
import { type PaymentFacts, paymentFactsSchema } from './payment-facts.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { apologyWords } from './words/apology-words.ts';

export function statusFactsOf({ dossier }: OpenedDossier): DossierStatusFacts {
  const { next, lateness } = dossier;
  return {
    form: 'status',
    dossierCode: dossier.dossierCode,
    state: dossier.state,
    asOf: new Date(dossier.asOfMs).toISOString(),
    procedureName: dossier.procedureName,
    dueAt: lateness?.newDueAt ?? dossier.dueAt,
    message: next.kind === 'supplement' || next.kind === 'none' ? next.reason : null,
    papers: papersOf(next),
    supplementBy: next.kind === 'supplement' ? next.by : null,
    collectAt: next.kind === 'collect' ? next.place : null,
    collectHours: next.kind === 'collect' ? next.hours : null,
  };
}

function papersOf(next: OpenedDossier['dossier']['next']): DossierStatusFacts['papers'] {
  if (next.kind === 'supplement') {
    return { kind: 'supplement', names: next.papers };
  }
  return next.kind === 'collect' && next.bring.length > 0 ? { kind: 'bring', names: next.bring } : null;
}

/** Whoever holds the card may read its name and masked number; what the portal does not tell stands on the original. */
export function receiptFactsOf({ dossier, receipt, holder }: OpenedDossier): ReceiptFacts | null {
  return receipt === null
    ? null
    : {
        form: 'receipt',
        parentAgency: receipt.parentAgency,
        agency: dossier.agency,
        number: receipt.number,
        dossierCode: dossier.dossierCode,
        applicant: {
          name: holder?.name ?? null,
          identityNumber: holder?.maskedNumber ?? null,
          address: null,
          phone: null,
          email: null,
        },
        agent: null,
        request: receipt.request,
        papers: [...receipt.papers],
        sets: receipt.sets,
        processingTime: receipt.processingTime,
        receivedAt: receipt.receivedAt,
        dueAt: dossier.dueAt,
        collectAt: receipt.collectAt,
        book: receipt.book,
        receivedBy: null,
      };
}

/** Null for a dossier that is not late. */
export function apologyFactsOf({ dossier, holder }: OpenedDossier, language: Language): ApologyFacts | null {
  const { lateness } = dossier;
  return lateness === null
    ? null
    : {
        to: holder?.name ?? apologyWords[language].toWhoeverHandedItIn,
        receivedOn: dossier.receivedAt === null ? null : officeDay(dossier.receivedAt),
        agency: dossier.agency,
        procedureName: dossier.procedureName,
        dossierCode: dossier.dossierCode,
        promisedAt: lateness.promisedAt,
        reason: lateness.reason,
        newDueAt: lateness.newDueAt,
        contact: dossier.contact,
      };
}

/** Null where no fee is due, or no code can be made of what the portal tells; its check sum is looked at once more. */
export function paymentFactsOf({ dossier }: OpenedDossier): PaymentFacts | null {
  const { payment, dossierCode, procedureName } = dossier;
  return payment === null
    ? null
    : (paymentFactsSchema.safeParse({ ...payment, dossierCode, procedureName }).data ?? null);
}
