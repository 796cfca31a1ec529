/** Times in working days (ngày làm việc); the national portal also publishes halves and quarters, such as 3.5 and 6.25. */
import type { HoursSpan, OfficeCalendar } from '../office-calendar/office-calendar.ts';
import { type DueDay, timeOfMinute } from './due-day.ts';

/** The day it counts as handed in is not counted (BLDS 2015 Đ147 k2). Parts of a day are rounded up to the half, which ends with the morning. */
export function countWorkingDays(calendar: OfficeCalendar, from: string, amount: number): DueDay {
  const halves = Math.ceil(amount * 2);
  let day = from;
  for (let counted = 0; counted < halves; counted += 2) {
    day = calendar.workingDayAfter(day);
  }
  return { day, time: halves % 2 === 0 ? null : endOfHalf(calendar.hoursOn(day)) };
}

/** The end of the first span where there are several, the middle of the only one. */
function endOfHalf(spans: readonly HoursSpan[]): string | null {
  const [first, second] = spans;
  if (first === undefined) {
    return null;
  }
  return timeOfMinute(second === undefined ? Math.ceil((first.fromMinute + first.toMinute) / 2) : first.toMinute);
}
