/** The day and the hour at the office, wherever the machine's own clock thinks it stands. */

/** Asia/Ho_Chi_Minh: UTC+7 the whole year, in all of Việt Nam since 1975 (a test compares with the tz database). */
const offsetMs = 7 * 60 * 60 * 1000;

export const dayMs = 24 * 60 * 60 * 1000;

/** The office's date, YYYY-MM-DD, at a UTC epoch. */
export function officeDate(timeMs: number): string {
  return officeText(timeMs).slice(0, 10);
}

/** The hour at the office, HH:MM:SS, at a UTC epoch. */
export function officeTimeOfDay(timeMs: number): string {
  return officeText(timeMs).slice(11, 19);
}

/** Day and hour at the office, e.g. "2026-07-22 09:41:05", at a UTC epoch. */
export function officeMoment(timeMs: number): string {
  return `${officeDate(timeMs)} ${officeTimeOfDay(timeMs)}`;
}

/** UTC epoch at which the office's day begins that this moment belongs to. */
export function startOfOfficeDay(timeMs: number): number {
  return Math.floor((timeMs + offsetMs) / dayMs) * dayMs - offsetMs;
}

/** 1 Monday … 7 Sunday. */
export function officeWeekday(timeMs: number): number {
  return new Date(timeMs + offsetMs).getUTCDay() || 7;
}

function officeText(timeMs: number): string {
  return new Date(timeMs + offsetMs).toISOString();
}
