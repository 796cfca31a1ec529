/** Spares a portal that fails, and the citizen the wait: after failures in a row it is left alone for a while, then tried once. */
import type { PortalOverview } from '../../contract/portal.ts';
import type { Clock } from '../ports.ts';

export interface CircuitBreaker {
  /** Whether to ask. Whoever was let in tells how it went. */
  enter(): boolean;
  /** It answered. */
  succeeded(): void;
  failed(): void;
  state(): PortalOverview['circuit'];
  /** UTC epoch from which it is worth asking again; null while it is closed. */
  retryAtMs(): number | null;
}

export const failuresToOpen = 5;
export const openMs = 30_000;

export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  let failuresInARow = 0;
  let openedAtMs: number | null = null;
  let isProbing = false;
  return {
    enter: () => {
      if (openedAtMs === null) {
        return true;
      }
      const waitedMs = clock.nowMs() - openedAtMs;
      // A clock that was set back does not keep it open for longer.
      if (isProbing || (waitedMs >= 0 && waitedMs < openMs)) {
        return false;
      }
      isProbing = true;
      return true;
    },
    succeeded: () => {
      failuresInARow = 0;
      openedAtMs = null;
      isProbing = false;
    },
    failed: () => {
      failuresInARow += 1;
      if (isProbing || failuresInARow >= failuresToOpen) {
        openedAtMs = clock.nowMs();
        isProbing = false;
      }
    },
    state: () => (openedAtMs === null ? 'closed' : isProbing ? 'probing' : 'open'),
    retryAtMs: () => (openedAtMs === null ? null : Math.max(openedAtMs + openMs, clock.nowMs())),
  };
}
