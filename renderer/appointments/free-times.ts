/** The portal's days and times in the order in which a citizen looks for one. Pure. */
import type { SlotsAnswer } from '../../main/contract/appointments.ts';
import type { ChosenTime } from './booking-steps.ts';

export type FreeDay = Extract<SlotsAnswer, { outcome: 'slots' }>['days'][number];
export type FreeTime = FreeDay['slots'][number];

/** Days of one week, Monday first. */
export interface FreeWeek {
  /** Its Monday, YYYY-MM-DD. */
  readonly monday: string;
  readonly days: readonly FreeDay[];
}

export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

const dayMs = 24 * 3_600_000;

/** Days from the first to the second; negative backwards. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / dayMs);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  // Sunday is the last day of a week.
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10);
}

export function placesLeft({ slots }: FreeDay): number {
  return slots.reduce((sum, { free }) => sum + free, 0);
}

export function weeksOf(days: readonly FreeDay[]): FreeWeek[] {
  const mondays = [...new Set(days.map(({ day }) => mondayOf(day)))];
  return mondays.map((monday) => ({ monday, days: days.filter(({ day }) => mondayOf(day) === monday) }));
}

/** The parts of a day that have any times; full ones stand among them. */
export function partsOf(slots: readonly FreeTime[]): { readonly part: DayPart; readonly slots: readonly FreeTime[] }[] {
  return dayParts
    .map((part) => ({ part, slots: slots.filter(({ from }) => partOf(from) === part) }))
    .filter((one) => one.slots.length > 0);
}

/** What the portal told before somebody else was quicker does not hold for the times that were lost. */
export function withoutLost(days: readonly FreeDay[], lost: readonly ChosenTime[]): FreeDay[] {
  return days.map((one) => ({
    ...one,
    slots: one.slots.map((slot) =>
      lost.some(({ day, from }) => day === one.day && from === slot.from) ? { ...slot, free: 0 } : slot,
    ),
  }));
}

function partOf(from: string): DayPart {
  if (from < '12:00') return 'morning';
  return from < '18:00' ? 'afternoon' : 'evening';
}
