/** When the invented office is open, and days counted from today as its dossiers need them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOfficeCalendar } from '../../../main/core/office-calendar/create-office-calendar.ts';
import { holidayYearSchema } from '../../../main/core/office-calendar/holiday-year.ts';
import { dayMs, officeDate } from '../../../main/core/office-date.ts';

const holidayFolder = join(import.meta.dirname, '..', '..', '..', 'data', 'holidays');

const calendar = createOfficeCalendar({
  hours: [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }],
  cutOff: '16:00',
  closedDates: [],
  workedDates: [],
  holidays: readdirSync(holidayFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => holidayYearSchema.parse(JSON.parse(readFileSync(join(holidayFolder, name), 'utf8')))),
});

/** Monday to Friday without public holidays, and Saturdays worked in lieu. */
export function isDemonstrationDay(day: string): boolean {
  return calendar.isOpenDay(day);
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
