/** What stands open in a session and can be printed; the features that open it hand over exactly this. */
import type { Appointment } from '../../../contract/appointments.ts';
import type { Dossier } from '../../../contract/dossiers.ts';

export interface OpenedDossier {
  readonly dossier: Dossier;
  /** The fields of Mẫu 01 that name no person; null where there is no receipt. */
  readonly receipt: {
    readonly parentAgency: string | null;
    readonly number: string | null;
    readonly request: string;
    readonly papers: readonly { readonly name: string; readonly count: string | null }[];
    readonly sets: number | null;
    readonly processingTime: string | null;
    readonly receivedAt: string;
    readonly collectAt: string | null;
    readonly book: { readonly volume: string | null; readonly entry: string } | null;
  } | null;
  /** Of the card that proved it; null after a one-time code. */
  readonly holder: { readonly name: string; readonly maskedNumber: string } | null;
}

export interface HeldAppointment {
  readonly appointment: Appointment;
  /** Who comes; null where only the slip was scanned. */
  readonly name: string | null;
}
