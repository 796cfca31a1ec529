/** Joins the law, the decrees that travel with the catalogue and the office's own days into one calendar. */
import { addDays, isWeekend, weekdayOf } from './calendar-day.ts';
import type { HolidayYear } from './holiday-year.ts';
import { hoursOfWeekday } from './hours-of-weekday.ts';
import type { HoursSpan, OfficeCalendar, OfficeHours } from './office-calendar.ts';
import { type PublicHolidays, publicHolidaysOf } from './public-holidays.ts';

/** The site's configuration (`calendar`) and what the catalogue knows of decrees. */
export interface OfficeCalendarOptions {
  readonly hours: readonly OfficeHours[];
  readonly cutOff: string;
  /** Closed besides public holidays. */
  readonly closedDates: readonly string[];
  /** Worked although days of rest or holidays; such a Saturday or Sunday has a Monday's hours. */
  readonly workedDates: readonly string[];
  /** Years that are missing are reckoned by the law alone. */
  readonly holidays: readonly HolidayYear[];
}

const monday = 1;

export function createOfficeCalendar(options: OfficeCalendarOptions): OfficeCalendar {
  const closed = new Set(options.closedDates);
  const worked = new Set(options.workedDates);
  const decrees = new Map(options.holidays.map((decree) => [decree.year, decree]));
  const reckoned = new Map<number, PublicHolidays>();

  function holidaysOf(day: string): PublicHolidays {
    const year = Number(day.slice(0, 4));
    const known = reckoned.get(year) ?? publicHolidaysOf(year, decrees.get(year) ?? null);
    reckoned.set(year, known);
    return known;
  }
  const isClosedDate = (day: string): boolean =>
    closed.has(day) || (!worked.has(day) && holidaysOf(day).daysOff.has(day));
  const isWorkingDay = (day: string): boolean => {
    if (isClosedDate(day)) {
      return false;
    }
    const { workedInLieu, toCheck } = holidaysOf(day);
    return worked.has(day) || workedInLieu.has(day) || (!isWeekend(day) && !toCheck.has(day));
  };
  const hoursWeekdayOf = (day: string): number => {
    if (!isWeekend(day)) {
      return weekdayOf(day);
    }
    const standsFor = holidaysOf(day).workedInLieu.get(day);
    return worked.has(day) ? monday : weekdayOf(standsFor ?? day);
  };
  const hoursOn = (day: string): HoursSpan[] =>
    isClosedDate(day) ? [] : hoursOfWeekday(options.hours, hoursWeekdayOf(day));

  return {
    cutOff: options.cutOff,
    isOpenDay: (day) => hoursOn(day).length > 0,
    isClosedDate,
    isWorkingDay,
    workingDayAfter: (day) => {
      let next = addDays(day, 1);
      while (!isWorkingDay(next)) {
        next = addDays(next, 1);
      }
      return next;
    },
    hoursWeekdayOf,
    hoursOn,
  };
}
