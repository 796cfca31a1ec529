/** A kiosk whose start failed: it answers every call with the reason, so that the screen can show it instead of hanging. */
import type { KioskError } from '../contract/error.ts';
import { methods } from '../contract/methods.ts';
import { staffMethods } from '../contract/staff-methods.ts';
import type { Handlers, StaffHandlers } from './handlers.ts';
import type { Kiosk } from './kiosk.ts';
import type { Logger } from './ports.ts';

export function createFailedKiosk(reason: KioskError, logger: Logger): Kiosk {
  const fail = (): never => {
    throw reason;
  };
  const failing = (table: object): unknown => Object.fromEntries(Object.keys(table).map((name) => [name, fail]));
  return {
    // Built from the tables' own names, so every method is there; `fail` fits any of them, for it never returns.
    handlers: failing(methods) as Handlers,
    staffHandlers: failing(staffMethods) as StaffHandlers,
    staffRoom: { record: () => undefined, isOpen: () => false },
    logger,
    startFailure: reason,
    onPush: () => () => undefined,
    close: () => Promise.resolve(),
  };
}
