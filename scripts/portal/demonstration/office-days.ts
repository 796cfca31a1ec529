/** When the invented office is open, and days counted from today as its dossiers need them. */
import { dayMs, officeDate, officeWeekday } from '../../../main/core/office-date.ts';
import { timeAtOffice } from '../office-timestamp.ts';

/** Public holidays that stand on the same date each year (BLLĐ Đ112); a city's portal knows the lunar and decreed ones too. */
const holidays: ReadonlySet<string> = new Set(['01-01', '04-30', '05-01', '09-02']);

/** Monday to Friday without holidays. */
export function isDemonstrationDay(day: string): boolean {
  return officeWeekday(timeAtOffice(day, '12:00')) <= 5 && !holidays.has(day.slice(5));
}

/** The open day so many open days from today on, back for negative counts; 0 is today, or the last open day before it. */
export function officeDay(nowMs: number, count: number): string {
  let atMs = nowMs;
  let left = Math.abs(count);
  while (!isDemonstrationDay(officeDate(atMs))) {
    atMs -= dayMs;
  }
  while (left > 0) {
    atMs += count < 0 ? -dayMs : dayMs;
    left -= isDemonstrationDay(officeDate(atMs)) ? 1 : 0;
  }
  return officeDate(atMs);
}
