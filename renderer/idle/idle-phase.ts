/** Whether anybody is still there: a pure function of the clock, so that it can be tested without waiting. */

export type IdlePhase =
  | { readonly kind: 'present' }
  /** The question is on the screen. */
  | { readonly kind: 'asking'; readonly secondsLeft: number }
  | { readonly kind: 'gone' };

export interface IdleLimits {
  /** Quiet time before the question. */
  readonly idleMs: number;
  /** Time to answer it; at least 20 s (WCAG 2.2, 2.2.1). */
  readonly countdownMs: number;
}

export function idlePhase(quietMs: number, { idleMs, countdownMs }: IdleLimits): IdlePhase {
  if (quietMs < idleMs) return { kind: 'present' };
  const leftMs = idleMs + countdownMs - quietMs;
  return leftMs > 0 ? { kind: 'asking', secondsLeft: Math.ceil(leftMs / 1000) } : { kind: 'gone' };
}
