/** The office's hours: to the minute, over nights, weekends, holidays, and never by the machine's own time zone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../../../main/core/office-calendar/office-calendar.ts';
import { officeDate, officeTimeOfDay, officeWeekday, startOfOfficeDay } from '../../../main/core/office-date.ts';
import { openingAt } from '../../../main/core/queue/opening.ts';
import { makeCalendar } from '../office-calendar/make-calendar.ts';
import { at } from './queue-fixtures.ts';

const dayMs = 24 * 60 * 60 * 1000;

function say(ms: number | null): string {
  return ms === null ? 'nothing' : `${officeDate(ms)} ${officeTimeOfDay(ms)}`;
}

interface Times {
  /** Null: the office's. */
  readonly hours?: readonly OfficeHours[] | null;
  readonly closedDates?: readonly string[];
}

function openingOn(text: string, { hours = null, closedDates = [] }: Times = {}): string {
  const opening = openingAt({ hours, calendar: makeCalendar({ closedDates }) }, at(text));
  return opening.isOpen ? `open until ${say(opening.closesAtMs)}` : `closed until ${say(opening.opensAtMs)}`;
}

/** So many days from 22 July on. */
function datesFromWednesday(count: number): string[] {
  return Array.from({ length: count }, (_none, day) => officeDate(at('2026-07-22 12:00') + day * dayMs));
}

/** By comparing texts of the clock, minute by minute. */
function isOpenIn(hours: readonly OfficeHours[], ms: number): boolean {
  const clock = officeTimeOfDay(ms).slice(0, 5);
  return hours.some(({ days, from, to }) => days.includes(officeWeekday(ms)) && from <= clock && clock < to);
}

describe('the opening hours', () => {
  it.each([
    ['2026-07-22 07:29:59', 'closed until 2026-07-22 07:30:00'],
    ['2026-07-22 07:30:00', 'open until 2026-07-22 11:30:00'],
    ['2026-07-22 11:29:59', 'open until 2026-07-22 11:30:00'],
    ['2026-07-22 11:30:00', 'closed until 2026-07-22 13:00:00'],
    ['2026-07-22 16:59:59', 'open until 2026-07-22 17:00:00'],
    ['2026-07-22 17:00:00', 'closed until 2026-07-23 07:30:00'],
    // Midnight in Việt Nam is 17:00 of the day before in UTC.
    ['2026-07-22 23:59:59', 'closed until 2026-07-23 07:30:00'],
    ['2026-07-23 00:00:00', 'closed until 2026-07-23 07:30:00'],
    ['2026-07-24 17:00:00', 'closed until 2026-07-27 07:30:00'],
    ['2026-07-26 12:00:00', 'closed until 2026-07-27 07:30:00'],
    ['2026-12-31 18:00:00', 'closed until 2027-01-04 07:30:00'],
    ['2027-02-04 17:00:00', 'closed until 2027-02-12 07:30:00'],
    ['2028-02-28 18:00:00', 'closed until 2028-02-29 07:30:00'],
  ])('at %s: %s', (time, expected) => {
    expect(openingOn(time)).toBe(expected);
  });

  it('of its own a service has neither on holidays nor on closed dates', () => {
    const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '07:00', to: '19:00' }];
    expect(openingOn('2027-01-01 09:00:00', { hours })).toBe('closed until 2027-01-02 07:00:00');
    expect(openingOn('2026-07-22 09:00:00', { hours, closedDates: ['2026-07-22'] })).toBe(
      'closed until 2026-07-23 07:00:00',
    );
  });

  it('are those of the day a Saturday is worked in lieu of', () => {
    const swaps = [{ off: '2026-08-31', worked: '2026-08-22', source: 'QĐ thử' }];
    const holidays = [{ year: 2026, tet: null, nationalDay: null, swaps, otherDaysOff: [], toCheck: [] }];
    const calendar = makeCalendar({ holidays });
    for (const hours of [null, [{ days: [1], from: '07:30', to: '11:30' }]]) {
      expect(openingAt({ hours, calendar }, at('2026-08-22 08:00:00')).isOpen).toBe(true);
      expect(openingAt({ hours, calendar }, at('2026-08-31 08:00:00')).isOpen).toBe(false);
    }
  });

  it('leave out the dates the office is closed on', () => {
    const closedDates = ['2026-07-22', '2026-07-23'];
    expect(openingOn('2026-07-22 09:00:00', { closedDates })).toBe('closed until 2026-07-24 07:30:00');
    expect(openingOn('2026-07-21 17:00:00', { closedDates })).toBe('closed until 2026-07-24 07:30:00');
  });

  it('say that no opening is foreseen only where there is none in 14 days', () => {
    // The last closed date is Wednesday 5 August; the office opens 14 days less two hours from now.
    expect(openingOn('2026-07-23 09:30:00', { closedDates: datesFromWednesday(15) })).toBe(
      'closed until 2026-08-06 07:30:00',
    );
    expect(openingOn('2026-07-23 07:29:00', { closedDates: datesFromWednesday(15) })).toBe('closed until nothing');
    expect(openingOn('2026-07-22 09:00:00', { closedDates: datesFromWednesday(31) })).toBe('closed until nothing');
    expect(openingOn('2026-07-22 09:00:00', { hours: [] })).toBe('closed until nothing');
  });

  it('are one span where they overlap or touch, in whatever order they are written', () => {
    const hours = [
      { days: [3], from: '11:30', to: '14:00' },
      { days: [3, 4], from: '10:00', to: '11:00' },
      { days: [1, 3], from: '07:30', to: '11:30' },
    ];
    expect(openingOn('2026-07-22 10:30:00', { hours })).toBe('open until 2026-07-22 14:00:00');
  });

  it('hold for the nearest opening, whatever the week (property)', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    const span = fc
      .record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: time, to: time })
      .filter(({ from, to }) => from < to);
    const start = at('2026-07-20 00:00');
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 7 * 24 * 60 - 1 }),
        (hours, minute) => {
          const nowMs = start + minute * 60_000;
          const opening = openingAt({ hours, calendar: makeCalendar() }, nowMs);
          expect(opening.isOpen).toBe(isOpenIn(hours, nowMs));
          // The minute of the next change, found by walking.
          let change = nowMs;
          while (isOpenIn(hours, change) === opening.isOpen) change += 60_000;
          expect(opening.isOpen ? opening.closesAtMs : opening.opensAtMs).toBe(change);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("the office's clock", () => {
  it('is that of Asia/Ho_Chi_Minh in the tz database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1976-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const ms = date.getTime();
          expect(`${officeDate(ms)} ${officeTimeOfDay(ms)}`).toBe(format.format(date));
          expect(officeDate(startOfOfficeDay(ms))).toBe(officeDate(ms));
          expect(officeTimeOfDay(startOfOfficeDay(ms))).toBe('00:00:00');
        },
      ),
    );
  });

  it('counts weekdays from Monday', () => {
    const week = Array.from({ length: 8 }, (_none, day) => officeWeekday(at('2026-07-20 00:00') + day * dayMs));
    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7, 1]);
  });
});
