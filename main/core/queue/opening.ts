/** When numbers are given: the hours of the configuration and the office's calendar against its clock, as pure functions. */
import type { Opening } from '../../contract/queue.ts';
import { hoursOfWeekday } from '../office-calendar/hours-of-weekday.ts';
import type { HoursSpan, OfficeCalendar, OfficeHours } from '../office-calendar/office-calendar.ts';
import { dayMs, officeDate, startOfOfficeDay } from '../office-date.ts';

/** How far an opening is looked for, in days. */
const foreseenDays = 14;
const minuteMs = 60_000;

interface Span {
  readonly fromMs: number;
  /** The first moment after it. */
  readonly toMs: number;
}

export interface OpeningTimes {
  /** Null: the office's own. */
  readonly hours: readonly OfficeHours[] | null;
  readonly calendar: Pick<OfficeCalendar, 'isClosedDate' | 'hoursWeekdayOf' | 'hoursOn'>;
}

/** Open from the minute hours begin up to, but not in, the minute they end. Spans that touch or overlap are one. */
export function openingAt(times: OpeningTimes, nowMs: number): Opening {
  const spans = spansFrom(times, nowMs);
  const current = spans.find(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs);
  if (current !== undefined) {
    return { isOpen: true, closesAtMs: current.toMs };
  }
  const next = spans.find(({ fromMs }) => fromMs > nowMs);
  const isForeseen = next !== undefined && next.fromMs - nowMs <= foreseenDays * dayMs;
  return { isOpen: false, opensAtMs: isForeseen ? next.fromMs : null };
}

/** In order, from the office's today on. */
function spansFrom({ hours, calendar }: OpeningTimes, nowMs: number): Span[] {
  const today = startOfOfficeDay(nowMs);
  const spans: Span[] = [];
  for (let ahead = 0; ahead <= foreseenDays; ahead += 1) {
    const startMs = today + ahead * dayMs;
    const day = officeDate(startMs);
    const ofDay = hours === null ? calendar.hoursOn(day) : ownHoursOn(day, hours, calendar);
    spans.push(
      ...ofDay.map(({ fromMinute, toMinute }) => ({
        fromMs: startMs + fromMinute * minuteMs,
        toMs: startMs + toMinute * minuteMs,
      })),
    );
  }
  return spans;
}

function ownHoursOn(day: string, hours: readonly OfficeHours[], calendar: OpeningTimes['calendar']): HoursSpan[] {
  return calendar.isClosedDate(day) ? [] : hoursOfWeekday(hours, calendar.hoursWeekdayOf(day));
}
