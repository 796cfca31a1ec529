/** What is decreed for one year's public holidays, as `data/holidays/<year>.json` holds it and catalogues carry it. */
import { z } from 'zod';
import { bilingualSchema } from '../../contract/life-event.ts';
import { daySchema } from '../../contract/moment.ts';
import { addDays, isWeekend } from './calendar-day.ts';
import { dayOfLunarDate } from './lunar/lunar-calendar.ts';

/** Number and date of the paper that says so. */
const sourceSchema = z.string().min(1);

/** Days in a row chosen by the Prime Minister within what the law leaves open. */
const decreedDaysSchema = z.strictObject({ days: z.array(daySchema), source: sourceSchema });

export const holidayYearSchema = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    /** The five days of Tết (BLLĐ 2019 Đ112 k1 b, k3); null while not decreed: the last day of the old year and the first four are presumed. */
    tet: decreedDaysSchema.nullable(),
    /** 2 September and the day before or after it (Đ112 k1 đ, k3); null while not decreed: the side of the nearer weekend is presumed. */
    nationalDay: decreedDaysSchema.nullable(),
    /** Hoán đổi: a working day that is off, and the day of rest worked instead (làm bù). */
    swaps: z.array(z.strictObject({ off: daySchema, worked: daySchema, source: sourceSchema })),
    /** Days off by a newer law or decree than those the computation knows. */
    otherDaysOff: z.array(z.strictObject({ day: daySchema, name: bilingualSchema, source: sourceSchema })),
    /** May be days off: nobody has checked it against the law in force. Nothing is counted or promised for them; the office is not held closed. */
    toCheck: z.array(z.strictObject({ day: daySchema, name: bilingualSchema, question: z.string().min(1) })),
  })
  .superRefine((decree, context) => {
    const { year, tet, nationalDay, swaps, otherDaysOff, toCheck } = decree;
    const refuse = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    const days = [tet?.days, nationalDay?.days, swaps.flatMap(({ off, worked }) => [off, worked])]
      .flatMap((list) => list ?? [])
      .concat([...otherDaysOff, ...toCheck].map(({ day }) => day));
    for (const day of days.filter((one) => !one.startsWith(`${year}-`))) {
      refuse('year', `${day} is not a day of ${year}`);
    }
    if (tet !== null && !(isRow(tet.days, 5) && tet.days.includes(dayOfLunarDate(year, 1, 1)))) {
      refuse('tet', `must be five days in a row with ${dayOfLunarDate(year, 1, 1)} among them`);
    }
    if (nationalDay !== null && !(isRow(nationalDay.days, 2) && nationalDay.days.includes(`${year}-09-02`))) {
      refuse('nationalDay', 'must be two days in a row, 2 September among them');
    }
    for (const { off, worked } of swaps) {
      if (isWeekend(off) || !isWeekend(worked)) {
        refuse('swaps', `${off} must be a weekday and ${worked} a Saturday or Sunday`);
      }
    }
  });
export type HolidayYear = z.infer<typeof holidayYearSchema>;

function isRow(days: readonly string[], length: number): boolean {
  return days.length === length && days.every((day, index) => index === 0 || addDays(days[index - 1] ?? '', 1) === day);
}
