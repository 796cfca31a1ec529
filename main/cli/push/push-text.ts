/** What became of a push, for the terminal. */

import { columnsOf } from '../text-layout.ts';
import type { KioskAddress } from './kiosk-addresses.ts';
import type { PushRow } from './push-to-kiosk.ts';

/** Nothing is left to do there. */
const fine: ReadonlySet<PushRow['outcome']> = new Set(['committed', 'current', 'waiting']);

const words: Readonly<Record<PushRow['outcome'], string>> = {
  committed: 'shown now',
  current: 'had it already',
  waiting: 'taken when nobody stands before the kiosk',
  failed: 'not taken',
  busy: 'busy with another update; try again in a minute',
  unreachable: 'not reached',
  refused: 'refused',
  foreign: 'no kiosk of this site',
  unreadable: 'not sent',
};

export function wentWell({ outcome }: PushRow): boolean {
  return fine.has(outcome);
}

/** One line as each kiosk is done. */
export function pushLine(row: PushRow): string {
  return `${row.kiosk}: ${outcomeText(row)}\n`;
}

/** Failures last, where they are seen. */
export function pushTable(rows: readonly PushRow[]): string {
  const ordered = [...rows.filter(wentWell), ...rows.filter((row) => !wentWell(row))];
  const cells = ordered.map((row) => [
    row.kiosk,
    `${row.from ?? '?'} → ${row.to ?? '?'}`,
    `${(row.durationMs / 1_000).toFixed(1)} s`,
    `${Math.ceil(row.sentBytes / 1_000)} kB`,
    outcomeText(row),
  ]);
  const failed = rows.length - rows.filter(wentWell).length;
  return [
    ...columnsOf([['KIOSK', 'RELEASE', 'TIME', 'SENT', 'OUTCOME'], ...cells]),
    '',
    failed === 0 ? `${rows.length} of ${rows.length} done.` : `${failed} of ${rows.length} failed.`,
    '',
  ].join('\n');
}

/** Each once, in the order given. */
export function withoutDoubles(addresses: readonly KioskAddress[]): KioskAddress[] {
  return [...new Map(addresses.map((address) => [`${address.host}:${address.port}`, address])).values()];
}

function outcomeText({ outcome, reason, detail }: PushRow): string {
  const why = [reason, detail].filter((text) => text !== null && text !== '').join(': ');
  return why === '' ? words[outcome] : `${words[outcome]} (${why})`;
}
