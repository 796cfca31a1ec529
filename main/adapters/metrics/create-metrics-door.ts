/** Where Prometheus reads the kiosk's measurements: one address, one path, and nothing else is answered. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KioskError } from '../../contract/error.ts';
import type { KioskStatus } from '../../contract/status.ts';
import type { Clock, Logger, MetricsDoor, ScheduleAfter } from '../../core/ports.ts';
import { judgeScrape, wantsOpenMetrics } from './judge-scrape.ts';
import { metricsText } from './metrics-text.ts';
import { createScrapeBudget } from './scrape-budget.ts';

export interface MetricsDoorOptions {
  /** `port` 0 takes any free one. */
  readonly listen: { readonly host: string; readonly port: number };
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
}

/** The door, and where it stands open. */
export interface OpenableMetricsDoor extends MetricsDoor {
  /** Null while it is shut. */
  port(): number | null;
}

/** Connections at one time. */
const mostConnections = 16;
/** A kiosk that does not say how it is within so long answers without; Prometheus waits ten seconds. */
const statusMs = 3_000;

type Status = () => Promise<KioskStatus>;

/** Error of `open`: `port-in-use`, also where this machine has no such address. */
export function createMetricsDoor({ listen, clock, schedule, logger }: MetricsDoorOptions): OpenableMetricsDoor {
  const server = createServer({
    headersTimeout: 5_000,
    requestTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 30_000,
    maxHeaderSize: 4_096,
  });
  server.maxConnections = mostConnections;
  const budget = createScrapeBudget();
  let opening: Promise<void> | null = null;
  const port = (): number | null => (server.listening ? portOf(server) : null);

  async function answer(request: IncomingMessage, response: ServerResponse, status: Status): Promise<void> {
    const verdict = judgeScrape(request, { host: listen.host, port: portOf(server) });
    if (verdict !== 200) {
      refuse(response, verdict);
      return;
    }
    if (!budget.take(request.socket.remoteAddress ?? '', clock.nowMs())) {
      response.setHeader('Retry-After', '10');
      refuse(response, 429);
      return;
    }
    const { contentType, body } = await metricsText(await statusOrNull(status), wantsOpenMetrics(request));
    response.writeHead(200, {
      'Content-Type': contentType,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(body);
  }

  async function statusOrNull(status: Status): Promise<KioskStatus | null> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const callOff = schedule(statusMs, () => reject(new Error(`no answer within ${statusMs / 1_000} s`)));
    try {
      return await Promise.race([status(), late]);
    } catch (error) {
      logger.error('The kiosk could not say how it is', { reason: error instanceof Error ? error.message : '' });
      return null;
    } finally {
      callOff();
    }
  }

  return {
    port,
    open: async (status) => {
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        // What is sent along is not read; the connection ends with the answer.
        if (request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined) {
          response.setHeader('Connection', 'close');
        }
        answer(request, response, status).catch((error: unknown) => {
          logger.error('Measurements could not be answered', { reason: error instanceof Error ? error.message : '' });
          response.destroy();
        });
      });
      opening = startListening(server, listen);
      await opening;
      server.on('error', (error) => logger.error('The metrics door failed', { reason: error.message }));
      logger.info('Measurements can be read', { address: `${listen.host}:${portOf(server)}` });
    },
    close: async () => {
      // One that is just being opened is waited for, so that it does not stay open behind our back.
      await opening?.catch(() => undefined);
      if (!server.listening) {
        return;
      }
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 });
  response.end();
}

async function startListening(server: Server, { host, port }: MetricsDoorOptions['listen']): Promise<void> {
  const listening = once(server, 'listening');
  server.listen({ host, port, exclusive: true });
  try {
    await listening;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new KioskError(
      'port-in-use',
      `metrics.listen ${host}:${port} cannot be used (${reason}). Name an address this machine has (ip address shows them) and a port no other program holds (ss -ltnp).`,
      { cause: error },
    );
  }
}

/** The server listens on TCP, so its address is neither null nor a pipe's name. */
function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
