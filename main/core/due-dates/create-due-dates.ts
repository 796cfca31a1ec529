/** "Nộp hôm nay thì hẹn trả ngày …": due dates of a procedure as a feature. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Handlers } from '../handlers.ts';
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts';
import type { Clock } from '../ports.ts';
import { dueDatesOfProcedure } from './due-dates-of-procedure.ts';

export interface DueDatesOptions {
  readonly getProcedure: (code: string) => Procedure | null;
  readonly calendar: OfficeCalendar;
  readonly clock: Clock;
}

export function createDueDates({
  getProcedure,
  calendar,
  clock,
}: DueDatesOptions): Pick<Handlers, 'procedures.dueDates'> {
  return {
    'procedures.dueDates': ({ code }) => {
      const procedure = getProcedure(code);
      if (procedure === null) {
        throw new KioskError('not-found', `The catalogue does not hold ${code}.`);
      }
      const nowMs = clock.nowMs();
      return { nowMs, dueDates: dueDatesOfProcedure(procedure, calendar, nowMs) };
    },
  };
}
