/** One request and its whole answer over one connection, within a time and a number of bytes; follows no redirect. */
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Socket } from 'node:net';
import { PortalFetchError, type PortalRequest, type PortalResponse } from '../../core/ports.ts';
import { headersOf } from '../network/headers-of.ts';
import { fetchFailure } from './fetch-failure.ts';

export interface Exchange {
  /** Errors: `PortalFetchError`. No socket of it is busy when it settles. */
  readonly answer: Promise<PortalResponse>;
  /** Breaks it off. */
  abandon(): void;
}

/** `options`: agent, trust and headers. Node's clients follow no redirects, so the key goes to this host alone. */
export function exchangeOnce(url: URL, asked: PortalRequest, options: RequestOptions): Exchange {
  const { promise, resolve, reject } = Promise.withResolvers<PortalResponse>();
  const isSecure = url.protocol === 'https:';
  const request = (isSecure ? requestSecure : requestPlain)(url, { ...options, method: asked.method });
  let mayHaveArrived = false;
  const fail = (error: unknown): void => {
    clearTimeout(timer);
    reject(fetchFailure(error, mayHaveArrived));
    request.destroy();
  };
  const timer = setTimeout(() => {
    fail(new PortalFetchError('slow', `no whole answer within ${asked.timeoutMs} ms`, mayHaveArrived));
  }, asked.timeoutMs);
  whenReady(request, isSecure, () => {
    mayHaveArrived = true;
  });
  request.on('error', fail);
  request.on('response', (response) => {
    answerOf(response, asked.maximumBytes)
      .then(resolve)
      .catch(fail)
      .finally(() => clearTimeout(timer));
  });
  request.end(asked.body ?? undefined);
  return {
    answer: promise,
    abandon: () => fail(new PortalFetchError('offline', 'the kiosk is being switched off', mayHaveArrived)),
  };
}

/** Calls back once bytes may leave: the line stands and, with TLS, the other side has proved who it is. */
function whenReady(request: ClientRequest, isSecure: boolean, ready: () => void): void {
  request.once('socket', (socket: Socket) => {
    if (request.reusedSocket) {
      ready();
    } else {
      socket.once(isSecure ? 'secureConnect' : 'connect', ready);
    }
  });
}

async function answerOf(response: IncomingMessage, maximumBytes: number): Promise<PortalResponse> {
  const body = await collect(response, maximumBytes);
  return { status: response.statusCode ?? 0, headers: headersOf(response), body };
}

function collect(response: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const tooLarge = (): void => {
    reject(new PortalFetchError('too-large', `the answer is longer than ${maximumBytes} bytes`, true));
  };
  const pieces: Buffer[] = [];
  let lengthBytes = 0;
  response.on('error', reject);
  response.on('close', () => {
    if (!response.complete) {
      reject(new PortalFetchError('offline', 'the connection was broken off in the middle of the answer', true));
    }
  });
  if (Number(response.headers['content-length'] ?? 0) > maximumBytes) {
    tooLarge();
    return promise;
  }
  response.on('data', (piece: Buffer) => {
    lengthBytes += piece.length;
    if (lengthBytes > maximumBytes) {
      tooLarge();
    } else {
      pieces.push(piece);
    }
  });
  response.on('end', () => resolve(Buffer.concat(pieces)));
  return promise;
}
