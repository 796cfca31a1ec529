/** The page's lasting connection: one client after another as channels come and go, one place to listen at. */
import { KioskError } from '../../main/contract/error.ts';
import type { ChannelSource } from './channel-source.ts';
import { type CoreClient, createCoreClient } from './core-client.ts';
import { createEventHub } from './event-hub.ts';

/** `generation` counts channels: whoever shows data asks again when it grows, for the core may have restarted. */
export interface ConnectionState {
  readonly isOpen: boolean;
  readonly generation: number;
}

export interface CoreConnection extends CoreClient {
  readonly state: () => ConnectionState;
  /** Calls back on each change of state; returns what ends it. */
  readonly subscribe: (onChange: () => void) => () => void;
  close(): void;
}

export function createCoreConnection(source: ChannelSource): CoreConnection {
  let client: CoreClient | null = null;
  let state: ConnectionState = { isOpen: false, generation: 0 };
  const observers = new Set<() => void>();
  const hub = createEventHub();
  const change = (next: ConnectionState) => {
    state = next;
    for (const observer of observers) observer();
  };
  const stop = source.start((transport) => {
    const generation = state.generation + 1;
    const onClose = () => {
      // A late farewell of an old channel says nothing about the new one.
      if (state.generation === generation) change({ isOpen: false, generation });
    };
    client = createCoreClient(transport, onClose, hub);
    change({ isOpen: true, generation });
  });
  return {
    call: (method, params) =>
      client?.call(method, params) ?? Promise.reject(new KioskError('unavailable', 'the core is not connected yet')),
    callStaff: (method, params, token) =>
      client?.callStaff(method, params, token) ??
      Promise.reject(new KioskError('unavailable', 'the core is not connected yet')),
    on: (event, listener) => hub.on(event, listener),
    state: () => state,
    subscribe(onChange) {
      observers.add(onChange);
      return () => void observers.delete(onChange);
    },
    close: stop,
  };
}
