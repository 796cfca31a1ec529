/** Counts wrong PINs and pauses after too many, so that neither a restart nor another clock gives a guesser more tries. */
import { mostWrongPins } from '../../contract/staff-session.ts';
import type { Clock } from '../ports.ts';
import type { StaffLedger } from './staff-ledger.ts';

export interface PinTries {
  /** UTC epoch until which no PIN is taken, not even a right one; null where one may be tried now. */
  pausedUntilMs(): number | null;
  /** Counts a try as wrong before it is looked at: a plug pulled in the middle leaves it counted. */
  begin(): void;
  /** Wrong tries that are left before a pause. */
  left(): number;
  /** The PIN was right, or another one was set. */
  forgive(): void;
}

const minuteMs = 60_000;
const firstPauseMs = 5 * minuteMs;
const longestPauseMs = 60 * minuteMs;

/** 5 minutes after the fifth wrong PIN, doubled with each one after it, an hour at most. */
export function pauseMs(wrong: number): number {
  return wrong < mostWrongPins ? 0 : Math.min(firstPauseMs * 2 ** (wrong - mostWrongPins), longestPauseMs);
}

export function createPinTries(ledger: Pick<StaffLedger, 'tries' | 'setTries'>, clock: Clock): PinTries {
  // Nobody else writes the ledger while this kiosk runs; so memory counts on where the disk takes nothing.
  let tries = ledger.tries();

  const keep = (next: typeof tries): boolean => {
    tries = next;
    return ledger.setTries(next);
  };

  return {
    pausedUntilMs: () => {
      const nowMs = clock.nowMs();
      const leftMs = tries.pausedUntilMs - nowMs;
      if (leftMs <= 0) {
        return null;
      }
      const mostMs = pauseMs(tries.wrong);
      if (leftMs > mostMs) {
        // The clock was set back: the pause begins anew, instead of lasting for as long as the clock went back.
        keep({ ...tries, pausedUntilMs: nowMs + mostMs });
      }
      return tries.pausedUntilMs;
    },
    begin: () => {
      const wrong = tries.wrong + 1;
      const untilMs = clock.nowMs() + pauseMs(wrong);
      if (!keep({ wrong, pausedUntilMs: wrong < mostWrongPins ? 0 : untilMs })) {
        // What is not written down is forgotten with the power. One try then, instead of five at each start.
        const strict = Math.max(wrong, mostWrongPins);
        tries = { wrong: strict, pausedUntilMs: clock.nowMs() + pauseMs(strict) };
      }
    },
    left: () => Math.max(0, mostWrongPins - tries.wrong),
    forgive: () => {
      keep({ wrong: 0, pausedUntilMs: 0 });
    },
  };
}
