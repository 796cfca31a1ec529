/** The reference portal with its invented office: what `npm run portal` and `npm start` run. */
import type { Clock, Logger } from '../../main/core/ports.ts';
import { createPortalServer, type PortalServer, type PortalServerOptions } from './create-portal-server.ts';
import type { DemonstrationDossier } from './demonstration/dossier-parts.ts';
import { demonstrationDossiers } from './demonstration/dossiers.ts';
import { isDemonstrationDay } from './demonstration/office-days.ts';
import { demonstrationServices } from './demonstration/services.ts';
import { readOrMakeKey } from './key-file.ts';
import { demonstrationKioskId } from './reference-portal-names.ts';

export interface DemonstrationPortalOptions {
  readonly door: PortalServerOptions['door'];
  readonly databasePath: string | null;
  /** Of the kiosk `demo-kiosk`; made where it is missing. */
  readonly keyFile: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A line for the person who watches; here one-time codes are told, for there is no telephone. */
  readonly say: (text: string) => void;
}

export interface DemonstrationPortal extends PortalServer {
  /** With the codes of the day it was first started. */
  readonly dossiers: readonly DemonstrationDossier[];
}

/** Rejects as `createPortalServer` does, and where the key file cannot be made. */
export async function startDemonstrationPortal(options: DemonstrationPortalOptions): Promise<DemonstrationPortal> {
  const { clock, say } = options;
  const key = readOrMakeKey(options.keyFile);
  const server = await createPortalServer({
    door: options.door,
    databasePath: options.databasePath,
    clock,
    logger: options.logger,
    dossiers: demonstrationDossiers(clock.nowMs()),
    services: demonstrationServices,
    isOpenDay: isDemonstrationDay,
    // The serial is enough to tell them apart; a whole code stands in no log, not even here.
    sendCode: (dossierCode, digits) =>
      say(`one-time code for …${dossierCode.slice(dossierCode.lastIndexOf('-'))}: ${digits}`),
  });
  server.register(demonstrationKioskId, key);
  return { ...server, dossiers: demonstrationDossiers(server.firstStartMs) };
}
