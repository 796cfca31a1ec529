/** The public holidays of a year for an administrative office: by law where the law is enough, by decree where it is not. */
import { addDays, isWeekend, weekdayOf } from './calendar-day.ts';
import type { HolidayYear } from './holiday-year.ts';
import { dayOfLunarDate } from './lunar/lunar-calendar.ts';

export interface PublicHolidays {
  /** Holidays, the days off in their stead, and decreed days off. */
  readonly daysOff: ReadonlySet<string>;
  /** Days of rest that are worked (làm bù), each with the weekday off it stands for. */
  readonly workedInLieu: ReadonlyMap<string, string>;
  /** May be days off; see `HolidayYear.toCheck`. */
  readonly toCheck: ReadonlySet<string>;
}

/** `decree` null: nothing is known of the year but the law. */
export function publicHolidaysOf(year: number, decree: HolidayYear | null): PublicHolidays {
  const holidays = new Set(
    [
      `${year}-01-01`,
      ...(decree?.tet?.days ?? presumedTet(year)),
      // Giỗ Tổ Hùng Vương.
      dayOfLunarDate(year, 3, 10),
      `${year}-04-30`,
      `${year}-05-01`,
      ...(decree?.nationalDay?.days ?? presumedNationalDay(year)),
      ...(decree?.otherDaysOff ?? []).map(({ day }) => day),
    ].toSorted(),
  );
  const swaps = decree?.swaps ?? [];
  const workedInLieu = new Map(swaps.map(({ worked, off }) => [worked, off]));
  const daysOff = new Set([...holidays, ...swaps.map(({ off }) => off)]);
  // A holiday on a day of rest is made up for on the next working day (BLLĐ 2019 Đ111 k3).
  for (const holiday of holidays) {
    if (isWeekend(holiday)) {
      let inItsStead = addDays(holiday, 1);
      while (isWeekend(inItsStead) || daysOff.has(inItsStead)) {
        inItsStead = addDays(inItsStead, 1);
      }
      daysOff.add(inItsStead);
    }
  }
  return { daysOff, workedInLieu, toCheck: new Set((decree?.toCheck ?? []).map(({ day }) => day)) };
}

/** The last day of the old lunar year and the first four of the new one. */
function presumedTet(year: number): string[] {
  const newYear = dayOfLunarDate(year, 1, 1);
  return [-1, 0, 1, 2, 3].map((count) => addDays(newYear, count));
}

/** Weekdays of 2 September on which the day after it makes the longer rest: Monday, Thursday, Sunday. */
const weekdaysWithDayAfter: ReadonlySet<number> = new Set([1, 4, 7]);

/** With the neighbour towards the nearer weekend, as was decreed in 2021–2026. */
function presumedNationalDay(year: number): string[] {
  const day = `${year}-09-02`;
  return weekdaysWithDayAfter.has(weekdayOf(day)) ? [day, addDays(day, 1)] : [addDays(day, -1), day];
}
