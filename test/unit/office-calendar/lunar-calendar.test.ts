/** The lunar calendar against dates that were kept or published, and where it parts from China's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf } from '../../../main/core/office-calendar/calendar-day.ts';
import { dayOfLunarDate, lunarMonthsOf } from '../../../main/core/office-calendar/lunar/lunar-calendar.ts';
import { newMoon } from '../../../main/core/office-calendar/lunar/new-moon.ts';
import { sunLongitude } from '../../../main/core/office-calendar/lunar/sun-longitude.ts';
import { lunarYears } from './tet-dates.ts';

describe('the lunar calendar', () => {
  it('has Tết and the leap months of 1950 to 2100 where the published tables have them at UTC+7', () => {
    expect(lunarYears).toHaveLength(151);
    const reckoned = lunarYears.map(({ year }) => {
      const months = lunarMonthsOf(year);
      return { year, newYear: months[0]?.firstDay, leapMonth: months.find(({ isLeap }) => isLeap)?.month ?? null };
    });
    // Up to 1967 the calendar in use kept China's hour, UTC+8, which makes a day's difference in this one Tết.
    const kept = lunarYears.map((one) => (one.year === 1965 ? { ...one, newYear: '1965-02-01' } : one));
    expect(reckoned).toEqual(kept);
  });

  // In 1968 the north kept UTC+7 already, the south not yet.
  it.each([
    [1968, '1968-01-29', '1968-01-30'],
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
    [2053, '2053-02-18', '2053-02-19'],
  ])('keeps the Tết of %d on %s, when China had or will have it on %s', (year, vietnam, china) => {
    expect(dayOfLunarDate(year, 1, 1)).toBe(vietnam);
    expect(vietnam).not.toBe(china);
  });

  it.each([
    [2019, '2019-04-14'],
    [2020, '2020-04-02'],
    [2021, '2021-04-21'],
    [2022, '2022-04-10'],
    [2023, '2023-04-29'],
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
  ])("keeps the Hùng Kings' day of %d on %s", (year, day) => {
    expect(dayOfLunarDate(year, 3, 10)).toBe(day);
  });

  it('has no day twice and none missing, months of 29 or 30 days, and at most one leap month a year (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2099 }), (year) => {
        const months = lunarMonthsOf(year);
        const next = lunarMonthsOf(year + 1);
        expect(months.filter(({ isLeap }) => !isLeap).map(({ month }) => month)).toEqual([
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
        ]);
        expect(months.length).toBeLessThanOrEqual(13);
        const starts = [...months, ...next.slice(0, 1)].map(({ firstDay }) => dayNumberOf(firstDay));
        for (const [index, start] of starts.slice(1).entries()) {
          expect([29, 30]).toContain(start - (starts[index] ?? 0));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('stands on new moons and on a sun that others reckoned too', () => {
    // Meeus, example 49.a: 18 February 1977, 3:37:42 dynamical time, ΔT 48 s.
    expect(newMoon(-283)).toBeCloseTo(2_443_192.65118 - 48 / 86_400, 4);
    // Meeus, example 25.a: 13 October 1992, 0:00 dynamical time; apparent longitude 199.90895°.
    expect(sunLongitude(2_448_908.5 - 59 / 86_400)).toBeCloseTo(199.90895, 3);
  });

  it('names no thirteenth month', () => {
    expect(() => dayOfLunarDate(2026, 13, 1)).toThrow(RangeError);
  });
});
