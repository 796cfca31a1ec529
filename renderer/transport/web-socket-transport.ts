/** A WebSocket as a channel of texts (browser shell). */
import type { Transport } from '../../main/contract/transport.ts';

/** `socket` must be open already. Messages that come before a listener is set wait for it. */
export function createWebSocketTransport(socket: WebSocket): Transport {
  const early: string[] = [];
  let listener: ((text: string) => void) | null = null;
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data !== 'string') return;
    if (listener === null) early.push(event.data);
    else listener(event.data);
  });
  return {
    send(text) {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    onMessage(newListener) {
      listener = newListener;
      for (const text of early.splice(0)) newListener(text);
    },
    onClose(onClose) {
      socket.addEventListener('close', () => onClose(), { once: true });
    },
    close() {
      socket.close();
    },
  };
}
