/** The reference portal as one thing to start and stop: for the demonstration, for tests, and as a model of docs/portal-api.yaml. */
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Clock, Logger } from '../../main/core/ports.ts';
import { createAppointmentBook } from './appointment-book.ts';
import type { PortalService } from './appointment-times.ts';
import { createDossierRecords, type DossierRecord } from './dossier-records.ts';
import { createKioskKeys, type KioskKeys } from './kiosk-keys.ts';
import { createKioskReports } from './kiosk-reports.ts';
import { createOneTimeCodes } from './one-time-codes.ts';
import { createPortalApp, type PortalAppParts } from './portal-app.ts';
import { firstStartOf, openPortalDatabase, type PortalDatabase } from './portal-database.ts';
import { openPortalDoor, type PortalDoor } from './portal-door.ts';
import { createProofGuard } from './proof-guard.ts';
import { createRequestBudget } from './request-budget.ts';
import { createWishKeys } from './wish-keys.ts';

export interface PortalServerOptions {
  /** On 127.0.0.1, 0 takes any free one; or a door that is open already, closed with the server and where it cannot be made. */
  readonly door: number | PortalDoor;
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

/** Rejects where the port is taken, or the file is not a portal's or cannot be opened. */
export async function createPortalServer(options: PortalServerOptions): Promise<PortalServer> {
  const door = typeof options.door === 'number' ? await openPortalDoor(options.door) : options.door;
  try {
    return serve(door, options);
  } catch (error) {
    await door.close();
    throw error;
  }
}

function serve(door: PortalDoor, options: PortalServerOptions): PortalServer {
  const { clock } = options;
  const database = openPortalDatabase(options.databasePath, clock.nowMs());
  try {
    const keys = createKioskKeys(database);
    const app = createPortalApp(composeParts(database, keys, options), (c) => getConnInfo(c).remote.address ?? '');
    door.serve(getRequestListener(app.fetch));
    return {
      port: door.port,
      address: door.address,
      firstStartMs: firstStartOf(database),
      register: (kioskId, key) => keys.register(kioskId, key),
      close: async () => {
        await door.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function composeParts(database: PortalDatabase, keys: KioskKeys, options: PortalServerOptions): PortalAppParts {
  const { clock, logger, sendCode } = options;
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
  return {
    keys,
    dossiers,
    appointments: createAppointmentBook(database, { ...options, wishes }),
    reports: createKioskReports(database, clock, wishes),
    kioskBudget: createRequestBudget(requestsAMinute, clock),
    strangerBudget: createRequestBudget(wrongKeysAMinute, clock),
    clock,
    logger,
    sendCode,
  };
}
