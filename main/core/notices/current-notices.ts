/** What citizens are to know at this moment: notices whose time has come and is not over, warnings first. */
import type { ShownNotice } from '../../contract/notices.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';

export interface NoticesDependencies {
  /** Those of the city and of the office, in their own order. */
  readonly notices: () => readonly ShownNotice[];
  readonly clock: Clock;
}

export function createNoticesHandlers({ notices, clock }: NoticesDependencies): Pick<Handlers, 'notices.current'> {
  return { 'notices.current': () => currentNotices(notices(), clock.nowMs()) };
}

/** Of two of a kind the one that began last stands first. */
export function currentNotices(notices: readonly ShownNotice[], nowMs: number): ShownNotice[] {
  return notices
    .filter(({ fromMs, untilMs }) => fromMs <= nowMs && (untilMs === null || nowMs < untilMs))
    .toSorted((a, b) => weight(a) - weight(b) || b.fromMs - a.fromMs);
}

function weight({ kind }: ShownNotice): number {
  return kind === 'warning' ? 0 : 1;
}
