/** Appointments as a feature: free times, bookings, and a number on the day. The portal alone promises. */
import type { AppointmentAnswer, SlotsAnswer } from '../../contract/appointments.ts';
import { KioskError } from '../../contract/error.ts';
import type { Params } from '../../contract/methods.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Handlers } from '../handlers.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import type { Clock, Logger, ScheduleAfter } from '../ports.ts';
import { createAmending } from './amend-appointment.ts';
import { appointmentOf } from './appointment-of.ts';
import { createAppointmentSession, type HeldAppointment } from './appointment-session.ts';
import { createBooking } from './book-appointment.ts';
import { type CheckInNumber, createCheckIn } from './check-in.ts';
import { createLostBookings } from './lost-bookings.ts';
import { offeredDays } from './offered-days.ts';
import { unreachable } from './unreachable.ts';

export interface AppointmentsOptions {
  readonly portal: Pick<
    PortalClient,
    'slots' | 'book' | 'appointment' | 'change' | 'giveBack' | 'giveBackByKey' | 'checkIn' | 'overview'
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

/** Less than this is how long an answer takes, and seconds cut off. */
const leastDifferenceMs = 60_000;

export function createAppointments(options: AppointmentsOptions): Appointments {
  const { portal, daysAhead, isOpenDay, getProcedure, clock, schedule, logger } = options;
  const lost = createLostBookings({ portal, clock, schedule, logger });
  let session = createAppointmentSession();
  // Appointments go by the clock of whoever promises them; this machine's may be wrong by a year.
  const portalNowMs = (): number => clock.nowMs() + notable(portal.overview().clockDifferenceMs);
  const limits = () => ({ nowMs: portalNowMs(), daysAhead, isOpenDay });
  const parts = { ...options, portalNowMs, limits, session: () => session };
  const requireProcedure = (code: string): void => {
    if (getProcedure(code) === null) {
      throw new KioskError('not-found', `The catalogue does not hold ${code}.`);
    }
  };
  const book = createBooking({ ...parts, giveBackLater: (key) => lost.giveBack([key]) });
  const { change, giveBack } = createAmending(parts);

  async function slots({ code }: Params<'appointments.slots'>): Promise<SlotsAnswer> {
    requireProcedure(code);
    // The portal counts today among them.
    const answer = await portal.slots(code, daysAhead + 1);
    if (!answer.ok) {
      return unreachable(answer.trouble);
    }
    if (answer.value === null) {
      return { outcome: 'not-offered' };
    }
    const { service, days } = answer.value;
    return { outcome: 'slots', service, days: offeredDays(days, limits()) };
  }

  async function get({ appointmentCode }: Params<'appointments.get'>): Promise<AppointmentAnswer> {
    const asking = session;
    const answer = await portal.appointment(appointmentCode);
    if (!answer.ok) {
      return unreachable(answer.trouble);
    }
    if (answer.value === null) {
      return { outcome: 'not-found' };
    }
    const appointment = appointmentOf(answer.value);
    asking.hold(appointment);
    return { outcome: 'found', appointment };
  }

  return {
    handlers: {
      'appointments.slots': slots,
      'appointments.book': (params) => {
        requireProcedure(params.code);
        return book(params);
      },
      'appointments.get': get,
      'appointments.change': change,
      'appointments.giveBack': giveBack,
      'appointments.checkIn': createCheckIn(parts),
    },
    held: (appointmentCode) => session.held(appointmentCode),
    forgetAll: () => {
      const { openBookings } = session;
      session = createAppointmentSession();
      lost.giveBack(openBookings);
    },
    close: () => lost.close(),
  };
}

function notable(differenceMs: number | null): number {
  return differenceMs === null || Math.abs(differenceMs) < leastDifferenceMs ? 0 : differenceMs;
}
