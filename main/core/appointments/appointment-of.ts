/** An appointment as the page and the slips know it, made of the portal's. */
import type { Appointment } from '../../contract/appointments.ts';
import type { WireAppointment } from '../portal/portal-schemas.ts';

export function appointmentOf({ checkInFrom, checkInUntil, ...rest }: WireAppointment): Appointment {
  return { ...rest, checkInFromMs: Date.parse(checkInFrom), checkInUntilMs: Date.parse(checkInUntil) };
}
