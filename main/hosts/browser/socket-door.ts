/** Lets the page's WebSockets in: judged before the upgrade, limited in number and size, and dropped when they fall silent. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { maximumRequestLength } from '../../contract/envelope.ts';
import type { Logger } from '../../core/ports.ts';
import type { Verdict } from './request-guard.ts';

export interface SocketDoorOptions {
  readonly judge: (request: IncomingMessage) => Verdict;
  readonly onConnection: (socket: WebSocket) => void;
  readonly logger: Logger;
  /** Sockets at one time; one page has one, a reload for a moment two. */
  readonly maximumSockets: number;
  /** A socket that answers none of two pings in a row is dropped. */
  readonly pingIntervalMs: number;
}

export interface SocketDoor {
  /** For the server's `upgrade` event. */
  handleUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  close(): void;
}

const statusTexts = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  503: 'Service Unavailable',
};

export function createSocketDoor(options: SocketDoorOptions): SocketDoor {
  const { judge, onConnection, logger, maximumSockets, pingIntervalMs } = options;
  // Every message of the contract is shorter; a longer one closes the socket with 1009.
  const server = new WebSocketServer({ noServer: true, maxPayload: maximumRequestLength, perMessageDeflate: false });
  const answered = new WeakSet<WebSocket>();

  const pingAll = (): void => {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) {
        socket.terminate();
      } else {
        socket.ping();
      }
    }
  };
  const timer = setInterval(pingAll, pingIntervalMs);

  const welcome = (socket: WebSocket): void => {
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('error', (error) => logger.warn('A socket of the page failed', { reason: error.message }));
    onConnection(socket);
  };

  return {
    handleUpgrade: (request, stream, head) => {
      const verdict = judge(request);
      // Whoever is refused may be gone before the refusal is written.
      stream.on('error', (error) => logger.warn('An upgrade broke off', { reason: error.message }));
      if (verdict.kind !== 'allowed') {
        const status = verdict.kind === 'refused' ? verdict.status : 403;
        logger.warn('An upgrade was refused', {
          status,
          reason: verdict.kind === 'refused' ? verdict.reason : 'no socket',
        });
        refuse(stream, status);
      } else if (server.clients.size >= maximumSockets) {
        logger.warn('An upgrade was refused', { status: 503, reason: 'too many sockets' });
        refuse(stream, 503);
      } else {
        server.handleUpgrade(request, stream, head, welcome);
      }
    },
    close: () => {
      clearInterval(timer);
      for (const socket of server.clients) {
        socket.terminate();
      }
      server.close();
    },
  };
}

function refuse(stream: Duplex, status: keyof typeof statusTexts): void {
  stream.end(`HTTP/1.1 ${status} ${statusTexts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    stream.destroy(),
  );
}
