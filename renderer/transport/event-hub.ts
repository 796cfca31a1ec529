/** Who listens to which event of the core; shared by one channel's client and by the lasting connection. */
import type { EventName, EventPayload } from '../../main/contract/events.ts';

type Listeners = { readonly [E in EventName]: Set<(payload: EventPayload<E>) => void> };

export interface EventHub {
  /** Returns what takes the listener away. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
}

export function createEventHub(): EventHub {
  const listeners: Listeners = { 'printer.changed': new Set(), 'scan.received': new Set() };
  return {
    on(event, listener) {
      listeners[event].add(listener);
      return () => void listeners[event].delete(listener);
    },
    emit(event, payload) {
      for (const listener of listeners[event]) listener(payload);
    },
  };
}
