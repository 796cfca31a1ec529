/** Who booked has come: the portal is told first, then the queue gives a number, the same one however often the slip is scanned. */
import type { CheckInAnswer } from '../../contract/appointments.ts';
import type { Params } from '../../contract/methods.ts';
import type { Ticket } from '../../contract/queue.ts';
import { officeDate } from '../office-date.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import { appointmentOf } from './appointment-of.ts';
import type { AppointmentSession } from './appointment-session.ts';
import { unreachableOrUnsure } from './unreachable.ts';

/** What a check-in asks of the queue. */
export type CheckInNumber =
  | { readonly outcome: 'taken'; readonly ticket: Ticket; readonly givenBefore: number }
  | { readonly outcome: 'no-queue' | 'closed' | 'no-room' };

export interface CheckInOptions {
  readonly portal: Pick<PortalClient, 'checkIn'>;
  readonly takeNumber: (appointmentCode: string, procedureCode: string, serviceId: string) => CheckInNumber;
  readonly session: () => AppointmentSession;
  readonly portalNowMs: () => number;
}

export function createCheckIn(
  options: CheckInOptions,
): (params: Params<'appointments.checkIn'>) => Promise<CheckInAnswer> {
  const { portal, takeNumber, session, portalNowMs } = options;
  return async ({ appointmentCode }) => {
    const asking = session();
    const answer = await portal.checkIn(appointmentCode);
    if (!answer.ok) {
      return unreachableOrUnsure(asking.unsure, `check in ${appointmentCode}`, answer.trouble);
    }
    if (asking !== session()) {
      // The citizen went meanwhile; a number is given to who scans the slip again.
      return { outcome: 'unsure' };
    }
    asking.unsure.delete(`check in ${appointmentCode}`);
    const { value } = answer;
    if (value.outcome === 'not-found') {
      return value;
    }
    const appointment = appointmentOf(value.appointment);
    asking.hold(appointment);
    if (value.outcome !== 'done') {
      return { outcome: value.outcome, appointment };
    }
    // The portal answers the same on later days; its number was for that day.
    if (appointment.day !== officeDate(portalNowMs())) {
      return { outcome: 'other-day', appointment };
    }
    const number = takeNumber(appointmentCode, appointment.procedureCode, appointment.service.id);
    return number.outcome === 'taken'
      ? { outcome: 'checked-in', appointment, ticket: number.ticket, givenBefore: number.givenBefore }
      : { outcome: 'no-number', reason: number.outcome };
  };
}
