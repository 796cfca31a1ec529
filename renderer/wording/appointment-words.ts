/** Days, times and places left of appointments, as a clerk says them; and why the portal cannot be asked. */
import type { TFunction } from 'i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import type { Unreachable } from '../../main/contract/portal.ts';
import { type DayPart, daysBetween, mondayOf } from '../appointments/free-times.ts';
import { dateWords } from './date-words.ts';
import { clockWords } from './opening-words.ts';

interface Wording {
  readonly t: TFunction;
  readonly language: Language;
}

/** From this many places on nobody needs to hurry, and the number says no more. */
const plenty = 10;

/** "Thứ Ba", "Tuesday". */
export function weekdayWords(day: string, language: Language): string {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** "1/12", "1 December". */
export function shortDateWords(day: string, language: Language): string {
  return language === 'vi'
    ? dateWords(day, language).replace(/\/\d{4}$/u, '')
    : dateWords(day, language).replace(/ \d{4}$/u, '');
}

/** "Thứ Ba, 1/12/2026", "Tuesday 1 December 2026". */
export function fullDayWords(day: string, language: Language): string {
  return `${weekdayWords(day, language)}${language === 'vi' ? ',' : ''} ${dateWords(day, language)}`;
}

/** "Hôm nay", "Ngày mai"; null for days further off. */
export function nearDayWords(day: string, today: string, t: TFunction): string | null {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return t('appointment.today');
  return ahead === 1 ? t('appointment.tomorrow') : null;
}

/** "Tuần này", "Tuần sau", "Tuần từ 7/12". */
export function weekWords(monday: string, today: string, { t, language }: Wording): string {
  const ahead = daysBetween(mondayOf(today), monday);
  if (ahead === 0) return t('appointment.thisWeek');
  if (ahead === 7) return t('appointment.nextWeek');
  return t('appointment.weekFrom', { date: shortDateWords(monday, language) });
}

/** "8:00–8:30" of two times HH:MM; nothing breaks between them. */
export function timeSpanWords({ from, until }: { readonly from: string; readonly until: string }): string {
  return `${from.replace(/^0/u, '')}\u2060–\u2060${until.replace(/^0/u, '')}`;
}

export function placesWords(free: number, t: TFunction): string {
  return free >= plenty ? t('appointment.placesPlenty') : t('appointment.places', { count: free });
}

const partKeys = {
  morning: 'appointment.morning',
  afternoon: 'appointment.afternoon',
  evening: 'appointment.evening',
} as const satisfies Record<DayPart, string>;

export function partKey(part: DayPart) {
  return partKeys[part];
}

const troubleKeys = {
  'not-configured': 'appointment.troubleNone',
  offline: 'appointment.troubleOffline',
  slow: 'appointment.troubleSlow',
  busy: 'appointment.troubleBusy',
  failing: 'appointment.troubleFailing',
} as const satisfies Record<Unreachable['reason'], string>;

/** Why, and from when it is worth trying again where that is known and still to come. */
export function troubleWords({ reason, retryAtMs }: Unreachable, nowMs: number, t: TFunction): string {
  const why = t(troubleKeys[reason]);
  return retryAtMs === null || retryAtMs <= nowMs
    ? why
    : `${why} ${t('appointment.retryAt', { time: clockWords(retryAtMs) })}`;
}
