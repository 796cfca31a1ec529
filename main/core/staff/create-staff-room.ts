/** Staff at the kiosk: the PIN, the session it opens, and the trail of what was done. */
import { KioskError } from '../../contract/error.ts';
import type { StaffEntry } from '../../contract/staff-session.ts';
import type { Handlers, StaffHandlers } from '../handlers.ts';
import type { Clock, Logger } from '../ports.ts';
import { readPinFile } from './pin-file.ts';
import { matchesPin, type PinHash } from './pin-hash.ts';
import { createPinTries } from './pin-tries.ts';
import type { StaffAction, StaffLedger } from './staff-ledger.ts';
import { createStaffSession } from './staff-session.ts';

export interface StaffRoomOptions {
  readonly ledger: StaffLedger;
  /** Holds the PIN's scrypt hash in a file of its own (mode 0600), written by `kioskctl staff set-pin`. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface StaffRoom {
  readonly handlers: Pick<Handlers, 'staff.enter' | 'staff.leave'>;
  readonly staffHandlers: Pick<StaffHandlers, 'audit.recent' | 'staff.pinChanged'>;
  /** Whether this token opens the staff methods now. */
  isOpen(token: string): boolean;
  /** Writes into the audit trail. */
  record(action: StaffAction): void;
  /** Ends the session, e.g. because the page went back to its first screen. */
  leave(): void;
}

export function createStaffRoom({ ledger, dataFolder, clock, logger }: StaffRoomOptions): StaffRoom {
  const tries = createPinTries(ledger, clock);
  const session = createStaffSession(clock);
  /** One check at a time: what tries in parallel waits, and finds the count of those before it. */
  let lastCheck: Promise<unknown> = Promise.resolve();
  /** Counts departures; a PIN that was being checked meanwhile opens nothing any more. */
  let departures = 0;

  const record = (action: StaffAction): void => {
    ledger.record({ ...action, atMs: clock.nowMs() });
  };

  const leave = (): void => {
    departures += 1;
    if (session.close()) {
      record({ origin: 'screen', action: 'staff.leave', outcome: 'done' });
    }
  };

  const check = async (pin: string): Promise<StaffEntry> => {
    const paused = pause();
    if (paused !== null) {
      return paused;
    }
    const hash = storedHash();
    if (hash === null) {
      return { outcome: 'not-set' };
    }
    const departuresBefore = departures;
    tries.begin();
    if (!(await matchesPin(pin, hash))) {
      return wrongPin();
    }
    tries.forgive();
    if (departures !== departuresBefore) {
      throw new KioskError('unavailable', 'The page was left while the PIN was checked.');
    }
    const opened = session.open();
    record({ origin: 'screen', action: 'staff.enter', outcome: 'done' });
    return { outcome: 'open', ...opened };
  };

  const pause = (): StaffEntry | null => {
    const untilMs = tries.pausedUntilMs();
    return untilMs === null ? null : { outcome: 'paused', untilMs };
  };

  const wrongPin = (): StaffEntry => {
    const answer = pause() ?? { outcome: 'wrong', triesLeft: tries.left() };
    record({ origin: 'screen', action: 'staff.wrong-pin', outcome: answer.outcome });
    if (answer.outcome === 'paused') {
      logger.warn('Too many wrong staff PINs at the screen; none is taken for a while', {
        until: new Date(answer.untilMs).toISOString(),
      });
    }
    return answer;
  };

  /** Read at each try, so that a new PIN holds at once. */
  const storedHash = (): PinHash | null => {
    const file = readPinFile(dataFolder);
    if (file.kind === 'unusable') {
      logger.error("The staff PIN's file cannot be used, so the staff screen stays shut; set the PIN again", {
        reason: file.reason,
      });
    }
    return file.kind === 'set' ? file.hash : null;
  };

  return {
    record,
    leave,
    isOpen: (token) => session.isOpen(token),
    handlers: {
      'staff.enter': ({ pin }) => {
        const answer = lastCheck.then(() => check(pin));
        lastCheck = answer.catch(() => undefined);
        return answer;
      },
      'staff.leave': () => {
        leave();
        return {};
      },
    },
    staffHandlers: {
      'audit.recent': ({ limit }) => [...ledger.recent(limit)],
      'staff.pinChanged': () => {
        tries.forgive();
        leave();
        return {};
      },
    },
  };
}
