/** What holds of every due date, whatever the office, the year and the time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels, type ProcessingTime, timeUnits } from '../../../main/contract/procedure.ts';
import { type DueDateContext, dueDateOf, type ReckonedDueDate } from '../../../main/core/due-dates/due-date-of.ts';
import { addDays } from '../../../main/core/office-calendar/calendar-day.ts';
import type { OfficeCalendarOptions } from '../../../main/core/office-calendar/create-office-calendar.ts';
import { officeDate, officeTimeOfDay } from '../../../main/core/office-date.ts';
import { makeCalendar } from '../office-calendar/make-calendar.ts';
import { at } from '../queue/queue-fixtures.ts';

const minuteMs = 60_000;
const runs = { numRuns: 400 };

const day = fc.integer({ min: 0, max: 28_000 }).map((count) => addDays('2024-01-01', count));
const options: fc.Arbitrary<Partial<OfficeCalendarOptions>> = fc.record(
  {
    cutOff: fc.constantFrom('11:30', '15:00', '16:00', '23:59'),
    closedDates: fc.array(day, { maxLength: 60 }),
    hours: fc.constantFrom(
      [
        { days: [1, 2, 3, 4, 5, 6], from: '07:30', to: '11:30' },
        { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
      ],
      [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' }],
    ),
  },
  { requiredKeys: [] },
);
const amount = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: 120 }).map((quarters) => quarters / 4),
);
const time: fc.Arbitrary<ProcessingTime> = fc.record({
  amount,
  unit: fc.constantFrom(...timeUnits),
  note: fc.constant(null),
});
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 1439 }))
  .map(([start, minute]) => at(`${start} 00:00`) + minute * minuteMs);
const channel = fc.constantFrom(...channels);
const sameDayUntil = fc.constantFrom(null, '15:00');

/** Text that sorts as the moments do; the whole day stands for its end. */
function sortable(due: ReckonedDueDate | null): string {
  return due === null ? '' : `${due.day} ${due.time ?? '24:00'}`;
}

describe('a due date', () => {
  it('is never on a holiday, a closed date or a day of rest, and never before the file is handed in', () => {
    fc.assert(
      fc.property(options, time, moment, channel, sameDayUntil, (changes, published, nowMs, by, until) => {
        const calendar = makeCalendar(changes);
        const due = dueDateOf(published, { calendar, nowMs, channel: by, sameDayUntil: until });
        if (due === null) {
          expect(published.unit).toBe('year');
          return;
        }
        expect(calendar.isWorkingDay(due.day)).toBe(true);
        expect(calendar.isWorkingDay(due.countedFrom)).toBe(true);
        expect(calendar.isClosedDate(due.day)).toBe(false);
        expect(due.countedFrom >= officeDate(nowMs)).toBe(true);
        expect(sortable(due) > `${officeDate(nowMs)} ${officeTimeOfDay(nowMs).slice(0, 5)}`).toBe(true);
      }),
      runs,
    );
  });

  it('is no earlier when the file is handed in later', () => {
    fc.assert(
      fc.property(
        options,
        time,
        moment,
        fc.integer({ min: 1, max: 6 * 24 * 60 }),
        sameDayUntil,
        (changes, published, nowMs, later, until) => {
          const context = { calendar: makeCalendar(changes), channel: 'direct', sameDayUntil: until } as const;
          const first = dueDateOf(published, { ...context, nowMs });
          const second = dueDateOf(published, { ...context, nowMs: nowMs + later * minuteMs });
          expect(sortable(second) >= sortable(first)).toBe(true);
        },
      ),
      runs,
    );
  });

  it('is no earlier when more time is published', () => {
    fc.assert(
      fc.property(options, time, amount, moment, sameDayUntil, (changes, published, other, nowMs, until) => {
        const context: DueDateContext = {
          calendar: makeCalendar(changes),
          nowMs,
          channel: 'direct',
          sameDayUntil: until,
        };
        const [less, more] = [published.amount ?? 1, other].toSorted((one, two) => one - two);
        const first = dueDateOf({ ...published, amount: less ?? null }, context);
        const second = dueDateOf({ ...published, amount: more ?? null }, context);
        expect(sortable(second) >= sortable(first)).toBe(true);
      }),
      runs,
    );
  });

  it('counts from today before the cut-off of a working day alone', () => {
    fc.assert(
      fc.property(options, time, moment, (changes, published, nowMs) => {
        const calendar = makeCalendar(changes);
        const due = dueDateOf(
          { ...published, unit: 'working-day' },
          { calendar, nowMs, channel: 'online', sameDayUntil: null },
        );
        const today = officeDate(nowMs);
        const isAfterCutOff = officeTimeOfDay(nowMs).slice(0, 5) >= calendar.cutOff;
        if (isAfterCutOff || !calendar.isWorkingDay(today)) {
          expect(due?.countedFrom).toBe(calendar.workingDayAfter(today));
        }
        // The day it counts as handed in is never the day it is due.
        expect((due?.day ?? '') > (due?.countedFrom ?? '')).toBe(true);
      }),
      runs,
    );
  });

  it('is the same each time it is asked for', () => {
    fc.assert(
      fc.property(options, time, moment, channel, (changes, published, nowMs, by) => {
        const ask = () =>
          dueDateOf(published, { calendar: makeCalendar(changes), nowMs, channel: by, sameDayUntil: null });
        expect(ask()).toEqual(ask());
      }),
      { numRuns: 100 },
    );
  });
});
