/** Due dates as the page asks for them: each way of handing in by its own time, silent where that is not sure. */
import { describe, expect, it } from 'vitest';
import type { Channel, Procedure, ProcessingTime } from '../../../main/contract/procedure.ts';
import { createDueDates } from '../../../main/core/due-dates/create-due-dates.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { makeCalendar } from '../office-calendar/make-calendar.ts';
import { at } from '../queue/queue-fixtures.ts';

function method(channel: Channel, amount: number | null, note: string | null = null) {
  const processingTime: ProcessingTime = { amount, unit: amount === null ? null : 'working-day', note };
  return { channel, processingTime, fees: [], note: null };
}

const nowMs = at('2026-11-18 09:00');

function dueDatesOf(procedure: Procedure) {
  const getProcedure = (code: string) => (code === procedure.code ? procedure : null);
  const handlers = createDueDates({ getProcedure, calendar: makeCalendar(), clock: { nowMs: () => nowMs } });
  return handlers['procedures.dueDates'];
}

describe('procedures.dueDates', () => {
  it('tells each channel by its own time, with the words that stand beside it', () => {
    const note = '01 ngày đối với đám tang';
    const submissionMethods = [method('online', 1), method('direct', 3, note), method('postal', 2)];
    const ask = dueDatesOf(makeProcedure({ code: '1.000001', submissionMethods }));
    expect(ask({ code: '1.000001' })).toEqual({
      nowMs,
      dueDates: [
        { channel: 'direct', day: '2026-11-23', time: null, countedFrom: '2026-11-18', note },
        { channel: 'postal', day: '2026-11-20', time: null, countedFrom: '2026-11-18', note: null },
        { channel: 'online', day: '2026-11-19', time: null, countedFrom: '2026-11-18', note: null },
      ],
    });
  });

  it('says nothing of a channel with words only, or with several different times', () => {
    const submissionMethods = [
      method('direct', null, 'Theo giấy hẹn'),
      method('postal', 2),
      method('postal', 5),
      method('online', 4),
      method('online', 4),
    ];
    const ask = dueDatesOf(makeProcedure({ code: '1.000001', submissionMethods }));
    expect(ask({ code: '1.000001' })).toMatchObject({ dueDates: [{ channel: 'online', day: '2026-11-24' }] });
  });

  it('knows no procedure that the catalogue does not hold', () => {
    const ask = dueDatesOf(makeProcedure({ code: '1.000001' }));
    expect(() => ask({ code: '1.000002' })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
