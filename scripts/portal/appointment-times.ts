/** Which services take appointments, for which procedures, and when. */
import type { z } from 'zod';
import type { appointmentServiceSchema } from '../../main/contract/appointments.ts';
import { dayMs, officeDate } from '../../main/core/office-date.ts';
import { timeAtOffice } from './office-timestamp.ts';

export interface PortalService {
  readonly service: z.infer<typeof appointmentServiceSchema>;
  readonly procedureCodes: readonly string[];
  /** Spans of the day cut into slots, HH:MM. */
  readonly spans: readonly { readonly from: string; readonly until: string }[];
  readonly slotMinutes: number;
  /** People a slot has room for. */
  readonly capacity: number;
}

export interface Slot {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** Times offered at the most so many days ahead, today among them. */
export const mostDaysAhead = 60;

/** Days the office is open, from today on. */
export function openDays(nowMs: number, days: number, isOpenDay: (day: string) => boolean): string[] {
  return Array.from({ length: days }, (_, ahead) => officeDate(nowMs + ahead * dayMs)).filter(isOpenDay);
}

/** The slots of a day that have not begun. */
export function slotsOfDay({ spans, slotMinutes }: PortalService, day: string, nowMs: number): Slot[] {
  return spans
    .flatMap(({ from, until }) => {
      const count = Math.floor((minutesOf(until) - minutesOf(from)) / slotMinutes);
      return Array.from({ length: count }, (_, index) => minutesOf(from) + index * slotMinutes);
    })
    .map((start) => ({ day, from: timeOf(start), until: timeOf(start + slotMinutes) }))
    .filter(({ from }) => timeAtOffice(day, from) > nowMs);
}

function minutesOf(timeOfDay: string): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
