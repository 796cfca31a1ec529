/** The spans of one weekday out of hours as a configuration writes them; the same for the office and for the queue. */
import type { HoursSpan, OfficeHours } from './office-calendar.ts';

/** In order; spans that touch or overlap are one. `weekday` is 1 Monday … 7 Sunday. */
export function hoursOfWeekday(hours: readonly OfficeHours[], weekday: number): HoursSpan[] {
  const spans = hours
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => ({ fromMinute: minuteOfDay(from), toMinute: minuteOfDay(to) }))
    .toSorted((one, other) => one.fromMinute - other.fromMinute);
  const joined: HoursSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span.fromMinute <= last.toMinute) {
      joined[joined.length - 1] = { fromMinute: last.fromMinute, toMinute: Math.max(last.toMinute, span.toMinute) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** Minutes since midnight of HH:MM. */
function minuteOfDay(time: string): number {
  const [hour = '', minute = ''] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}
