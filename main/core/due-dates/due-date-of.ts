/** When a file handed in now will be done, by the rules of docs/calendar.md; nothing is told where the time is not sure. */
import type { Channel, ProcessingTime } from '../../contract/procedure.ts';
import { addDays, addMonths } from '../office-calendar/calendar-day.ts';
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts';
import { officeDate, officeTimeOfDay } from '../office-date.ts';
import { countWorkingDays } from './count-working-days.ts';
import { countWorkingHours } from './count-working-hours.ts';
import { countedFrom, type DueDay, timeOfMinute } from './due-day.ts';

export interface DueDateContext {
  readonly calendar: OfficeCalendar;
  /** UTC epoch. */
  readonly nowMs: number;
  readonly channel: Channel;
  /** HH:MM up to which a file is answered the same day; null where no such rule is published. */
  readonly sameDayUntil: string | null;
}

export interface ReckonedDueDate extends DueDay {
  /** The day it counts as handed in. */
  readonly countedFrom: string;
}

/** Half a month is fifteen days, so a month's parts are counted of thirty (BLDS 2015 Đ146 k2). */
const daysOfMonthPart = 30;
/** Longer times are slips of the source; nobody plans by them. */
const mostYears = 10;
const mostOfUnit = {
  'working-day': 250 * mostYears,
  day: 365 * mostYears,
  hour: 2000 * mostYears,
  month: 12 * mostYears,
};

/**
 * Null for times in words only, in years (the export's are terms of validity, not of work) and beyond ten years. Files sent by
 * post are counted from the day they arrive: as if that were now.
 */
export function dueDateOf(time: ProcessingTime, context: DueDateContext): ReckonedDueDate | null {
  const from = countedFrom(context.calendar, context.nowMs);
  const due = isSameDayRule(time, context) ? sameDay(from, context) : counted(time, from, context);
  return due === null ? null : { ...due, countedFrom: from };
}

/** A rule for papers over the counter and on-line, where no longer time is published beside it. */
function isSameDayRule({ amount, unit }: ProcessingTime, { sameDayUntil, channel }: DueDateContext): boolean {
  if (sameDayUntil === null) {
    return false;
  }
  if (amount === null || unit === null) {
    return channel !== 'postal';
  }
  return (unit === 'working-day' || unit === 'day') && amount <= 1;
}

/** Before the rule's hour the same day, until the office closes; after it on the next working day. */
function sameDay(from: string, { calendar, nowMs, sameDayUntil }: DueDateContext): DueDay {
  if (from !== officeDate(nowMs)) {
    return { day: from, time: null };
  }
  if (sameDayUntil === null || officeTimeOfDay(nowMs).slice(0, 5) >= sameDayUntil) {
    return { day: calendar.workingDayAfter(from), time: null };
  }
  const last = calendar.hoursOn(from).at(-1);
  return { day: from, time: last === undefined ? null : timeOfMinute(last.toMinute) };
}

function counted({ amount, unit }: ProcessingTime, from: string, { calendar, nowMs }: DueDateContext): DueDay | null {
  if (amount === null || unit === null || unit === 'year' || amount > mostOfUnit[unit]) {
    return null;
  }
  if (unit === 'hour') {
    const minute = from === officeDate(nowMs) ? minuteNow(nowMs) : 0;
    return countWorkingHours(calendar, { day: from, minute }, amount);
  }
  if (unit === 'working-day') {
    return countWorkingDays(calendar, from, amount);
  }
  const end = unit === 'day' ? addDays(from, Math.ceil(amount)) : addMonthsAndParts(from, amount);
  // A term that ends on a day off ends on the next working day (BLDS 2015 Đ148 k5).
  return { day: calendar.isWorkingDay(end) ? end : calendar.workingDayAfter(end), time: null };
}

/** Never later than one month more. */
function addMonthsAndParts(from: string, amount: number): string {
  const whole = Math.floor(amount);
  const part = addDays(addMonths(from, whole), Math.ceil((amount - whole) * daysOfMonthPart));
  const ceiling = addMonths(from, Math.ceil(amount));
  return part < ceiling ? part : ceiling;
}

/** Minutes since midnight at the office, begun ones counted whole. */
function minuteNow(nowMs: number): number {
  const [hours = 0, minutes = 0, seconds = 0] = officeTimeOfDay(nowMs).split(':').map(Number);
  return hours * 60 + minutes + (seconds > 0 ? 1 : 0);
}
