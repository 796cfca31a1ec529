/** A calendar with the usual hours; a test says what matters to it. */
import {
  createOfficeCalendar,
  type OfficeCalendarOptions,
} from '../../../main/core/office-calendar/create-office-calendar.ts';
import type { OfficeCalendar } from '../../../main/core/office-calendar/office-calendar.ts';

export function makeCalendar(changes: Partial<OfficeCalendarOptions> = {}): OfficeCalendar {
  return createOfficeCalendar({
    hours: [
      { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
    ],
    cutOff: '16:00',
    closedDates: [],
    workedDates: [],
    holidays: [],
    ...changes,
  });
}
