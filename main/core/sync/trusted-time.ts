/** What time it is for dates of signatures: never before a time that was certainly reached, whatever the clock says. */
import type { Clock } from '../ports.ts';
import type { UpdateLedger } from './update-ledger.ts';

export interface TrustedTime {
  /** UTC epoch: the later of the clock and what was certainly reached. */
  nowMs(): number;
  /** False where the clock stands before a time that was certainly reached. */
  isClockSure(): boolean;
  /**
   * A release was seen whole and fresh. Its signed timestamp had not run out, so a clock that is ahead is ahead by less than that:
   * one that is a year ahead finds everything expired and never comes here.
   */
  reached(timestampExpiresMs: number, publishedAtMs: number): void;
}

/** `builtAtMs`: the software, or the catalogue in it, was certainly made by then. */
export function createTrustedTime(clock: Clock, ledger: UpdateLedger, builtAtMs: number): TrustedTime {
  const reachedMs = (): number => Math.max(ledger.trustedTimeMs(), builtAtMs);
  return {
    nowMs: () => Math.max(clock.nowMs(), reachedMs()),
    isClockSure: () => clock.nowMs() >= reachedMs(),
    reached: (timestampExpiresMs, publishedAtMs) => {
      const times = [clock.nowMs(), publishedAtMs].filter((timeMs) => timeMs < timestampExpiresMs);
      ledger.trustTime(Math.max(0, ...times));
    },
  };
}
