/** Dates and amounts as they are written in Việt Nam, in the office's own time wherever the machine stands. */

const dateTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "09:41 22/07/2026" from a UTC epoch. */
export function formatTime(timeMs: number): string {
  const part = partsOf(timeMs);
  return `${part('hour')}:${part('minute')} ${part('day')}/${part('month')}/${part('year')}`;
}

/** "22/07/2026" from YYYY-MM-DD. */
export function formatDate(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** 0 Sunday … 6 Saturday, of YYYY-MM-DD. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** "50.000 đ". */
export function formatVnd(amountVnd: number): string {
  return `${String(amountVnd).replaceAll(/\B(?=(?:\d{3})+$)/gu, '.')} đ`;
}

/** A telephone number in groups, so that no line ends inside it. */
export function wholeNumbers(text: string): string {
  return text.replaceAll(/(?<=\d) (?=\d{3})/gu, '\u00A0');
}

/** "3,5": a comma stands before decimals. */
export function formatAmount(amount: number): string {
  return String(amount).replace('.', ',');
}

function partsOf(timeMs: number): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = dateTime.formatToParts(timeMs);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}
