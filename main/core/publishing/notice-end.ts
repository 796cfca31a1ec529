/** When a notice ends, as a clerk writes it: an hour of today, a day, a day and an hour; always the office's time. */
import { KioskError } from '../../contract/error.ts';
import { dayMs, officeDate } from '../office-date.ts';

/** UTC epoch. `16:30` is today's, `2026-07-05` holds through that day. Error: `invalid-request`, also for what is over. */
export function noticeEnd(text: string, nowMs: number): number {
  const time = /^([01]?\d|2[0-3]):([0-5]\d)$/u.test(text) ? text.padStart(5, '0') : null;
  const moment = time === null ? text : `${officeDate(nowMs)}T${time}`;
  const endMs = /^\d{4}-\d\d-\d\d$/u.test(moment) ? atOffice(`${moment}T00:00`) + dayMs : atOffice(moment);
  if (Number.isNaN(endMs)) {
    throw new KioskError(
      'invalid-request',
      `${JSON.stringify(text)} is no time: 16:30 (today), 2026-07-05 or 2026-07-05T16:30 is expected, the office's time.`,
    );
  }
  if (endMs <= nowMs) {
    throw new KioskError('invalid-request', `${text} is over already; nothing was changed.`);
  }
  return endMs;
}

/** NaN for what is none, also for 31 February. */
function atOffice(moment: string): number {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/u.test(moment)) {
    return Number.NaN;
  }
  const timeMs = Date.parse(`${moment.replace(' ', 'T')}:00+07:00`);
  return officeDate(Number.isNaN(timeMs) ? 0 : timeMs) === moment.slice(0, 10) ? timeMs : Number.NaN;
}
