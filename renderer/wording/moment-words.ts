/** Moments and spans as staff read them: to the minute, in the office's time. */
import type { TFunction } from 'i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import { dateWords, todayInVietnam } from './date-words.ts';
import { clockWords } from './opening-words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "9:41" today, "9:41, 21/7/2026" on another day. */
export function momentWords(epochMs: number, nowMs: number, language: Language): string {
  const day = todayInVietnam(epochMs);
  return day === todayInVietnam(nowMs) ? clockWords(epochMs) : `${clockWords(epochMs)}, ${dateWords(day, language)}`;
}

/** How long something has been so: "chưa đến 1 phút", "12 phút", "3 giờ 5 phút", "2 ngày 4 giờ"; a clock set back gives the first. */
export function spanWords(spanMs: number, t: TFunction): string {
  const minutes = Math.floor(spanMs / minuteMs);
  if (minutes < 1) return t('staff.span.moment');
  const hours = Math.floor(spanMs / hourMs);
  if (hours < 1) return t('staff.span.minutes', { count: minutes });
  const days = Math.floor(spanMs / dayMs);
  const [large, small] =
    days < 1
      ? [t('staff.span.hours', { count: hours }), t('staff.span.minutes', { count: minutes - hours * 60 })]
      : [t('staff.span.days', { count: days }), t('staff.span.hours', { count: hours - days * 24 })];
  const hasSmall = days < 1 ? minutes % 60 > 0 : hours % 24 > 0;
  return hasSmall ? `${large} ${small}` : large;
}

/** "4:05" of what is left, rounded up to the second; never below 0:00. */
export function countdownWords(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
