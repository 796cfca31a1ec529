/** What the features ask of the city's portal. Every answer says plainly when the portal could not be asked. */
import type { PortalOverview, Unreachable } from '../../contract/portal.ts';
import type { BookingWish, Done, Full, Missing, OutOfWindow, Settled } from './appointment-questions.ts';
import type { ProofOutcome, SendCodeOutcome } from './dossier-questions.ts';
import type { WireAppointment, WireProof, WireSlots } from './portal-schemas.ts';

/** Why there is no answer; `unsure` only of writes: the request may have been carried out. */
export interface PortalTrouble extends Omit<Unreachable, 'outcome'> {
  readonly unsure: boolean;
}

export type PortalAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: PortalTrouble };

export interface PortalProgress {
  readonly dossierCode: string;
  readonly stage: 'registered' | 'in-progress' | 'done' | 'ended';
  readonly percent: number;
  /** UTC epoch. */
  readonly asOfMs: number;
}

export interface PortalClient {
  /** Null: the portal knows no such dossier. */
  progress(dossierCode: string): Promise<PortalAnswer<PortalProgress | null>>;
  /** Asked once, never repeated by itself: each try counts at the portal. */
  dossier(dossierCode: string, proof: WireProof): Promise<PortalAnswer<ProofOutcome>>;
  sendCode(dossierCode: string): Promise<PortalAnswer<SendCodeOutcome>>;
  /** Null: no appointments are given for the procedure. `days`: from today on. */
  slots(procedureCode: string, days: number): Promise<PortalAnswer<WireSlots | null>>;
  book(key: string, wish: BookingWish): Promise<PortalAnswer<Done | Full>>;
  appointment(appointmentCode: string): Promise<PortalAnswer<WireAppointment | null>>;
  change(
    key: string,
    appointmentCode: string,
    slot: { readonly day: string; readonly from: string },
  ): Promise<PortalAnswer<Done | Full | Settled | Missing>>;
  /** May be repeated: giving back twice is giving back once. */
  giveBack(appointmentCode: string): Promise<PortalAnswer<Done | Settled | Missing>>;
  /** Gives back whatever was booked with this key, also where the answer to the booking was lost. */
  giveBackByKey(key: string): Promise<PortalAnswer<null>>;
  /** May be repeated: an appointment that is checked in answers `done` again. */
  checkIn(appointmentCode: string): Promise<PortalAnswer<Done | OutOfWindow | Settled | Missing>>;
  overview(): PortalOverview;
  /** Lets go of connections and of what waits to be tried again. */
  close(): Promise<void>;
}
