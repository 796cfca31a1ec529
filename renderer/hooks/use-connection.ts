/** Whether the core can be reached just now. */
import { useSyncExternalStore } from 'react';
import type { ConnectionState, CoreConnection } from '../transport/core-connection.ts';

export function useConnection(connection: CoreConnection): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state);
}
