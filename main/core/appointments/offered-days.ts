/** Which of the portal's times are offered here: days the office is open, not too far ahead, and nothing that has begun. Pure. */
import type { SlotsAnswer } from '../../contract/appointments.ts';
import { dayMs, officeDate, officeTimeOfDay, startOfOfficeDay } from '../office-date.ts';
import type { WireSlots } from '../portal/portal-schemas.ts';

type Days = Extract<SlotsAnswer, { outcome: 'slots' }>['days'];

export interface OfferLimits {
  readonly nowMs: number;
  /** 0: today alone. */
  readonly daysAhead: number;
  readonly isOpenDay: (day: string) => boolean;
}

/** Days and times in order. A day without a single time is left out; one whose times are all taken stays. */
export function offeredDays(days: WireSlots['days'], limits: OfferLimits): Days {
  const today = officeDate(limits.nowMs);
  const timeOfDay = officeTimeOfDay(limits.nowMs).slice(0, 5);
  return days
    .filter(({ day }) => isOfferedDay(day, limits))
    .map(({ day, slots }) => {
      const coming = slots.filter(({ from }) => day !== today || from > timeOfDay);
      return { day, slots: coming.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))) };
    })
    .filter(({ slots }) => slots.length > 0)
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

/** Whether anything may be booked on a day at all. */
export function isOfferedDay(day: string, { nowMs, daysAhead, isOpenDay }: OfferLimits): boolean {
  const lastDay = officeDate(startOfOfficeDay(nowMs) + daysAhead * dayMs);
  return day >= officeDate(nowMs) && day <= lastDay && isOpenDay(day);
}
