/** What one citizen's session knows of appointments: those it may print, and the requests nobody knows the outcome of. */
import type { Appointment } from '../../contract/appointments.ts';

/** An appointment of this session, for its slip. */
export interface HeldAppointment {
  readonly appointment: Appointment;
  /** Who comes; null where only the slip was scanned. */
  readonly name: string | null;
}

export interface AppointmentSession {
  hold(appointment: Appointment, name?: string | null): void;
  readonly held: (appointmentCode: string) => HeldAppointment | null;
  /** The name a booking was tried with, for the same booking tried again when the card is gone. */
  readonly names: Map<string, string>;
  /** Codes of appointments by the key they were booked with. */
  readonly booked: Map<string, string>;
  /** Keys of bookings without a certain outcome, those under way among them. */
  readonly openBookings: Set<string>;
  /** Other requests that may have been carried out. */
  readonly unsure: Set<string>;
}

/** More than a citizen has; the oldest goes then. */
const mostHeld = 20;

export function createAppointmentSession(): AppointmentSession {
  const held = new Map<string, HeldAppointment>();
  return {
    hold: (appointment, name = null) => {
      const { appointmentCode } = appointment;
      const known = held.get(appointmentCode)?.name ?? null;
      held.delete(appointmentCode);
      held.set(appointmentCode, { appointment, name: name ?? known });
      const [oldest] = held.keys();
      if (held.size > mostHeld && oldest !== undefined) {
        held.delete(oldest);
      }
    },
    held: (appointmentCode) => held.get(appointmentCode) ?? null,
    names: new Map(),
    booked: new Map(),
    openBookings: new Set(),
    unsure: new Set(),
  };
}
