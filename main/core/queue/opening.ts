/** When numbers are given: the hours of the configuration against the office's clock, as pure functions. */
import type { Opening } from '../../contract/queue.ts';
import { dayMs, officeDate, officeWeekday, startOfOfficeDay } from '../office-date.ts';
import type { OpenHours } from './queue-configuration.ts';

/** How far an opening is looked for, in days. */
const foreseenDays = 14;

interface Span {
  readonly fromMs: number;
  /** The first moment after it. */
  readonly toMs: number;
}

export interface OpeningTimes {
  readonly hours: readonly OpenHours[];
  /** YYYY-MM-DD, the office's dates. */
  readonly closedDates: readonly string[];
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
function spansFrom({ hours, closedDates }: OpeningTimes, nowMs: number): Span[] {
  const today = startOfOfficeDay(nowMs);
  const spans: Span[] = [];
  for (let ahead = 0; ahead <= foreseenDays; ahead += 1) {
    const startMs = today + ahead * dayMs;
    if (!closedDates.includes(officeDate(startMs))) {
      spans.push(...spansOfDay(hours, startMs));
    }
  }
  return spans;
}

function spansOfDay(hours: readonly OpenHours[], startMs: number): Span[] {
  const weekday = officeWeekday(startMs);
  const spans = hours
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => ({ fromMs: startMs + msOfDay(from), toMs: startMs + msOfDay(to) }))
    .toSorted((a, b) => a.fromMs - b.fromMs);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span.fromMs <= last.toMs) {
      joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, span.toMs) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** HH:MM as milliseconds since midnight. */
function msOfDay(time: string): number {
  const [hour = '', minute = ''] = time.split(':');
  return (Number(hour) * 60 + Number(minute)) * 60_000;
}
