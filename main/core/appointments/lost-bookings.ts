/**
 * Bookings whose outcome nobody heard before the citizen went: each is given back by its key, as often as it takes. Kept in
 * memory alone: what a restart forgets stays booked until the portal counts it as missed.
 */
import type { PortalClient } from '../portal/portal-client.ts';
import type { Clock, Logger, ScheduleAfter } from '../ports.ts';

export interface LostBookings {
  giveBack(keys: Iterable<string>): void;
  /** Nothing is tried again. */
  close(): void;
}

export interface LostBookingsOptions {
  readonly portal: Pick<PortalClient, 'giveBackByKey'>;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
}

const firstDelayMs = 5_000;
const longestDelayMs = 5 * 60_000;
/** As long as the portal knows a key (docs/portal-api.yaml). */
const keptMs = 24 * 60 * 60_000;
/** More than a day brings; the oldest goes then. */
const mostKept = 500;

export function createLostBookings({ portal, clock, schedule, logger }: LostBookingsOptions): LostBookings {
  /** By key: since when, by this machine's clock. */
  const waiting = new Map<string, number>();
  let failures = 0;
  let cancel: (() => void) | null = null;
  let isAsking = false;
  let isClosed = false;

  async function tryAll(): Promise<void> {
    isAsking = true;
    for (const [key, sinceMs] of waiting) {
      if (Math.abs(clock.nowMs() - sinceMs) > keptMs) {
        waiting.delete(key);
        continue;
      }
      const answer = await portal.giveBackByKey(key);
      if (isClosed) {
        return;
      }
      if (!answer.ok) {
        isAsking = false;
        failures += 1;
        tryLater(answer.trouble.retryAtMs);
        return;
      }
      waiting.delete(key);
      failures = 0;
    }
    isAsking = false;
    logger.info('Every booking without an answer was given back');
  }

  function tryLater(retryAtMs: number | null): void {
    const backOffMs = Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs);
    const askedMs = retryAtMs === null ? 0 : Math.min(retryAtMs - clock.nowMs(), longestDelayMs);
    if (failures === 1) {
      logger.warn('Bookings without an answer wait to be given back', { count: waiting.size });
    }
    cancel = schedule(Math.max(backOffMs, askedMs), begin);
  }

  function begin(): void {
    cancel = null;
    tryAll().catch((error: unknown) => {
      isAsking = false;
      logger.error('Bookings without an answer cannot be given back', {
        reason: error instanceof Error ? error.name : '',
      });
    });
  }

  return {
    giveBack: (keys) => {
      for (const key of keys) {
        waiting.set(key, clock.nowMs());
      }
      const tooMany = [...waiting.keys()].slice(0, Math.max(0, waiting.size - mostKept));
      for (const key of tooMany) {
        waiting.delete(key);
      }
      if (waiting.size > 0 && cancel === null && !isAsking && !isClosed) {
        begin();
      }
    },
    close: () => {
      isClosed = true;
      cancel?.();
    },
  };
}
