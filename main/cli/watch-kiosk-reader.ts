/** Watches the reader of a running kiosk through its staff door, which tells kinds and times and nothing else. */
import type { ReaderOverview } from '../contract/scanning.ts';
import type { ReaderNews } from './watched-reader.ts';

export interface WatchKioskReaderOptions {
  readonly ask: () => Promise<ReaderOverview>;
  /** Resolves when it is time for the next question. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly tell: (news: ReaderNews) => Promise<void>;
}

/** Until the signal. Errors: those of `ask`, also where the kiosk ends meanwhile. */
export async function watchKioskReader({ ask, pause, signal, tell }: WatchKioskReaderOptions): Promise<void> {
  let before: ReaderOverview | null = null;
  while (!signal.aborted) {
    const now = await ask();
    if (before === null || stateOf(now) !== stateOf(before)) {
      await tell({ news: 'state', target: now.target ?? 'of this kiosk', trouble: now.trouble, ...now.status });
    }
    for (const { kind, atMs } of before === null ? [] : newScans(before, now)) {
      await tell({ news: 'scan', atMs, kind });
    }
    before = now;
    await pause();
  }
}

function stateOf({ status, trouble }: ReaderOverview): string {
  return JSON.stringify([status, trouble]);
}

/** In their order. A kiosk that started again counts from nothing. */
function newScans(before: ReaderOverview, now: ReaderOverview): ReaderOverview['recent'] {
  const hasRestarted = now.scansSinceStart < before.scansSinceStart;
  const count = now.scansSinceStart - (hasRestarted ? 0 : before.scansSinceStart);
  return now.recent.slice(0, count).toReversed();
}
