/** Who listens to a connection: nothing is lost because a listener came late, for data as little as for the end. */
import type { PrinterConnection } from '../../core/ports.ts';

export interface ConnectionListeners extends Pick<PrinterConnection, 'onData' | 'onClose'> {
  heard(bytes: Uint8Array): void;
  /** Tells the end, once. */
  ended(): void;
}

/** A printer that chatters before anybody listens is heard no further; a status is four bytes. */
const keptBytes = 64 * 1024;

export function createConnectionListeners(): ConnectionListeners {
  let onData: ((bytes: Uint8Array) => void) | null = null;
  let early: Uint8Array[] = [];
  let earlyBytes = 0;
  let over = false;
  const onClose = new Set<() => void>();
  return {
    heard(bytes) {
      if (onData !== null) {
        onData(bytes);
      } else if (earlyBytes + bytes.length <= keptBytes) {
        early.push(bytes);
        earlyBytes += bytes.length;
      }
    },
    ended() {
      over = true;
      const listeners = [...onClose];
      onClose.clear();
      for (const listener of listeners) {
        listener();
      }
    },
    onData(listener) {
      const before = early;
      early = [];
      onData = listener;
      for (const bytes of before) {
        listener(bytes);
      }
    },
    onClose(listener) {
      if (over) {
        // Never from inside the call that set it, as for one that was set in time.
        queueMicrotask(listener);
      } else {
        onClose.add(listener);
      }
    },
  };
}
