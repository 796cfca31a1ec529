/** The reference portal as one thing to start and stop: for the demonstration, for tests, and as a model of docs/portal-api.yaml. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Clock, Logger } from '../../main/core/ports.ts';
import { createAppointmentBook } from './appointment-book.ts';
import type { PortalService } from './appointment-times.ts';
import { createDossierRecords, type DossierRecord } from './dossier-records.ts';
import { createKioskKeys } from './kiosk-keys.ts';
import { createKioskReports } from './kiosk-reports.ts';
import { createOneTimeCodes } from './one-time-codes.ts';
import { createPortalApp } from './portal-app.ts';
import { firstStartOf, openPortalDatabase } from './portal-database.ts';
import { createProofGuard } from './proof-guard.ts';
import { createRequestBudget } from './request-budget.ts';
import { createWishKeys } from './wish-keys.ts';

export interface PortalServerOptions {
  /** On 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** A file that keeps everything between starts; null: in memory. */
  readonly databasePath: string | null;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Put in where the database has no dossiers yet. */
  readonly dossiers: readonly DossierRecord[];
  readonly services: readonly PortalService[];
  readonly isOpenDay: (day: string) => boolean;
  /** The applicant's telephone. */
  readonly sendCode: (dossierCode: string, digits: string) => void;
}

export interface PortalServer {
  /** Scheme, host and port with a final slash. */
  readonly address: string;
  readonly port: number;
  /** UTC epoch of the first start with this database. */
  readonly firstStartMs: number;
  /** Lets a kiosk ask; a key it had before is good for nothing then. */
  register(kioskId: string, key: string): void;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

const requestsAMinute = 120;
const wrongKeysAMinute = 20;
/** For the head and the body of a request; a slow sender holds no connection for longer. */
const requestTimeoutMs = 10_000;

/** Rejects where the port is taken, or the file is not a portal's or cannot be opened. */
export async function createPortalServer(options: PortalServerOptions): Promise<PortalServer> {
  const { clock, logger } = options;
  const database = openPortalDatabase(options.databasePath, clock.nowMs());
  try {
    const keys = createKioskKeys(database);
    const wishes = createWishKeys(database, clock);
    const dossiers = createDossierRecords(database, {
      clock,
      guard: createProofGuard(database, clock),
      codes: createOneTimeCodes(database, clock),
    });
    if (dossiers.isEmpty) {
      database.transaction(() => {
        for (const record of options.dossiers) {
          dossiers.add(record);
        }
      })();
    }
    const app = createPortalApp(
      {
        keys,
        dossiers,
        appointments: createAppointmentBook(database, { ...options, wishes }),
        reports: createKioskReports(database, clock, wishes),
        kioskBudget: createRequestBudget(requestsAMinute, clock),
        strangerBudget: createRequestBudget(wrongKeysAMinute, clock),
        clock,
        logger,
        sendCode: options.sendCode,
      },
      (c) => getConnInfo(c).remote.address ?? 'unknown',
    );
    const server = await listen(getRequestListener(app.fetch), options.port);
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : options.port;
    return {
      port,
      firstStartMs: firstStartOf(database),
      address: `http://127.0.0.1:${port}/`,
      register: (kioskId, key) => keys.register(kioskId, key),
      close: async () => {
        await stop(server);
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function listen(
  listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
): Promise<Server> {
  const server = createServer({ requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs }, (...exchange) => {
    void listener(...exchange);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
