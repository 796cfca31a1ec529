/** Counts wrong proofs of this kiosk, whatever dossier or session they were for, and pauses after too many. */
import { mostWrongProofs } from '../../contract/dossiers.ts';
import type { Clock } from '../ports.ts';

export const proofPauseMs = 10 * 60_000;

export interface ProofLimit {
  /** UTC epoch until which no proof is looked at, not even a right one; null where one may be tried now. */
  pausedUntilMs(): number | null;
  /** Wrong tries that are left; 0 begins the pause. */
  wrong(): number;
  /** Whoever proved it may mistype again. */
  right(): void;
}

/** In memory: a restart of the kiosk begins anew, and the portal has a limit of its own for each dossier. */
export function createProofLimit(clock: Clock): ProofLimit {
  let wrongProofs = 0;
  let untilMs: number | null = null;
  return {
    pausedUntilMs() {
      const nowMs = clock.nowMs();
      if (untilMs !== null && nowMs >= untilMs) {
        untilMs = null;
        wrongProofs = 0;
      }
      // Where the clock was set back the pause begins anew, instead of lasting for as long as the clock went back.
      untilMs = untilMs === null ? null : Math.min(untilMs, nowMs + proofPauseMs);
      return untilMs;
    },
    wrong() {
      wrongProofs += 1;
      if (wrongProofs >= mostWrongProofs) {
        untilMs = clock.nowMs() + proofPauseMs;
      }
      return Math.max(0, mostWrongProofs - wrongProofs);
    },
    right() {
      wrongProofs = 0;
    },
  };
}
