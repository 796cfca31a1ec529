/** Lets the kiosk hear that the page asks for something at all: a page that is silent for long is dead. */
import type { Handlers } from './handlers.ts';

/** The same handlers; `onCall` hears before each. */
export function hearCalls(handlers: Handlers, onCall: () => void): Handlers {
  const heard = Object.entries(handlers).map(([method, handler]: [string, (params: never) => unknown]) => [
    method,
    (params: never) => {
      onCall();
      return handler(params);
    },
  ]);
  // The same methods, each with its own handler behind it.
  return Object.fromEntries(heard) as Handlers;
}
