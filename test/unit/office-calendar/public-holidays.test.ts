/** Public holidays by law and decree, against years that people have lived through. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeekend } from '../../../main/core/office-calendar/calendar-day.ts';
import { type HolidayYear, holidayYearSchema } from '../../../main/core/office-calendar/holiday-year.ts';
import { publicHolidaysOf } from '../../../main/core/office-calendar/public-holidays.ts';
import { lunarYears } from './tet-dates.ts';

const folder = 'data/holidays';
const decrees = new Map(
  readdirSync(folder).map((name): [number, HolidayYear] => {
    const decree = holidayYearSchema.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
    return [decree.year, decree];
  }),
);

/** Weekdays off, as MM-DD. */
function weekdaysOff(year: number, decree: HolidayYear | null = null): string {
  const { daysOff } = publicHolidaysOf(year, decree);
  const days = [...daysOff].filter((day) => !isWeekend(day)).toSorted();
  return days.map((day) => day.slice(5)).join(' ');
}

describe('public holidays', () => {
  it('by the law alone are those of years in which nothing was chosen otherwise', () => {
    // 2022: 30 April and 1 May fell on a weekend. 2023: Hùng Kings on Saturday, 30 April on Sunday.
    expect(weekdaysOff(2022)).toBe('01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02');
    expect(weekdaysOff(2023)).toContain('05-01 05-02 05-03 09-01 09-04');
    expect(weekdaysOff(2021)).toContain('04-21 04-30 05-03 09-02 09-03');
  });

  it.each([
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02'],
  ])('of %d are those that were decreed', (year, days) => {
    expect(weekdaysOff(year, decrees.get(year))).toBe(days);
  });

  it('take the day next to 2 September that was decreed in each year since there are two', () => {
    const chosen = [2021, 2022, 2023, 2024, 2025, 2026].map((year) => {
      const { daysOff } = publicHolidaysOf(year, null);
      return daysOff.has(`${year}-09-01`) ? '09-01' : '09-03';
    });
    expect(chosen).toEqual(['09-03', '09-01', '09-01', '09-03', '09-01', '09-01']);
  });

  it('know days worked in lieu, and days that nobody has checked yet', () => {
    const { workedInLieu, toCheck, daysOff } = publicHolidaysOf(2026, decrees.get(2026) ?? null);
    expect([...workedInLieu]).toEqual([
      ['2026-01-10', '2026-01-02'],
      ['2026-08-22', '2026-08-31'],
    ]);
    expect([...toCheck]).toEqual(['2026-11-24']);
    expect(daysOff.has('2026-11-24')).toBe(false);
  });

  it('give a day in lieu for each on a weekend, never two on one day (property)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lunarYears.map(({ year }) => year)), (year) => {
        const { daysOff } = publicHolidaysOf(year, null);
        const weekdays = [...daysOff].filter((day) => !isWeekend(day));
        // Eleven holidays by law; Hùng Kings' day may fall on 30 April or 1 May (1966, 2004 …), and then there are ten.
        expect(weekdays.length).toBeGreaterThanOrEqual(10);
        expect(weekdays.length).toBeLessThanOrEqual(11);
      }),
      { numRuns: 151 },
    );
  });
});

describe('a year of decrees', () => {
  const empty = { year: 2028, tet: null, nationalDay: null, swaps: [], otherDaysOff: [], toCheck: [] };

  it.each([
    [
      'a day of another year',
      { swaps: [{ off: '2027-04-29', worked: '2028-05-06', source: '1' }] },
      /not a day of 2028/,
    ],
    [
      'four days of Tết',
      { tet: { days: ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28'], source: '1' } },
      /five/,
    ],
    [
      'days of Tết without Tết',
      { tet: { days: ['2028-01-27', '2028-01-28', '2028-01-29', '2028-01-30', '2028-01-31'], source: '1' } },
      /2028-01-26/,
    ],
    ['National Day alone', { nationalDay: { days: ['2028-09-02'], source: '1' } }, /two days/],
    ['a Saturday swapped away', { swaps: [{ off: '2028-04-29', worked: '2028-05-06', source: '1' }] }, /weekday/],
    ['no source', { swaps: [{ off: '2028-05-02', worked: '2028-05-06', source: '' }] }, /swaps/],
  ])('refuses %s', (_what, changes, message) => {
    const parsed = holidayYearSchema.safeParse({ ...empty, ...changes });
    expect(JSON.stringify(parsed.error?.issues)).toMatch(message);
  });

  it('may tell nothing but the year', () => {
    expect(holidayYearSchema.parse(empty).year).toBe(2028);
  });
});
