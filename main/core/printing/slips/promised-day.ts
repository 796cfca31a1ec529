/** A day that must be kept, as large as the paper allows without tearing the date apart. */
import type { Language } from '../../../contract/kiosk.ts';
import type { TextElement } from '../typesetting/slip-layout.ts';
import { isMoment, officeDay } from './fact-schemas.ts';
import { bodyText, fittingTitle } from './slip-elements.ts';
import type { HeightOf } from './slip-frame.ts';
import { formatDate } from './slip-numbers.ts';
import { timeOf, weekdayInWords } from './words/moment-words.ts';

export interface PromisedDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** "16:00" or "08:30–09:00"; null where the whole day is meant. */
  readonly time: string | null;
}

export function promisedDay(dayOrTime: string): PromisedDay {
  return { date: officeDay(dayOrTime), time: isMoment(dayOrTime) ? timeOf(Date.parse(dayOrTime)) : null };
}

/** "16:00" over "24/11/2026" over "Thứ Ba". */
export function promisedDayElements(
  { date, time }: PromisedDay,
  language: Language,
  heightOf: HeightOf,
): TextElement[] {
  const lines = [...(time === null ? [] : [time]), formatDate(date)];
  const inOne = fittingTitle(lines.join('\u00A0'), heightOf);
  const weekday = bodyText(weekdayInWords(date, language), true);
  return inOne.size === 'title' ? [inOne, weekday] : [...lines.map((line) => fittingTitle(line, heightOf)), weekday];
}
