/** How long until there is a result (docs/catalogue.md §5): a number without a unit is unknown and is never shown. */
import type { TFunction } from 'i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import type { Channel, ProcessingTime, SubmissionMethod } from '../../main/contract/procedure.ts';
import { numberWords } from './number-words.ts';

interface Wording {
  readonly t: TFunction;
  readonly language: Language;
}

const unitKeys = {
  'working-day': 'time.workingDay',
  day: 'time.day',
  hour: 'time.hour',
  month: 'time.month',
  year: 'time.year',
} as const;

/** The number with its unit, or null where the source gives none. */
export function durationWords(time: ProcessingTime, { t, language }: Wording): string | null {
  if (time.amount === null || time.unit === null) return null;
  return t(unitKeys[time.unit], { count: time.amount, number: numberWords(time.amount, language) });
}

/** `sameDayUntil` is HH:MM, up to which papers are answered on the same day. */
export function timeHeadline(time: ProcessingTime | null, sameDayUntil: string | null, wording: Wording): string {
  const duration = time === null ? null : durationWords(time, wording);
  if (duration !== null) return duration;
  if (sameDayUntil !== null) return wording.t('time.sameDay');
  return wording.t((time?.note ?? null) === null ? 'time.unstated' : 'time.seeNote');
}

/** The channel whose time and fee stand at a glance: the desk, else whatever the source names first. */
export function glanceMethod(methods: readonly SubmissionMethod[]): SubmissionMethod | null {
  return methods.find((method) => method.channel === 'direct') ?? methods[0] ?? null;
}

const channelKeys = { direct: 'channel.direct', postal: 'channel.postal', online: 'channel.online' } as const;

/** The channel inside a sentence: "nộp tại quầy". */
export function channelWords(channel: Channel, t: TFunction): string {
  return t(channelKeys[channel]);
}
