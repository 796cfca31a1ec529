/** When numbers are given again, as a clerk would say it; the office's clock, whatever the kiosk's is set to. */
import type { TFunction } from 'i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import { dateWords, todayInVietnam } from './date-words.ts';

interface Wording {
  readonly t: TFunction;
  readonly language: Language;
}

/** Việt Nam has one zone and no daylight saving. */
const officeOffsetMs = 7 * 3_600_000;
const dayMs = 24 * 3_600_000;

/** "7:30", office time, of a UTC epoch. */
export function clockWords(epochMs: number): string {
  const at = new Date(epochMs + officeOffsetMs);
  return `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`;
}

/** `opensAtMs` null: no opening is foreseen. */
export function openingWords(opensAtMs: number | null, nowMs: number, { t, language }: Wording): string {
  if (opensAtMs === null) return t('queue.closedForLong');
  const time = clockWords(opensAtMs);
  const day = todayInVietnam(opensAtMs);
  if (day === todayInVietnam(nowMs)) return t('queue.opensToday', { time });
  if (day === todayInVietnam(nowMs + dayMs)) return t('queue.opensTomorrow', { time });
  const weekday = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(opensAtMs);
  return t('queue.opensOn', { time, weekday, date: dateWords(day, language) });
}
