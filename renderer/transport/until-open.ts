/** Waiting for the core, for whoever must ask again what was lost with the channel. */
import type { CoreConnection } from './core-connection.ts';

/** Resolves when the core can be asked again, or when nobody waits any more. */
export function untilOpen(connection: CoreConnection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (connection.state().isOpen || signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const stop = connection.subscribe(() => {
      if (connection.state().isOpen) end();
    });
    signal.addEventListener('abort', end);
  });
}
