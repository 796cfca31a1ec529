/** Appointments as a feature: free times, bookings, and a number on the day. The portal alone promises. */
import type { Appointment } from '../../contract/appointments.ts';
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Ticket } from '../../contract/queue.ts';
import type { Handlers } from '../handlers.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import type { Clock, Logger, ScheduleAfter } from '../ports.ts';

/** What a check-in asks of the queue. */
export type CheckInNumber =
  | { readonly outcome: 'taken'; readonly ticket: Ticket; readonly givenBefore: number }
  | { readonly outcome: 'no-queue' | 'closed' | 'no-room' };

/** An appointment of this session, for its slip. */
export interface HeldAppointment {
  readonly appointment: Appointment;
  /** Who comes; null where only the slip was scanned. */
  readonly name: string | null;
}

export interface AppointmentsOptions {
  readonly portal: Pick<
    PortalClient,
    'slots' | 'book' | 'appointment' | 'change' | 'giveBack' | 'giveBackByKey' | 'checkIn'
  >;
  /** How many days ahead times are offered. */
  readonly daysAhead: number;
  /** Whether the office is open on a day (YYYY-MM-DD). */
  readonly isOpenDay: (day: string) => boolean;
  readonly getProcedure: (code: string) => Procedure | null;
  /** Whose card it is; null where it is gone. The card may be used again until it is. */
  readonly nameOnCard: (card: string) => string | null;
  /** A number for an appointment; the same one each time it is asked for. */
  readonly takeNumber: (appointmentCode: string, procedureCode: string, serviceId: string) => CheckInNumber;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
}

export interface Appointments {
  readonly handlers: Pick<
    Handlers,
    | 'appointments.slots'
    | 'appointments.book'
    | 'appointments.get'
    | 'appointments.change'
    | 'appointments.giveBack'
    | 'appointments.checkIn'
  >;
  /** Null for an appointment that was neither booked nor scanned in this session. */
  held(appointmentCode: string): HeldAppointment | null;
  /** The citizen has gone: names are forgotten; a booking nobody knows the outcome of is given back. */
  forgetAll(): void;
  close(): void;
}

export function createAppointments(_options: AppointmentsOptions): Appointments {
  return {
    handlers: {
      'appointments.slots': missing,
      'appointments.book': missing,
      'appointments.get': missing,
      'appointments.change': missing,
      'appointments.giveBack': missing,
      'appointments.checkIn': missing,
    },
    held: () => null,
    forgetAll: () => undefined,
    close: () => undefined,
  };
}

function missing(): never {
  throw new KioskError('unavailable', 'Not built yet.');
}
