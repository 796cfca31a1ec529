/** Times in hours run in the office's hours on working days, from the very moment on (BLDS 2015 Đ147 k1). */
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts';
import { type DueDay, timeOfMinute } from './due-day.ts';

/** So many working days in a row without hours, and the office has none. */
const mostDaysWithoutHours = 7;
const minutesPerHour = 60;

/**
 * Counts from a minute (since midnight) of a working day. Null where the office has no hours on working days. The end of a span
 * is meant, not the beginning of the next: four hours from 7:30 are due at 11:30.
 */
export function countWorkingHours(
  calendar: OfficeCalendar,
  start: { readonly day: string; readonly minute: number },
  hours: number,
): DueDay | null {
  let left = Math.ceil(hours * minutesPerHour);
  let daysWithoutHours = 0;
  let { day, minute } = start;
  while (daysWithoutHours < mostDaysWithoutHours) {
    const spans = calendar.hoursOn(day);
    for (const { fromMinute, toMinute } of spans) {
      const from = Math.max(fromMinute, minute);
      const available = Math.max(0, toMinute - from);
      if (available >= left) {
        return { day, time: timeOfMinute(from + left) };
      }
      left -= available;
    }
    daysWithoutHours = spans.length === 0 ? daysWithoutHours + 1 : 0;
    day = calendar.workingDayAfter(day);
    minute = 0;
  }
  return null;
}
