/** The office's calendar: law, decrees and the office's own days in one. */
import { describe, expect, it } from 'vitest';
import type { HolidayYear } from '../../../main/core/office-calendar/holiday-year.ts';
import { makeCalendar } from './make-calendar.ts';

const decree: HolidayYear = {
  year: 2026,
  tet: null,
  nationalDay: null,
  swaps: [{ off: '2026-08-31', worked: '2026-08-22', source: 'QĐ thử' }],
  otherDaysOff: [{ day: '2026-10-20', name: { vi: 'Ngày thử', en: 'Test day' }, source: 'QĐ thử' }],
  toCheck: [{ day: '2026-11-24', name: { vi: 'Ngày thử', en: 'Test day' }, question: 'Còn xét' }],
};
const saturdayMornings = [
  { days: [1, 2, 3, 4, 5, 6], from: '07:30', to: '11:30' },
  { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
];

/** Open, closed date, working day. */
function kindOf(day: string, calendar = makeCalendar({ holidays: [decree], hours: saturdayMornings })): string {
  const facts = [
    calendar.isOpenDay(day) ? 'open' : 'shut',
    ...(calendar.isClosedDate(day) ? ['off'] : []),
    ...(calendar.isWorkingDay(day) ? ['counts'] : []),
  ];
  return facts.join(' ');
}

describe("the office's calendar", () => {
  it.each([
    ['2026-11-23', 'open counts', 'a Monday'],
    ['2026-11-21', 'open', 'a Saturday with a morning'],
    ['2026-11-22', 'shut', 'a Sunday'],
    ['2026-09-02', 'shut off', 'National Day'],
    ['2026-04-27', 'shut off', "in lieu of the Hùng Kings' day on a Sunday"],
    ['2026-08-31', 'shut off', 'swapped away'],
    ['2026-08-22', 'open counts', 'a Saturday worked in lieu'],
    ['2026-10-20', 'shut off', 'a newly decreed day off'],
    ['2026-11-24', 'open', 'a day nobody has checked yet'],
    ['2031-01-01', 'shut off', 'a year nothing is decreed for'],
  ])('%s is %s (%s)', (day, kind) => {
    expect(kindOf(day)).toBe(kind);
  });

  it('lets the office close and work on days of its own', () => {
    const calendar = makeCalendar({ closedDates: ['2026-11-23'], workedDates: ['2026-11-29', '2026-09-02'] });
    expect(['2026-11-23', '2026-11-29', '2026-09-02'].map((day) => kindOf(day, calendar))).toEqual([
      'shut off',
      'open counts',
      'open counts',
    ]);
  });

  it('has the hours of the day a Saturday stands for, and none where it is closed', () => {
    const calendar = makeCalendar({ holidays: [decree], hours: saturdayMornings });
    const lengths = ['2026-08-22', '2026-08-29', '2026-09-02'].map((day) => calendar.hoursOn(day).length);
    expect(lengths).toEqual([2, 1, 0]);
    expect(calendar.hoursWeekdayOf('2026-08-22')).toBe(1);
    expect(calendar.hoursOn('2026-08-29')).toEqual([{ fromMinute: 450, toMinute: 690 }]);
  });

  it('finds the next working day over Tết', () => {
    expect(makeCalendar().workingDayAfter('2027-02-04')).toBe('2027-02-12');
  });
});
