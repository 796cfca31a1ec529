/** A repository in memory over HTTP on this machine, by a server that can be told to misbehave as mirrors do. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { etagOf } from './memory-repository.ts';

export interface ServedRequest {
  readonly path: string;
  readonly range: string | null;
  readonly ifRange: string | null;
  readonly status: number;
}

export interface ServedRepository {
  /** Ends with `/`. */
  readonly url: string;
  readonly requests: ServedRequest[];
  /** Bytes of bodies that were handed to the socket. */
  readonly sent: { bytes: number };
  /** Misbehaviour by path; null is an honest answer. May write to the response and leave it as it likes. */
  misbehave: { by: (path: string, request: IncomingMessage, response: ServerResponse) => boolean };
  /** Of a target no more than that many bytes are sent, and the line hangs until `now` cuts it; null: whole. */
  cut: { afterBytes: number | null; now: () => void };
  /** Hangs up on everybody and stops listening. */
  stop(): Promise<void>;
  /** On the same port. */
  restart(): Promise<void>;
}

/** Closed after the test. */
export async function serveRepository(files: ReadonlyMap<string, Buffer>): Promise<ServedRepository> {
  const requests: ServedRequest[] = [];
  const sent = { bytes: 0 };
  const misbehave: ServedRepository['misbehave'] = { by: () => false };
  const hanging = new Set<Socket>();
  const cut: ServedRepository['cut'] = {
    afterBytes: null,
    now: () => {
      for (const socket of hanging) {
        socket.destroy();
      }
      hanging.clear();
    },
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/releases\//u, '');
    const range = request.headers.range ?? null;
    const ifRange = [request.headers['if-range']].flat()[0] ?? null;
    const write = (status: number): void => void requests.push({ path, range, ifRange, status });
    if (misbehave.by(path, request, response)) {
      write(0);
      return;
    }
    const file = files.get(path);
    if (file === undefined) {
      write(404);
      response.writeHead(404, { 'content-length': 0 }).end();
      return;
    }
    const etag = etagOf(file);
    if (request.headers['if-none-match'] === etag) {
      write(304);
      response.writeHead(304, { etag }).end();
      return;
    }
    const start = Number(/^bytes=(\d+)-$/u.exec(range ?? '')?.[1] ?? 0);
    const isPart = range !== null && (ifRange === null || ifRange === etag) && start < file.length;
    const body = isPart ? file.subarray(start) : file;
    write(isPart ? 206 : 200);
    response.writeHead(isPart ? 206 : 200, {
      etag,
      'accept-ranges': 'bytes',
      'content-length': body.length,
      ...(isPart ? { 'content-range': `bytes ${start}-${file.length - 1}/${file.length}` } : {}),
    });
    const most = path.startsWith('targets/') && cut.afterBytes !== null ? cut.afterBytes : body.length;
    sent.bytes += Math.min(most, body.length);
    if (most < body.length) {
      response.write(body.subarray(0, most));
      hanging.add(request.socket);
    } else {
      response.end(body);
    }
  });
  let port = 0;
  const listen = async (): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  };
  const stop = async (): Promise<void> => {
    if (server.listening) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  };
  await listen();
  onTestFinished(stop);
  return { url: `http://127.0.0.1:${port}/releases/`, requests, sent, misbehave, cut, stop, restart: listen };
}
