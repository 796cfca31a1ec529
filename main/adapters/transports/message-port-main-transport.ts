/** Carries messages over the port Electron hands to the core process. */
import type { Transport } from '../../contract/transport.ts';

/** What is used of Electron's `MessagePortMain`; written down here so that adapters do not depend on Electron. */
export interface MessagePortMainLike {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: string): void;
  start(): void;
  close(): void;
}

/** Messages wait in the port until a listener is set. Anything but text is dropped: the page sends nothing else. */
export function createMessagePortMainTransport(port: MessagePortMainLike): Transport {
  let isOpen = true;
  const closeListeners: (() => void)[] = [];
  const closed = (): void => {
    if (isOpen) {
      isOpen = false;
      for (const listener of closeListeners) {
        listener();
      }
    }
  };
  port.on('close', closed);
  return {
    send: (text) => {
      if (isOpen) {
        port.postMessage(text);
      }
    },
    onMessage: (listener) => {
      port.on('message', (event) => {
        if (typeof event.data === 'string') {
          listener(event.data);
        }
      });
      port.start();
    },
    onClose: (listener) => {
      closeListeners.push(listener);
    },
    close: () => {
      port.close();
      // Electron tells only the other end of a port that it was closed.
      closed();
    },
  };
}
