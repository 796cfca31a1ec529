/** Carries messages over a `worker_threads` port: a core in a thread, and the contract tests over a real channel. */
import type { MessagePort } from 'node:worker_threads';
import type { Transport } from '../../contract/transport.ts';

/** Messages wait in the port until a listener is set. Anything but text is dropped. */
export function createWorkerPortTransport(port: MessagePort): Transport {
  let isOpen = true;
  port.once('close', () => {
    isOpen = false;
  });
  return {
    send: (text) => {
      if (isOpen) {
        port.postMessage(text);
      }
    },
    onMessage: (listener) => {
      // Setting the listener starts the port.
      port.on('message', (data: unknown) => {
        if (typeof data === 'string') {
          listener(data);
        }
      });
    },
    onClose: (listener) => {
      port.once('close', () => listener());
    },
    close: () => port.close(),
  };
}
