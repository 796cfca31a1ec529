/** What the page is told of a scan: everything of a code, of a card only the name it is kept under and its number, masked. */
import type { ScanNotice } from '../../contract/scanning.ts';
import type { Card, KeptCard } from './card-memory.ts';
import { maskNumber } from './mask-number.ts';
import type { Scan } from './scan.ts';

export function noticeOfScan(scan: Scan, keep: (card: Card) => KeptCard): ScanNotice {
  switch (scan.kind) {
    case 'citizen-card':
      return { kind: scan.kind, ...cardFacts(keep(scan), scan.identityNumber) };
    case 'bhyt-card':
      return { kind: scan.kind, ...cardFacts(keep(scan), scan.cardNumber) };
    case 'dossier':
    case 'receipt':
      return { kind: 'dossier', dossierCode: scan.dossierCode };
    case 'procedure':
      return { kind: 'procedure', code: scan.procedureCode };
    case 'checklist':
      return { kind: 'checklist', code: scan.procedureCode, caseId: scan.caseId };
    case 'ticket':
      return { kind: 'ticket', day: scan.day, number: scan.number };
    case 'appointment':
      return { kind: 'appointment', appointmentCode: scan.appointmentCode };
    case 'payment':
      return { kind: 'payment', dossierCode: scan.dossierCode };
    case 'staff-badge':
    case 'unknown':
      break;
  }
  return { kind: scan.kind };
}

function cardFacts({ key, untilMs }: KeptCard, number: string) {
  return { card: key, maskedNumber: maskNumber(number), untilMs };
}
