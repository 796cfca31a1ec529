/** Due dates by example: each rule of docs/calendar.md once, at its edges. */
import { describe, expect, it } from 'vitest';
import type { Channel, ProcessingTime } from '../../../main/contract/procedure.ts';
import { dueDateOf } from '../../../main/core/due-dates/due-date-of.ts';
import { makeCalendar } from '../office-calendar/make-calendar.ts';
import { at } from '../queue/queue-fixtures.ts';

const calendar = makeCalendar();

type Unit = NonNullable<ProcessingTime['unit']>;

interface Case {
  readonly channel?: Channel;
  readonly sameDayUntil?: string;
  readonly calendar?: ReturnType<typeof makeCalendar>;
}

/** "2026-11-25 11:30" or "2026-11-25". */
function due(now: string, amount: number | null, unit: Unit | null, options: Case = {}): string | null {
  const found = dueDateOf(
    { amount, unit, note: null },
    {
      calendar: options.calendar ?? calendar,
      nowMs: at(now),
      channel: options.channel ?? 'direct',
      sameDayUntil: options.sameDayUntil ?? null,
    },
  );
  return found === null ? null : [found.day, found.time].filter((part) => part !== null).join(' ');
}

describe('a time in working days', () => {
  it.each([
    ['2026-11-18 09:00', 1, '2026-11-19', 'the day of receipt does not count'],
    ['2026-11-18 15:59', 1, '2026-11-19', 'just before the cut-off'],
    ['2026-11-18 16:00', 1, '2026-11-20', 'at the cut-off: counts from the next day'],
    ['2026-11-18 23:59', 1, '2026-11-20', 'on-line, late in the evening'],
    ['2026-11-18 05:00', 1, '2026-11-19', 'before the office opens'],
    ['2026-11-20 16:30', 1, '2026-11-24', 'Friday after the cut-off counts from Monday'],
    ['2026-11-21 09:00', 1, '2026-11-24', 'so does Saturday'],
    ['2026-11-22 09:00', 1, '2026-11-24', 'so does Sunday'],
    ['2026-11-20 09:00', 3, '2026-11-25', 'over a weekend'],
    ['2027-02-04 09:00', 1, '2027-02-12', 'over Tết'],
    ['2026-11-18 09:00', 3.5, '2026-11-24 11:30', 'three days and a morning'],
    ['2026-11-18 09:00', 0.5, '2026-11-19 11:30', 'half a day'],
    ['2026-11-18 09:00', 6.25, '2026-11-27 11:30', 'a quarter is rounded up to the half'],
    ['2026-11-18 09:00', 4.75, '2026-11-25', 'three quarters to the whole'],
  ])('at %s, %d days: %s (%s)', (now, amount, day) => {
    expect(due(now, amount, 'working-day')).toBe(day);
  });

  it('ends a half day in the middle where the office has one span', () => {
    const hours = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' }];
    expect(due('2026-11-18 09:00', 0.5, 'working-day', { calendar: makeCalendar({ hours }) })).toBe('2026-11-19 11:30');
  });

  it('counts from the next working day once the office has closed, be the cut-off later', () => {
    const late = makeCalendar({ cutOff: '20:00' });
    expect(due('2026-11-18 17:00', 1, 'working-day', { calendar: late })).toBe('2026-11-20');
    expect(due('2026-11-18 16:59', 1, 'working-day', { calendar: late })).toBe('2026-11-19');
  });
});

describe('a time in days and months', () => {
  it.each([
    ['2026-11-18 09:00', 5, 'day', '2026-11-23', 'days of rest count'],
    ['2026-11-18 09:00', 3, 'day', '2026-11-23', 'ends on a Saturday, so on Monday'],
    ['2026-12-31 09:00', 1, 'day', '2027-01-04', 'ends on a holiday'],
    ['2026-11-18 16:00', 5, 'day', '2026-11-24', 'after the cut-off'],
    ['2026-11-18 09:00', 1, 'month', '2026-12-18', 'the same day of the month'],
    ['2027-12-31 09:00', 2, 'month', '2028-02-29', 'the last day of a shorter month'],
    ['2026-10-30 09:00', 4, 'month', '2027-03-01', 'a Sunday'],
    ['2026-11-18 09:00', 1.5, 'month', '2027-01-04', 'half a month is fifteen days'],
  ] as const)('at %s, %d %ss: %s (%s)', (now, amount, unit, day, _why) => {
    expect(due(now, amount, unit)).toBe(day);
  });
});

