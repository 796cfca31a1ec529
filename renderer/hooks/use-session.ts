/** Tells the core whether a citizen stands before the kiosk: while one does, nothing is changed under their hands. */
import { useEffect } from 'react';
import type { CoreConnection } from '../transport/core-connection.ts';
import { useConnection } from './use-connection.ts';

/**
 * Told anew with each channel: a core that was restarted, or missed a word with the channel before, knows nothing of the
 * citizen, and a page that was loaded anew knows nothing of the citizen before it.
 */
export function useSession(connection: CoreConnection, isPresent: boolean): void {
  const { isOpen, generation } = useConnection(connection);
  const channel = isOpen ? generation : null;
  useEffect(() => {
    if (channel === null) return;
    // What is lost with this channel is said again over the next one.
    connection.call(isPresent ? 'session.begin' : 'session.end', {}).catch(() => undefined);
  }, [connection, channel, isPresent]);
}
