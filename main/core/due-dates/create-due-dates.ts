/** "Nộp hôm nay thì hẹn trả ngày …": due dates of a procedure as a feature. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';

export interface DueDatesOptions {
  readonly getProcedure: (code: string) => Procedure | null;
  readonly clock: Clock;
}

export function createDueDates({ getProcedure, clock }: DueDatesOptions): Pick<Handlers, 'procedures.dueDates'> {
  return {
    'procedures.dueDates': ({ code }) => {
      if (getProcedure(code) === null) {
        throw new KioskError('not-found', `The catalogue does not hold ${code}.`);
      }
      return { nowMs: clock.nowMs(), dueDates: [] };
    },
  };
}
