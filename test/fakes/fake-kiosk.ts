/** A kiosk that answers one method and can push, for tests of what stands in front of a kiosk. */
import type { Push } from '../../main/contract/envelope.ts';
import { KioskError } from '../../main/contract/error.ts';
import { createFailedKiosk } from '../../main/core/failed-kiosk.ts';
import type { Kiosk } from '../../main/core/kiosk.ts';
import type { Logger } from '../../main/core/ports.ts';

export interface FakeKiosk extends Kiosk {
  push(push: Push): void;
  readonly listenerCount: number;
}

/** `session.end` succeeds; every other method fails with `unavailable`. */
export function createFakeKiosk(logger: Logger): FakeKiosk {
  const listeners = new Set<(push: Push) => void>();
  const failing = createFailedKiosk(new KioskError('unavailable', 'Not built in this fake.'), logger);
  return {
    handlers: { ...failing.handlers, 'session.end': () => ({}) },
    staffHandlers: failing.staffHandlers,
    staffRoom: failing.staffRoom,
    logger,
    startFailure: null,
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
    push: (push) => {
      for (const listener of listeners) {
        listener(push);
      }
    },
    get listenerCount() {
      return listeners.size;
    },
  };
}
