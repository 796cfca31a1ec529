/** Dates as a clerk writes them: 15/7/2026 in Vietnamese, 15 July 2026 in English. */
import type { Language } from '../../main/contract/kiosk.ts';

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `date` is YYYY-MM-DD; anything else is given back as it came, so that a strange date is never hidden. */
export function dateWords(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return date;
  if (language === 'vi') return `${Number(day)}/${Number(month)}/${year}`;
  return `${Number(day)} ${englishMonths[Number(month) - 1] ?? month} ${year}`;
}

/** Today in Việt Nam (UTC+7, no daylight saving) as YYYY-MM-DD. */
export function todayInVietnam(nowMs: number): string {
  return new Date(nowMs + 7 * 3_600_000).toISOString().slice(0, 10);
}
