/** The door for pushed releases: one address, two questions, one release at a time; signatures decide, the token keeps strangers off. */
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { KioskError } from '../../contract/error.ts';
import type { Logger, PushDoor, ScheduleAfter } from '../../core/ports.ts';
import { readSecretFile } from '../network/read-secret-file.ts';
import { limitConnections } from './limit-connections.ts';
import { answerProven, refuse, retryAfter } from './push-answers.ts';
import { createPushGuard, type PushGuard, type PushVerdict } from './push-guard.ts';
import { takePush } from './take-push.ts';

export interface PushDoorOptions {
  /** One address of this machine; port 0 takes any free one. */
  readonly listen: { readonly host: string; readonly port: number };
  /** Readable by its user alone. */
  readonly tokenFile: string;
  /** Where a release lies while it is received and taken; emptied at the start. Nobody else's. */
  readonly spoolFolder: string;
  /** Whose own sheet this kiosk takes; null for none. */
  readonly office: string | null;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** Milliseconds that go on whatever is done to the clock; default `performance.now`. */
  readonly elapsedMs?: () => number;
  /** From the connection to the last header; default 5,000. */
  readonly headMs?: number;
}

export interface OpenedPushDoor extends PushDoor {
  /** Null while it is shut. */
  readonly port: number | null;
}

/** A pusher has one or two; what is beyond is dropped at once. */
const mostConnections = 64;
const mostOfOneAddress = 8;
const usualHeadMs = 5_000;
const timeouts = {
  /** With the release; a slow one is cut by its speed before. */
  requestTimeout: 15 * 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
} as const;
/** Without a byte, until a release is received or taken. */
const silenceMs = 10_000;
const busyRetryMs = 10_000;

type Take = Parameters<PushDoor['open']>[0];
type State = Parameters<PushDoor['open']>[1];

/** Error: `configuration-invalid` where the token cannot be used. */
export function createPushDoor(options: PushDoorOptions): OpenedPushDoor {
  const { listen, spoolFolder, office, schedule, logger, elapsedMs = () => performance.now() } = options;
  const token = readSecretFile(options.tokenFile, {
    file: 'The token file',
    secret: 'a token',
    advice: 'put the token of the site there, the same that kioskctl push is given',
  });
  const closing = new AbortController();
  const server = createServer({
    ...timeouts,
    headersTimeout: options.headMs ?? usualHeadMs,
    maxHeaderSize: 8_192,
    insecureHTTPParser: false,
  });
  server.maxHeadersCount = 30;
  server.setTimeout(silenceMs);
  limitConnections(server, { mostConnections, mostOfOneAddress });
  let isTaking = false;

  async function receive(
    request: IncomingMessage,
    { nonce, lengthBytes }: Extract<PushVerdict, { nonce: string }>,
    { guard, take, response, welcome }: Answering,
  ): Promise<void> {
    const proven = { token, nonce, nextNonce: guard.makeNonce() };
    if (isTaking) {
      answerProven(response, 503, { kind: 'busy' }, { ...proven, headers: retryAfter(busyRetryMs) });
      return;
    }
    isTaking = true;
    // Its own limits hold while it is received; while it is taken nothing is said for some seconds.
    request.socket.setTimeout(0);
    try {
      const signal = closing.signal;
      const taking = { request, lengthBytes, welcome, spoolFolder, take, signal, elapsedMs, schedule };
      const { status, outcome } = await takePush(taking);
      logger.info('A release was pushed', { from: request.socket.remoteAddress, status, outcome: outcome.kind });
      answerProven(response, status, outcome, proven);
    } finally {
      isTaking = false;
      request.socket.setTimeout(silenceMs);
    }
  }

  function serve(take: Take, state: State, guard: PushGuard): void {
    const handle = (request: IncomingMessage, response: ServerResponse, welcome: () => void): void => {
      request.on('error', () => undefined);
      const verdict = guard.judge(request);
      if (verdict.kind === 'refused') {
        if (verdict.reason !== null) {
          logger.warn('A push was refused', { from: request.socket.remoteAddress, reason: verdict.reason });
        }
        refuse(response, verdict.status, verdict.headers);
      } else if (verdict.kind === 'state') {
        const proven = { token, nonce: verdict.nonce, nextNonce: guard.makeNonce() };
        answerProven(response, 200, { ...state(), office }, proven);
      } else {
        receive(request, verdict, { guard, take, response, welcome }).catch((error: unknown) => {
          logger.error('A pushed release could not be taken', { reason: reasonOf(error) });
          refuse(response, 500);
        });
      }
    };
    server.on('request', (request, response) => handle(request, response, () => undefined));
    server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
      handle(request, response, () => response.writeContinue()),
    );
    server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => refuse(response, 417));
    server.on('clientError', (_error, socket: Socket) => void socket.destroy());
  }

  return {
    get port() {
      return portOf(server);
    },
    open: async (take, state) => {
      rmSync(spoolFolder, { recursive: true, force: true });
      await startListening(server, listen);
      const name = listen.host.includes(':') ? `[${listen.host}]` : listen.host;
      serve(take, state, createPushGuard({ token, host: `${name}:${portOf(server) ?? listen.port}`, elapsedMs }));
      server.on('error', (error) => logger.error('The door for pushed releases failed', { reason: error.message }));
    },
    close: async () => {
      closing.abort();
      if (server.listening) {
        const { promise, resolve } = Promise.withResolvers<void>();
        server.close(() => resolve());
        server.closeAllConnections();
        await promise;
      }
    },
  };
}

interface Answering {
  readonly guard: PushGuard;
  readonly take: Take;
  readonly response: ServerResponse;
  readonly welcome: () => void;
}

async function startListening(server: Server, { host, port }: PushDoorOptions['listen']): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  try {
    await promise;
  } catch (error) {
    const advice = 'updates.push.listen must be an address of this machine and a port nobody else holds';
    throw new KioskError('port-in-use', `Releases cannot be pushed: ${reasonOf(error)}; ${advice}.`, { cause: error });
  }
  server.off('error', reject);
}

function portOf(server: Server): number | null {
  const address: AddressInfo | string | null = server.address();
  return address === null || typeof address === 'string' ? null : address.port;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason';
}
