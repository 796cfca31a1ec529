/** The due dates of one procedure, one for each way of handing in whose time is sure. */
import type { DueDate } from '../../contract/due-dates.ts';
import { channels, type Procedure, type ProcessingTime } from '../../contract/procedure.ts';
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts';
import { dueDateOf } from './due-date-of.ts';

/** In the order direct, postal, online. A channel published with several different times tells nothing: nobody knows which holds. */
export function dueDatesOfProcedure(
  procedure: Pick<Procedure, 'submissionMethods' | 'sameDayUntil'>,
  calendar: OfficeCalendar,
  nowMs: number,
): DueDate[] {
  return channels.flatMap((channel): DueDate[] => {
    const [time, ...others] = procedure.submissionMethods
      .filter((method) => method.channel === channel)
      .map(({ processingTime }) => processingTime);
    if (time === undefined || !others.every((other) => isSameTime(other, time))) {
      return [];
    }
    const due = dueDateOf(time, { calendar, nowMs, channel, sameDayUntil: procedure.sameDayUntil });
    return due === null ? [] : [{ channel, ...due, note: time.note }];
  });
}

function isSameTime(one: ProcessingTime, other: ProcessingTime): boolean {
  return one.amount === other.amount && one.unit === other.unit;
}
