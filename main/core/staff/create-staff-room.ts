/** Staff at the kiosk: the PIN, the session it opens, and the trail of what was done. */
import { KioskError } from '../../contract/error.ts';
import type { Handlers, StaffHandlers } from '../handlers.ts';
import type { Clock, Logger } from '../ports.ts';
import type { StaffAction, StaffLedger } from './staff-ledger.ts';

export interface StaffRoomOptions {
  readonly ledger: StaffLedger;
  /** Holds the PIN's scrypt hash in a file of its own (mode 0600), written by `kioskctl staff set-pin`. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface StaffRoom {
  readonly handlers: Pick<Handlers, 'staff.enter' | 'staff.leave'>;
  readonly staffHandlers: Pick<StaffHandlers, 'audit.recent'>;
  /** Whether this token opens the staff methods now. */
  isOpen(token: string): boolean;
  /** Writes into the audit trail. */
  record(action: StaffAction): void;
  /** Ends the session, e.g. because the page went back to its first screen. */
  leave(): void;
}

export function createStaffRoom(_options: StaffRoomOptions): StaffRoom {
  const missing = (): never => {
    throw new KioskError('unavailable', 'not built yet');
  };
  return {
    handlers: { 'staff.enter': missing, 'staff.leave': missing },
    staffHandlers: { 'audit.recent': missing },
    isOpen: () => false,
    record: () => undefined,
    leave: () => undefined,
  };
}
