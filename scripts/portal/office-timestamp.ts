/** Moments as the API writes them, and back from a day and a time at the office. */
import { officeDate, officeTimeOfDay } from '../../main/core/office-date.ts';

/** With the office's offset, to the second: `2026-11-24T09:41:00+07:00`. */
export function officeTimestamp(timeMs: number): string {
  return `${officeDate(timeMs)}T${officeTimeOfDay(timeMs)}+07:00`;
}

/** UTC epoch of a day (YYYY-MM-DD) and a time of day (HH:MM) at the office. */
export function timeAtOffice(day: string, timeOfDay: string): number {
  return Date.parse(`${day}T${timeOfDay}:00+07:00`);
}
