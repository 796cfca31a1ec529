/** Books a time once: the page's key goes along, so that an answer lost on the way books nothing twice. */
import type { BookAnswer } from '../../contract/appointments.ts';
import type { Params } from '../../contract/methods.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import { appointmentOf } from './appointment-of.ts';
import type { AppointmentSession } from './appointment-session.ts';
import { isOfferedDay, type OfferLimits } from './offered-days.ts';
import { unreachableOrUnsure } from './unreachable.ts';
import { usableName } from './usable-name.ts';

export interface BookingOptions {
  readonly portal: Pick<PortalClient, 'book'>;
  readonly nameOnCard: (card: string) => string | null;
  readonly limits: () => OfferLimits;
  /** The session of whoever stands there now. */
  readonly session: () => AppointmentSession;
  /** Whatever was booked with this key, nobody will come. */
  readonly giveBackLater: (key: string) => void;
}

type Booking = Params<'appointments.book'>;

export function createBooking(options: BookingOptions): (booking: Booking) => Promise<BookAnswer> {
  const { portal, nameOnCard, limits, session, giveBackLater } = options;

  return async (booking) => {
    const { key, code, day, from } = booking;
    const asking = session();
    const before = bookedBefore(asking, key);
    if (before !== null) {
      return before;
    }
    if (!asking.names.has(key) && !isOfferedDay(day, limits())) {
      return { outcome: 'full' };
    }
    const name = nameFor(asking, booking);
    if (name === 'card-needed' || name === 'name-unusable') {
      return { outcome: name };
    }
    asking.names.set(key, name.name);
    // From here on the portal may have it.
    asking.openBookings.add(key);
    const answer = await portal.book(key, { procedureCode: code, day, from, name: name.name });
    if (asking !== session()) {
      // The citizen went while it was under way; the key was given back then, perhaps before the booking arrived.
      giveBackLater(key);
      return { outcome: 'unsure' };
    }
    const meanwhile = bookedBefore(asking, key);
    if (meanwhile !== null) {
      return meanwhile;
    }
    if (!answer.ok) {
      return notBooked(asking, key, unreachableOrUnsure(asking.unsure, key, answer.trouble));
    }
    const { value } = answer;
    if (value.outcome === 'full') {
      return notBooked(asking, key, { outcome: 'full' });
    }
    asking.openBookings.delete(key);
    asking.unsure.delete(key);
    const appointment = appointmentOf(value.appointment);
    asking.booked.set(key, appointment.appointmentCode);
    asking.hold(appointment, name.name);
    return { outcome: 'booked', appointment };
  };

  function nameFor(
    { names }: AppointmentSession,
    { key, holder }: Booking,
  ): { readonly name: string } | 'card-needed' | 'name-unusable' {
    // The same key is the same wish, also where the card was forgotten since.
    const known = names.get(key);
    if (known !== undefined) {
      return { name: known };
    }
    const text = holder.by === 'name' ? holder.name : nameOnCard(holder.card);
    if (text === null) {
      return 'card-needed';
    }
    const name = usableName(text);
    return name === null ? 'name-unusable' : { name };
  }
}

/** What was answered to this key is certain, whatever becomes of the same question asked again. */
function bookedBefore({ booked, held }: AppointmentSession, key: string): BookAnswer | null {
  const found = held(booked.get(key) ?? '');
  return found === null ? null : { outcome: 'booked', appointment: found.appointment };
}

/**
 * Nothing is known to be booked. Where an earlier request with this key may still be on its way, the key is kept, to be given
 * back when the citizen goes; otherwise the wish is over, and its name forgotten.
 */
function notBooked<T extends BookAnswer>({ unsure, openBookings, names }: AppointmentSession, key: string, told: T): T {
  if (unsure.has(key)) {
    openBookings.add(key);
  } else {
    openBookings.delete(key);
    names.delete(key);
  }
  return told;
}
