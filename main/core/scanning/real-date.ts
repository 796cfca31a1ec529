/** Dates as cards write them. */

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** YYYY-MM-DD; null where there is no such day. */
export function realDate(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/u.test(year) || !/^\d{2}$/u.test(month) || !/^\d{2}$/u.test(day)) {
    return null;
  }
  const most = daysInMonth[Number(month) - 1] ?? 0;
  const isShortFebruary = month === '02' && day === '29' && !isLeapYear(Number(year));
  return Number(day) >= 1 && Number(day) <= most && !isShortFebruary ? `${year}-${month}-${day}` : null;
}

/** `ddmmyyyy`; null where it is none. */
export function dateOfDigits(text: string): string | null {
  return text.length === 8 ? realDate(text.slice(4), text.slice(2, 4), text.slice(0, 2)) : null;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
