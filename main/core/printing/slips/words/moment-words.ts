/** Days and times in words, the same on every slip. */
import type { Language } from '../../../../contract/kiosk.ts';
import { isMoment, officeDay } from '../fact-schemas.ts';
import { formatDate, formatTime, weekdayOf } from '../slip-numbers.ts';

const weekdays = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

/** "Thứ Ba, 24/11/2026" from YYYY-MM-DD. */
export function dayInWords(date: string, language: Language): string {
  return `${weekdays[language][weekdayOf(date)] ?? ''}, ${formatDate(date)}`;
}

/** "Thứ Ba, 24/11/2026", or "16:00 Thứ Ba, 24/11/2026" where the time of day is known. */
export function momentInWords(dayOrTime: string, language: Language): string {
  const words = dayInWords(officeDay(dayOrTime), language);
  return isMoment(dayOrTime) ? `${timeOf(Date.parse(dayOrTime))} ${words}` : words;
}

/** "09:41" from a UTC epoch. */
export function timeOf(timeMs: number): string {
  return formatTime(timeMs).slice(0, 'HH:MM'.length);
}
