/**
 * The Vietnamese lunar calendar (âm lịch), reckoned at UTC+7 and not from a table, nor with Intl's `chinese` calendar, which
 * stands at UTC+8: Tết 2007 was 17 February in Việt Nam and 18 February in China.
 */
import { dayNumberOf, dayOfNumber } from '../calendar-day.ts';
import { meanLunarMonth, newMoon, newMoonEpoch } from './new-moon.ts';
import { sunLongitude } from './sun-longitude.ts';

/** Julian day of 1 January 1970, 0:00 universal time. */
const julianDay1970 = 2_440_587.5;
/** UTC+7 as part of a day. */
const offsetDays = 7 / 24;
/** Degrees of the sun's way between two middle terms (trung khí). */
const middleTermDegrees = 30;
/** The middle term of the winter solstice (Đông chí, 270°), which lies in the eleventh month. */
const winterSolsticeTerm = 9;

export interface LunarMonth {
  /** 1 to 12; a leap month (tháng nhuận) bears the number of the one before it. */
  readonly month: number;
  readonly isLeap: boolean;
  /** YYYY-MM-DD of its first day. */
  readonly firstDay: string;
}

/** The twelve or thirteen months of the lunar year whose first month begins in that year, in order; tested for 1950–2100. */
export function lunarMonthsOf(year: number): LunarMonth[] {
  const before = monthsFromSolstice(year - 1);
  const after = monthsFromSolstice(year);
  const from = before.findIndex(({ month }) => month === 1);
  const end = after.findIndex(({ month }) => month === 1);
  return [...before.slice(from), ...after.slice(0, end)].map(({ month, isLeap, firstDay }) => {
    return { month, isLeap, firstDay: dayOfNumber(firstDay) };
  });
}

/** YYYY-MM-DD of a day of the lunar year; not of a leap month. `dayOfMonth` is 1 to 30. */
export function dayOfLunarDate(year: number, month: number, dayOfMonth: number): string {
  const found = lunarMonthsOf(year).find((one) => one.month === month && !one.isLeap);
  if (found === undefined) {
    throw new RangeError(`A lunar year has no month ${month}.`);
  }
  return dayOfNumber(dayNumberOf(found.firstDay) + dayOfMonth - 1);
}

interface NumberedMonth {
  readonly month: number;
  readonly isLeap: boolean;
  /** As `dayNumberOf` counts. */
  readonly firstDay: number;
}

/** The months from the eleventh, in which the winter solstice of `year` lies, up to the next year's eleventh. */
function monthsFromSolstice(year: number): NumberedMonth[] {
  const first = eleventhMonth(year);
  const count = eleventhMonth(year + 1) - first;
  const months: NumberedMonth[] = [];
  let month = 11;
  let hadLeap = false;
  for (let index = 0; index < count; index += 1) {
    const firstDay = firstDayOf(first + index);
    // Thirteen months between two solstices: the first without a middle term repeats the number of the one before it.
    const isLeap: boolean =
      count === 13 && !hadLeap && index > 0 && middleTermAt(firstDay) === middleTermAt(firstDayOf(first + index + 1));
    hadLeap ||= isLeap;
    if (index > 0 && !isLeap) {
      month = (month % 12) + 1;
    }
    months.push({ month, isLeap, firstDay });
  }
  return months;
}

/** The number of the new moon that begins the month with the winter solstice of the year. */
function eleventhMonth(year: number): number {
  const lastDay = dayNumberOf(`${year}-12-31`);
  let number = Math.floor((lastDay + julianDay1970 - newMoonEpoch) / meanLunarMonth) + 1;
  while (firstDayOf(number) > lastDay) {
    number -= 1;
  }
  // A month that begins after the solstice is the twelfth.
  return middleTermAt(firstDayOf(number)) === winterSolsticeTerm ? number - 1 : number;
}

/** The day at UTC+7 on which the moon is new, as `dayNumberOf` counts. */
function firstDayOf(number: number): number {
  return Math.floor(newMoon(number) - julianDay1970 + offsetDays);
}

/** The last middle term before the day begins at UTC+7: 0 the spring equinox … 9 the winter solstice … 11. */
function middleTermAt(dayNumber: number): number {
  return Math.floor(sunLongitude(dayNumber + julianDay1970 - offsetDays) / middleTermDegrees);
}
