/** A server that stands where the portal should be and answers whatever a test wants, down to the bytes. */
import {
  createServer as createPlainServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface HeardRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface FaultyPortal {
  readonly url: string;
  readonly port: number;
  readonly heard: readonly HeardRequest[];
  /** Connections that are open now. */
  readonly openSockets: number;
  answerWith(answer: (response: ServerResponse, request: HeardRequest) => void): void;
}

/** `tls`: key and certificate in PEM; null for plain HTTP. Gone when the test is over. */
export async function startFaultyPortal(
  tls: { readonly key: string; readonly cert: string } | null = null,
): Promise<FaultyPortal> {
  const heard: HeardRequest[] = [];
  const sockets = new Set<Socket>();
  let answer = (response: ServerResponse, _request: HeardRequest): void => void response.writeHead(404).end();
  const listener: RequestListener = (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(pieces).toString('utf8') };
      heard.push(one);
      answer(response, one);
    });
  };
  const server = tls === null ? createPlainServer(listener) : createSecureServer(tls, listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  });
  // Listening on a port, so it has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}/kiosk/`,
    port,
    heard,
    get openSockets() {
      return sockets.size;
    },
    answerWith: (next) => {
      answer = next;
    },
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
}
