/** Keeps the notices for citizens up to date: asks now and then, and takes one down by itself when its time is over. */
import type { ShownNotice } from '../../main/contract/notices.ts';

export interface NoticeWatch {
  /** Warnings first; the same array until something changes. */
  readonly current: () => readonly ShownNotice[];
  /** Calls back on each change; returns what ends it. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Asks now. */
  readonly refresh: () => void;
  /** Begins to ask; returns what ends it. */
  readonly start: () => () => void;
}

interface NoticeWatchOptions {
  readonly ask: () => Promise<readonly ShownNotice[]>;
  /** UTC epoch. */
  readonly nowMs: () => number;
  /** Runs the callback later and returns what cancels it. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
}

/** A new notice of a release comes with the release; one whose hour has come is seen within a minute. */
const everyMs = 60_000;

export function createNoticeWatch({ ask, nowMs, schedule }: NoticeWatchOptions): NoticeWatch {
  const observers = new Set<() => void>();
  let told: readonly ShownNotice[] = [];
  let current: readonly ShownNotice[] = [];
  let isRunning = false;
  /** Which asking was the last: an older one that answers later says nothing any more. */
  let asking = 0;
  let cancelNext: (() => void) | null = null;

  const look = (): void => {
    const valid = warningsFirst(told.filter(({ untilMs }) => untilMs === null || untilMs > nowMs()));
    if (JSON.stringify(valid) !== JSON.stringify(current)) {
      current = valid;
      for (const observer of observers) observer();
    }
  };

  const refresh = async (): Promise<void> => {
    if (!isRunning) return;
    asking += 1;
    const mine = asking;
    cancelNext?.();
    cancelNext = null;
    try {
      const answer = await ask();
      if (mine === asking) told = answer;
    } catch {
      // Without a core the last word stands, each notice for as long as it was meant to.
    }
    if (mine === asking) wait();
  };

  const wait = (): void => {
    if (!isRunning) return;
    look();
    const ends = told.flatMap(({ untilMs }) => (untilMs !== null && untilMs > nowMs() ? [untilMs - nowMs()] : []));
    const endMs = Math.min(...ends, everyMs);
    cancelNext = schedule(() => {
      look();
      void refresh();
    }, endMs);
  };

  return {
    current: () => current,
    refresh: () => void refresh(),
    subscribe(onChange) {
      observers.add(onChange);
      return () => void observers.delete(onChange);
    },
    start() {
      isRunning = true;
      void refresh();
      return () => {
        isRunning = false;
        asking += 1;
        cancelNext?.();
        cancelNext = null;
      };
    },
  };
}

function isWarning({ kind }: ShownNotice): boolean {
  return kind === 'warning';
}

function warningsFirst(notices: readonly ShownNotice[]): readonly ShownNotice[] {
  return [...notices.filter(isWarning), ...notices.filter((notice) => !isWarning(notice))];
}
