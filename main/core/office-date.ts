/** The day it is at the office, wherever the machine's own clock thinks it stands. */

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The office's date, YYYY-MM-DD, at a UTC epoch. */
export function officeDate(timeMs: number): string {
  const parts = day.formatToParts(timeMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
