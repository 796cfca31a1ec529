/** Days of the calendar as text (YYYY-MM-DD), reckoned without any clock or time zone. */
import { dayMs } from '../office-date.ts';

/** Days since 1 January 1970, which is day 0. */
export function dayNumberOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

export function dayOfNumber(dayNumber: number): string {
  return new Date(dayNumber * dayMs).toISOString().slice(0, 10);
}

/** `count` may be negative. */
export function addDays(day: string, count: number): string {
  return dayOfNumber(dayNumberOf(day) + count);
}

/** The same day of a later month; the month's last day where it has no such day (BLDS 2015 Đ148 k4). `count` is whole, ≥ 0. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastOfMonth))).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  // Day 0 was a Thursday.
  return ((((dayNumberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Saturday or Sunday, the weekly days of rest of an administrative office (QĐ 188/1999/QĐ-TTg). */
export function isWeekend(day: string): boolean {
  return weekdayOf(day) >= 6;
}
