/** The loopback server of the browser shell: the page over HTTP, the contract over a WebSocket, for this kiosk's browser alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebSocketTransport } from '../../adapters/transports/web-socket-transport.ts';
import { KioskError } from '../../contract/error.ts';
import type { Kiosk } from '../../core/kiosk.ts';
import { connectKiosk } from '../../core/kiosk-connection.ts';
import type { Logger } from '../../core/ports.ts';
import { securityHeaders } from '../page-security.ts';
import { createAccessToken } from './access-token.ts';
import { createPageAnswers } from './page-answers.ts';
import { judgeRequest, judgeUpgrade } from './request-guard.ts';
import { createSocketDoor } from './socket-door.ts';

export interface ServeOptions {
  readonly kiosk: Kiosk;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly logger: Logger;
  /** Kept over a restart of the core, so that the page need not be loaded anew; default a new one. */
  readonly token?: string;
  /** Default 30,000. */
  readonly pingIntervalMs?: number;
}

export interface KioskServer {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** The address to open, with the token in it. */
  readonly entryAddress: string;
  readonly port: number;
  readonly token: string;
  /** Ends every connection; resolves when the port is free again. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
/** One page needs at most seven: six for files and its WebSocket. */
const maximumConnections = 64;
const maximumSockets = 8;

/** Errors: `port-in-use`; `start-failed` where the page is not built. */
export async function serveKiosk(options: ServeOptions): Promise<KioskServer> {
  const { kiosk, logger, token = createAccessToken() } = options;
  const server = createServer({
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 8192,
  });
  server.maxConnections = maximumConnections;
  const port = await listen(server, options.port);
  const address = `http://${loopback}:${port}`;
  try {
    const guard = { port, token };
    const answerPage = createPageAnswers({ pageFolder: options.pageFolder, port, token });
    const headers = Object.entries(securityHeaders(["'self'", `ws://${loopback}:${port}`, `ws://localhost:${port}`]));
    const door = createSocketDoor({
      judge: (request) => judgeUpgrade(request, guard),
      onConnection: (socket) => connectKiosk(kiosk, createWebSocketTransport(socket)),
      logger,
      maximumSockets,
      pingIntervalMs: options.pingIntervalMs ?? 30_000,
    });
    server.on('request', (request, response) => {
      for (const [name, value] of headers) {
        response.setHeader(name, value);
      }
      const verdict = judgeRequest(request, guard);
      if (verdict.kind === 'refused') {
        logger.warn('A request was refused', { status: verdict.status, reason: verdict.reason });
      }
      answerPage(request, response, verdict);
    });
    server.on('upgrade', (request, stream, head) => door.handleUpgrade(request, stream, head));
    return {
      address,
      entryAddress: `${address}/?token=${token}`,
      port,
      token,
      close: () => {
        door.close();
        return closeServer(server);
      },
    };
  } catch (error) {
    await closeServer(server);
    throw error;
  }
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, loopback, resolve);
  try {
    await promise;
  } catch (error) {
    throw new KioskError(
      'port-in-use',
      `Port ${port} of ${loopback} cannot be used (${reasonOf(error)}). Stop the program that holds it (ss -ltnp shows which), or give another one with --port; 0 takes any free one.`,
      { cause: error },
    );
  }
  server.off('error', reject);
  // The server listens on TCP, so its address is neither null nor a pipe's name.
  return (server.address() as AddressInfo).port;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return code === 'EADDRINUSE' ? 'another program listens there' : code;
}

async function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}
