/** A kiosk whose start failed: it answers every call with the reason, so that the screen can show it instead of hanging. */
import type { KioskError } from '../contract/error.ts';
import { methods } from '../contract/methods.ts';
import type { Handlers } from './handlers.ts';
import type { Kiosk } from './kiosk.ts';
import type { Logger } from './ports.ts';

export function createFailedKiosk(reason: KioskError, logger: Logger): Kiosk {
  const fail = (): never => {
    throw reason;
  };
  const names = Object.keys(methods);
  return {
    // Built from the table's own names, so every method is there; `fail` fits any of them, for it never returns.
    handlers: Object.fromEntries(names.map((name) => [name, fail])) as unknown as Handlers,
    logger,
    startFailure: reason,
    onPush: () => () => undefined,
    close: () => Promise.resolve(),
  };
}
