/** Takes another time for an appointment, or gives it back. */
import type { AmendAnswer } from '../../contract/appointments.ts';
import type { Params } from '../../contract/methods.ts';
import type { Done, Full, Missing, Settled } from '../portal/appointment-questions.ts';
import type { PortalAnswer, PortalClient } from '../portal/portal-client.ts';
import { appointmentOf } from './appointment-of.ts';
import type { AppointmentSession } from './appointment-session.ts';
import { isOfferedDay, type OfferLimits } from './offered-days.ts';
import { unreachableOrUnsure } from './unreachable.ts';

export interface AmendingOptions {
  readonly portal: Pick<PortalClient, 'change' | 'giveBack'>;
  readonly limits: () => OfferLimits;
  readonly session: () => AppointmentSession;
}

export interface Amending {
  readonly change: (params: Params<'appointments.change'>) => Promise<AmendAnswer>;
  readonly giveBack: (params: Params<'appointments.giveBack'>) => Promise<AmendAnswer>;
}

export function createAmending({ portal, limits, session }: AmendingOptions): Amending {
  return {
    change: async ({ key, appointmentCode, day, from }) => {
      const asking = session();
      if (!asking.unsure.has(key) && !isOfferedDay(day, limits())) {
        return { outcome: 'full' };
      }
      return settle(asking, key, await portal.change(key, appointmentCode, { day, from }));
    },
    giveBack: async ({ appointmentCode }) => {
      const asking = session();
      return settle(asking, `give back ${appointmentCode}`, await portal.giveBack(appointmentCode));
    },
  };
}

/** `request` names it among those nobody knows the outcome of. */
function settle(
  asking: AppointmentSession,
  request: string,
  answer: PortalAnswer<Done | Full | Settled | Missing>,
): AmendAnswer {
  if (!answer.ok) {
    return unreachableOrUnsure(asking.unsure, request, answer.trouble);
  }
  asking.unsure.delete(request);
  const { value } = answer;
  if (value.outcome === 'full' || value.outcome === 'not-found') {
    return value;
  }
  const appointment = appointmentOf(value.appointment);
  asking.hold(appointment);
  return { outcome: value.outcome, appointment };
}
