/** What a scan does, wherever the citizen is: one pure decision, so that no screen decides by itself. */
import type { ScanNotice } from '../../main/contract/scanning.ts';
import type { Screen } from '../state/screen.ts';

/** A card as the page knows it. */
export type ReadCard = Extract<ScanNotice, { kind: 'citizen-card' | 'bhyt-card' }>;

/** What is said over the page where a scan leads nowhere by itself. */
export type ScanWord =
  | { readonly kind: 'unknown' }
  /** No step here asks for a card. */
  | { readonly kind: 'card'; readonly card: ReadCard }
  /** A code for a bank's application, with the dossier it pays for. */
  | { readonly kind: 'payment'; readonly dossierCode: string | null };

export type ScanStep =
  | { readonly kind: 'open'; readonly screen: Screen }
  /** In place of the present screen: going back leads past it. */
  | { readonly kind: 'replace'; readonly screen: Screen }
  | { readonly kind: 'take-card'; readonly card: ReadCard }
  | { readonly kind: 'say'; readonly word: ScanWord }
  /** Nothing happens. */
  | { readonly kind: 'stay' };

export interface ScanPlace {
  readonly screen: Screen;
  /** A slip comes out or is asked about, or staff are at work. */
  readonly isHeld: boolean;
  /** The present step asks for a card. */
  readonly takesCard: boolean;
}

export function routeScan(scan: ScanNotice, { screen, isHeld, takesCard }: ScanPlace): ScanStep {
  if (isHeld) return { kind: 'stay' };
  switch (scan.kind) {
    case 'procedure':
      return lead(screen, { kind: 'procedure', code: scan.code, caseChoice: undefined });
    case 'checklist':
      return lead(screen, { kind: 'procedure', code: scan.code, caseChoice: scan.caseId });
    case 'dossier':
      return leadToDossier(screen, scan.dossierCode);
    case 'ticket':
      return lead(screen, { kind: 'ticket-place', day: scan.day, number: scan.number });
    case 'appointment':
      return lead(screen, { kind: 'appointment', appointmentCode: scan.appointmentCode });
    case 'staff-badge':
      return screen.kind === 'staff' ? { kind: 'stay' } : { kind: 'open', screen: { kind: 'staff' } };
    case 'citizen-card':
    case 'bhyt-card':
      return takesCard ? { kind: 'take-card', card: scan } : { kind: 'say', word: { kind: 'card', card: scan } };
    case 'payment':
      return { kind: 'say', word: { kind: 'payment', dossierCode: scan.dossierCode } };
    case 'unknown':
      break;
  }
  return { kind: 'say', word: { kind: 'unknown' } };
}

function leadToDossier(from: Screen, dossierCode: string): ScanStep {
  if (from.kind !== 'dossier' || from.dossierCode !== dossierCode) return lead(from, { kind: 'dossier', dossierCode });
  // Opened by proof it stays open.
  if (from.view !== undefined) return { kind: 'stay' };
  return { kind: 'replace', screen: { kind: 'dossier', dossierCode, scanned: (from.scanned ?? 0) + 1 } };
}

/** What a scan showed makes room for the next scan of its kind: nobody walks back through other people's papers. */
const scannedScreens: ReadonlySet<Screen['kind']> = new Set(['dossier', 'ticket-place', 'appointment']);

function lead(from: Screen, to: Screen): ScanStep {
  const isFollowUp = from.kind === to.kind && scannedScreens.has(to.kind) && !isEntry(from);
  return { kind: isFollowUp ? 'replace' : 'open', screen: to };
}

/** The form where a code is typed stays behind what is found by it. */
function isEntry(screen: Screen): boolean {
  return screen.kind === 'dossier' && screen.dossierCode === null;
}