describe('a time in hours', () => {
  it.each([
    ['2026-11-18 09:00', 2, '2026-11-18 11:00'],
    ['2026-11-18 09:00', 2.5, '2026-11-18 11:30'],
    ['2026-11-18 09:00', 4, '2026-11-18 14:30'],
    ['2026-11-18 12:00', 1, '2026-11-18 14:00'],
    ['2026-11-18 05:00', 1, '2026-11-18 08:30'],
    ['2026-11-18 15:00', 8, '2026-11-19 15:00'],
    ['2026-11-18 16:00', 1, '2026-11-19 08:30'],
    ['2026-11-20 15:59:01', 2, '2026-11-23 08:30'],
    ['2026-11-18 09:00', 24, '2026-11-23 09:00'],
  ])('at %s, %d hours: %s', (now, amount, moment) => {
    expect(due(now, amount, 'hour')).toBe(moment);
  });

  it('does not run on a Saturday morning, and tells nothing where there are no hours on working days', () => {
    const saturdays = [
      { days: [1, 2, 3, 4, 5, 6], from: '07:30', to: '11:30' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
    ];
    expect(due('2026-11-20 15:00', 4, 'hour', { calendar: makeCalendar({ hours: saturdays }) })).toBe(
      '2026-11-23 09:30',
    );
    const onlySaturdays = [{ days: [6], from: '07:30', to: '11:30' }];
    expect(due('2026-11-20 09:00', 4, 'hour', { calendar: makeCalendar({ hours: onlySaturdays }) })).toBeNull();
  });
});

describe('the rule of the same day', () => {
  const sameDayUntil = '15:00';
  it.each([
    ['2026-11-18 14:59', null, null, 'direct', '2026-11-18 17:00'],
    ['2026-11-18 15:00', null, null, 'direct', '2026-11-19'],
    ['2026-11-18 16:30', null, null, 'direct', '2026-11-19'],
    ['2026-11-20 15:30', null, null, 'online', '2026-11-23'],
    ['2026-11-21 09:00', null, null, 'online', '2026-11-23'],
    ['2026-11-18 09:00', null, null, 'postal', null],
    ['2026-11-18 09:00', 1, 'working-day', 'direct', '2026-11-18 17:00'],
    ['2026-11-18 09:00', 1, 'day', 'postal', '2026-11-18 17:00'],
    // A longer time beside it is for harder cases: the later date is the sure one.
    ['2026-11-18 09:00', 3, 'working-day', 'direct', '2026-11-23'],
  ] as const)('at %s, %s %s, %s: %s', (now, amount, unit, channel, moment) => {
    expect(due(now, amount, unit, { sameDayUntil, channel })).toBe(moment);
  });
});

describe('nothing', () => {
  it.each([
    [null, null],
    [5, null],
    [null, 'working-day'],
    [3, 'year'],
    [121, 'month'],
    [99_999, 'working-day'],
  ] as const)('is told for %s %s', (amount, unit) => {
    expect(due('2026-11-18 09:00', amount, unit)).toBeNull();
  });
});

describe('a day nobody has checked yet', () => {
  const toCheck = [{ day: '2026-11-24', name: { vi: 'Ngày thử', en: 'Test day' }, question: 'Còn xét' }];
  const unsure = makeCalendar({
    holidays: [{ year: 2026, tet: null, nationalDay: null, swaps: [], otherDaysOff: [], toCheck }],
  });

  it('is neither counted nor promised', () => {
    expect(due('2026-11-23 09:00', 1, 'working-day', { calendar: unsure })).toBe('2026-11-25');
    expect(due('2026-11-24 09:00', 1, 'working-day', { calendar: unsure })).toBe('2026-11-26');
  });
});
