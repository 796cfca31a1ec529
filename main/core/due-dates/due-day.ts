/** A moment by which a result is due, and when a file counts as handed in: what all ways of counting share. */
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts';
import { officeDate, officeTimeOfDay } from '../office-date.ts';

export interface DueDay {
  /** YYYY-MM-DD; always a working day. */
  readonly day: string;
  /** HH:MM; null where the whole day is meant. */
  readonly time: string | null;
}

/**
 * Today, where it is a working day and neither the office's cut-off nor the end of its hours has come; else the next working
 * day. Before the office opens it is today: on-line files come at any hour.
 */
export function countedFrom(calendar: OfficeCalendar, nowMs: number): string {
  const today = officeDate(nowMs);
  const now = officeTimeOfDay(nowMs).slice(0, 5);
  const closing = calendar.hoursOn(today).at(-1);
  const isInTime =
    calendar.isWorkingDay(today) &&
    now < calendar.cutOff &&
    closing !== undefined &&
    now < timeOfMinute(closing.toMinute);
  return isInTime ? today : calendar.workingDayAfter(today);
}

/** HH:MM of minutes since midnight, 0 to 1439. */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
