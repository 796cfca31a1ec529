/** Carries messages over a WebSocket of the loopback server (browser shell). */
import type { WebSocket } from 'ws';
import type { Transport } from '../../contract/transport.ts';

/** RFC 6455 §7.4.1: the endpoint received a kind of data it cannot accept. */
const unsupportedData = 1003;

/** Text only: a binary message closes the socket. The socket must be open. */
export function createWebSocketTransport(socket: WebSocket): Transport {
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) {
        socket.send(text);
      }
    },
    onMessage: (listener) => {
      socket.on('message', (data, isBinary) => {
        if (isBinary) {
          socket.close(unsupportedData, 'text only');
        } else {
          listener(textOf(data));
        }
      });
    },
    onClose: (listener) => {
      socket.once('close', () => listener());
    },
    close: () => socket.close(),
  };
}

/** ws hands over one buffer unless it is told otherwise; the other shapes are part of its type. */
function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) {
    return Buffer.concat(data).toString('utf8');
  }
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
