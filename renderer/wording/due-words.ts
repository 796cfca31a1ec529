/** "Nộp hôm nay thì hẹn trả …": due dates as a clerk would say them, always as expected; the receipt alone counts. */
import type { TFunction } from 'i18next';
import type { DueDate } from '../../main/contract/due-dates.ts';
import type { Language } from '../../main/contract/kiosk.ts';
import { dateWords, todayInVietnam } from './date-words.ts';
import { channelWords } from './time-words.ts';

interface Wording {
  readonly t: TFunction;
  readonly language: Language;
}

export interface DueWords {
  readonly label: string;
  readonly headline: string;
  /** Short sentences below it, in order. */
  readonly lines: readonly string[];
}

/** At a glance: of the desk, else of the first channel that is sure. Null where no due date is told. */
export function dueAtGlance(dueDates: readonly DueDate[], nowMs: number, wording: Wording): DueWords | null {
  const due = dueDates.find(({ channel }) => channel === 'direct') ?? dueDates[0];
  if (due === undefined) return null;
  const { t, language } = wording;
  const countsToday = due.countedFrom === todayInVietnam(nowMs);
  const channel = channelWords(due.channel, t);
  return {
    label: t(countsToday ? 'due.today' : 'due.now'),
    headline: momentWords(due, nowMs, wording),
    lines: [
      ...(countsToday ? [] : [t('due.countsFrom', { day: dayWords(due.countedFrom, language) })]),
      due.channel === 'direct' ? t('due.expected') : t('due.expectedBy', { channel }),
      ...(due.note === null ? [] : [t('due.note')]),
    ],
  };
}

/** One sentence beside the time of one way of handing in. */
export function dueLine(due: DueDate, nowMs: number, wording: Wording): string {
  const kind = due.channel === 'postal' ? 'arrived' : due.countedFrom === todayInVietnam(nowMs) ? 'today' : 'now';
  return wording.t(`due.line.${kind}`, { moment: momentWords(due, nowMs, wording) });
}

/** "Thứ Sáu, 27/11/2026", with the time where there is one; "Hôm nay" for today. */
function momentWords({ day, time }: DueDate, nowMs: number, { t, language }: Wording): string {
  const words = day === todayInVietnam(nowMs) ? t('due.thisDay') : dayWords(day, language);
  return time === null ? words : t('due.before', { day: words, time });
}

/** "Thứ Sáu, 27/11/2026", "Friday, 27 November 2026"; the weekday's words stay together. */
function dayWords(day: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
  return `${weekday.replaceAll(' ', '\u00a0')}, ${dateWords(day, language)}`;
}
