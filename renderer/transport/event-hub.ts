/** Who listens to which event of the core; one for the whole life of the page, whatever becomes of its channels. */
import { type EventName, type EventPayload, events } from '../../main/contract/events.ts';

type Listeners = { readonly [E in EventName]: Set<(payload: EventPayload<E>) => void> };

export interface EventHub {
  /** Returns what takes the listener away. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** What is no event of the contract, or not what the contract says of it, is left alone. */
  receive(event: string, payload: unknown): void;
}

export function createEventHub(): EventHub {
  const listeners: Listeners = {
    'printer.changed': new Set(),
    'reader.changed': new Set(),
    'printJob.changed': new Set(),
    'scan.received': new Set(),
    'catalogue.changed': new Set(),
    'update.progress': new Set(),
  };
  const emit = <E extends EventName>(event: E, payload: EventPayload<E>) => {
    for (const listener of listeners[event]) listener(payload);
  };
  return {
    on(event, listener) {
      listeners[event].add(listener);
      return () => void listeners[event].delete(listener);
    },
    receive(event, payload) {
      if (!isEventName(event)) return;
      const parsed = events[event].safeParse(payload);
      if (parsed.success) emit(event, parsed.data);
    },
  };
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name);
}
