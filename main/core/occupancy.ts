/**
 * Whether a citizen stands before the kiosk. The catalogue is never changed under somebody's hands: who wants to do that waits
 * here until the session is over and no slip is printing.
 */
import type { Clock, ScheduleAfter } from './ports.ts';

export interface OccupancyOptions {
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  /** Whether a slip waits or is being printed. */
  readonly isPrinting: () => boolean;
  /** A session of which nothing was heard for so long is over: its page is dead. Default 30 minutes. */
  readonly silenceMs?: number;
}

export interface Occupancy {
  /** The page says that a citizen has come, and gone. */
  begin(): void;
  end(): void;
  /** The page asked for something: it lives. */
  heard(): void;
  isFree(): boolean;
  /** Calls back once, when it is free, at once where it is; returns how to call it off. */
  whenFree(action: () => void): () => void;
  close(): void;
}

const usualSilenceMs = 30 * 60_000;
/** How often those who wait look again: printing and silence end without a word. */
const lookMs = 1_000;

export function createOccupancy(options: OccupancyOptions): Occupancy {
  const { clock, schedule, isPrinting, silenceMs = usualSilenceMs } = options;
  const waiting = new Set<() => void>();
  /** When the page was last heard in a session; null outside of one. */
  let heardAtMs: number | null = null;
  let cancelLook: (() => void) | null = null;

  const isFree = (): boolean => {
    // A clock that went back says nothing about the silence; it is counted from then on.
    heardAtMs = heardAtMs === null ? null : Math.min(heardAtMs, clock.nowMs());
    if (heardAtMs !== null && clock.nowMs() - heardAtMs >= silenceMs) {
      heardAtMs = null;
    }
    return heardAtMs === null && !isPrinting();
  };
  const look = (): void => {
    cancelLook?.();
    cancelLook = null;
    for (const action of waiting) {
      // Asked for each: what one does may begin something.
      if (!isFree()) {
        break;
      }
      waiting.delete(action);
      action();
    }
    if (waiting.size > 0) {
      cancelLook = schedule(lookMs, look);
    }
  };

  return {
    begin: () => {
      heardAtMs = clock.nowMs();
    },
    end: () => {
      heardAtMs = null;
      look();
    },
    heard: () => {
      heardAtMs = heardAtMs === null ? null : clock.nowMs();
    },
    isFree,
    whenFree: (action) => {
      waiting.add(action);
      look();
      return () => waiting.delete(action);
    },
    close: () => {
      cancelLook?.();
      waiting.clear();
    },
  };
}
