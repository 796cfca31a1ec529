/** What the features ask of the city's portal. Every answer says plainly when the portal could not be asked. */
import type { PortalOverview, Unreachable } from '../../contract/portal.ts';
import type { WireAppointment, WireDossier, WireProof, WireSlots } from './portal-schemas.ts';

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

type Settled = { readonly outcome: 'settled'; readonly appointment: WireAppointment };
type Missing = { readonly outcome: 'not-found' };
type Done = { readonly outcome: 'done'; readonly appointment: WireAppointment };

export interface PortalClient {
  /** Null: the portal knows no such dossier. */
  progress(dossierCode: string): Promise<PortalAnswer<PortalProgress | null>>;
  /** Asked once, never repeated by itself: each try counts at the portal. */
  dossier(
    dossierCode: string,
    proof: WireProof,
  ): Promise<
    PortalAnswer<
      | { readonly outcome: 'shown'; readonly dossier: WireDossier }
      | { readonly outcome: 'refused' }
      | { readonly outcome: 'paused'; readonly untilMs: number }
    >
  >;
  sendCode(
    dossierCode: string,
  ): Promise<PortalAnswer<{ readonly outcome: 'sent' } | { readonly outcome: 'paused'; readonly untilMs: number }>>;
  /** Null: no appointments are given for the procedure. `days`: from today on. */
  slots(procedureCode: string, days: number): Promise<PortalAnswer<WireSlots | null>>;
  book(
    key: string,
    wish: { readonly procedureCode: string; readonly day: string; readonly from: string; readonly name: string },
  ): Promise<PortalAnswer<Done | { readonly outcome: 'full' }>>;
  appointment(appointmentCode: string): Promise<PortalAnswer<WireAppointment | null>>;
  change(
    key: string,
    appointmentCode: string,
    slot: { readonly day: string; readonly from: string },
  ): Promise<PortalAnswer<Done | { readonly outcome: 'full' } | Settled | Missing>>;
  /** May be repeated: giving back twice is giving back once. */
  giveBack(appointmentCode: string): Promise<PortalAnswer<Done | Settled | Missing>>;
  /** Gives back whatever was booked with this key, also where the answer to the booking was lost. */
  giveBackByKey(key: string): Promise<PortalAnswer<null>>;
  /** May be repeated: an appointment that is checked in answers `done` again. */
  checkIn(
    appointmentCode: string,
  ): Promise<
    PortalAnswer<
      | Done
      | { readonly outcome: 'too-early' | 'too-late' | 'other-day'; readonly appointment: WireAppointment }
      | Settled
      | Missing
    >
  >;
  overview(): PortalOverview;
  /** Lets go of connections and of what waits to be tried again. */
  close(): Promise<void>;
}
