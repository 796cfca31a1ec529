/** A DOM MessagePort as a channel of texts (Electron shell). */
import type { Transport } from '../../main/contract/transport.ts';

/** Takes the port over and starts it when the message listener is set, so that nothing is lost before. */
export function createMessagePortTransport(port: MessagePort): Transport {
  let isClosed = false;
  const closeListeners: (() => void)[] = [];
  const closed = () => {
    if (isClosed) return;
    isClosed = true;
    for (const listener of closeListeners) listener();
  };
  // The other side or its process is gone: Electron's own extension of the DOM's port (its docs: MessagePorts, Extensions).
  // Plain Chromium 156 was measured never to tell.
  port.addEventListener('close', closed);
  return {
    send(text) {
      if (!isClosed) port.postMessage(text);
    },
    onMessage(listener) {
      port.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (typeof event.data === 'string') listener(event.data);
      });
      port.start();
    },
    onClose(listener) {
      closeListeners.push(listener);
    },
    close() {
      port.close();
      closed();
    },
  };
}
