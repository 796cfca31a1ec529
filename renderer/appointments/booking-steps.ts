/** The steps of booking as plain data: what is chosen so far stands in the screen, so that going back finds it. */
import type { Appointment } from '../../main/contract/appointments.ts';
import type { CaseChoice } from '../../main/contract/select-papers.ts';
import type { Holder } from './holder.ts';

/** A time as it was chosen; day YYYY-MM-DD, times HH:MM. */
export interface ChosenTime {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

export type BookingStep =
  | { readonly at: 'day' }
  | { readonly at: 'time'; readonly day: string }
  /** `typed` as far as it has come; `isRefused`: the name of these very letters cannot be used. */
  | { readonly at: 'who'; readonly time: ChosenTime; readonly typed: string; readonly isRefused: boolean }
  /** `key` makes the wish count once; a wish that differs has another. `holder` null: the appointment has one already. */
  | { readonly at: 'confirm'; readonly time: ChosenTime; readonly holder: Holder | null; readonly key: string };

export interface Booking {
  /** The procedure's. */
  readonly code: string;
  readonly caseChoice?: CaseChoice;
  /** The appointment that is given another time; a new one is booked where there is none. */
  readonly change?: Appointment;
  /** Without one the day is asked for. */
  readonly step?: BookingStep;
  /** What is booked and where, as the portal told it with the times. */
  readonly service?: Appointment['service'];
  /** Who comes, where it was said already and only the time is chosen anew. */
  readonly holder?: Holder;
  /** Times that turned out to be taken while they were being booked. */
  readonly lost?: readonly ChosenTime[];
}

/** The steps there are, in their order; whoever changes the time has said already who comes. */
export function stepsOf({ change }: Booking): readonly BookingStep['at'][] {
  return change === undefined ? ['day', 'time', 'who', 'confirm'] : ['day', 'time', 'confirm'];
}

export function stepOf({ step }: Booking): BookingStep {
  return step ?? { at: 'day' };
}

/** What was chosen in the steps before the present one. */
export function chosenSoFar(booking: Booking): Partial<ChosenTime> & { readonly holder?: Holder | null } {
  const step = stepOf(booking);
  switch (step.at) {
    case 'day':
      return {};
    case 'time':
      return { day: step.day };
    case 'who':
      return step.time;
    case 'confirm':
      break;
  }
  return { ...step.time, holder: step.holder };
}

/** Gives the key of a wish: the same one as long as the same thing is wished. */
export type KeyFor = (wish: string) => string;

/** The next step once a time is chosen. */
export function afterTime(booking: Booking, time: ChosenTime, keyFor: KeyFor): BookingStep {
  const { change, holder } = booking;
  if (change !== undefined) return confirming(booking, time, null, keyFor);
  return holder === undefined
    ? { at: 'who', time, typed: '', isRefused: false }
    : confirming(booking, time, holder, keyFor);
}

/** The last step: what is wished is complete, and has its key. */
export function confirming(
  { code, change }: Booking,
  time: ChosenTime,
  holder: Holder | null,
  keyFor: KeyFor,
): BookingStep {
  const who = holder?.by === 'card' ? holder.maskedNumber : (holder?.name ?? null);
  const key = keyFor(JSON.stringify([code, change?.appointmentCode ?? null, time.day, time.from, who]));
  return { at: 'confirm', time, holder, key };
}

/** Somebody else was quicker: another time of the same day is asked for, and this one is shown as taken. */
export function afterFull(booking: Booking, { time, holder }: Extract<BookingStep, { at: 'confirm' }>): Booking {
  return {
    ...booking,
    ...(holder === null ? {} : { holder }),
    lost: [...(booking.lost ?? []), time],
    step: { at: 'time', day: time.day },
  };
}
