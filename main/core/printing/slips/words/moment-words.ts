/** Days and times in words, the same on every slip. */
import type { Language } from '../../../../contract/kiosk.ts';
import { isMoment, officeDay } from '../fact-schemas.ts';
import { formatDate, formatTime, weekdayOf } from '../slip-numbers.ts';

/** With no-break spaces: "Thứ" alone at the end of a line says nothing. */
const weekdays = {
  vi: ['Chủ\u00A0Nhật', 'Thứ\u00A0Hai', 'Thứ\u00A0Ba', 'Thứ\u00A0Tư', 'Thứ\u00A0Năm', 'Thứ\u00A0Sáu', 'Thứ\u00A0Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

/** "Thứ Ba" from YYYY-MM-DD. */
export function weekdayInWords(date: string, language: Language): string {
  return weekdays[language][weekdayOf(date)] ?? '';
}

/** "Thứ Ba, 24/11/2026", or "16:00 Thứ Ba, 24/11/2026" where the time of day is known. */
export function momentInWords(dayOrTime: string, language: Language): string {
  const date = officeDay(dayOrTime);
  const time = isMoment(dayOrTime) ? `${timeOf(Date.parse(dayOrTime))} ` : '';
  return `${time}${weekdayInWords(date, language)}, ${formatDate(date)}`;
}

/** "09:41" from a UTC epoch. */
export function timeOf(timeMs: number): string {
  return formatTime(timeMs).slice(0, 'HH:MM'.length);
}
