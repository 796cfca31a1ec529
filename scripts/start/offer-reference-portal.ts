/** The demonstration's portal: where the configuration names none and the printer is a virtual one, the reference portal runs beside the kiosk. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KioskError } from '../../main/contract/error.ts';
import { readConfiguration } from '../../main/core/configuration/read-configuration.ts';
import type { Logger } from '../../main/core/ports.ts';
import { readOrMakeKey } from '../portal/key-file.ts';
import { openPortalDoor, type PortalDoor } from '../portal/portal-door.ts';
import { demonstrationKioskId, referencePortalKeyFileName } from '../portal/reference-portal-names.ts';

export interface ReferencePortalOptions {
  readonly configurationPath: string;
  /** The kiosk's key is kept there, and the list of what there is to try. */
  readonly dataFolder: string;
  readonly logger: Logger;
  /** One line for the person who started it. */
  readonly say: (text: string) => void;
}

export interface ReferencePortalOffer {
  /** That the kiosk is to be started with: names the portal besides all else. */
  readonly configurationPath: string;
  /** Makes it answer; until then requests wait. Never rejects: a kiosk without its portal says so on the screen. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const notStarted = 'The reference portal was not started';
const dossierListName = 'reference-portal-dossiers.txt';

/**
 * Null where the kiosk starts as it is configured: it has a portal, or `"portal": { "url": null }` forbids one, or its printer is
 * real, and then so are its citizens. Its address is fixed here, which takes no time; all else waits for `start`.
 */
export async function offerReferencePortal(options: ReferencePortalOptions): Promise<ReferencePortalOffer | null> {
  const { dataFolder, logger, say } = options;
  const configuration = readForDemonstration(options.configurationPath);
  if (configuration === null) {
    return null;
  }
  const keyFile = join(dataFolder, referencePortalKeyFileName);
  try {
    // The kiosk reads it when it starts.
    readOrMakeKey(keyFile);
  } catch (error) {
    logger.warn(notStarted, { reason: reasonOf(error) });
    return null;
  }
  const door = await openPortalDoor(0);
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-reference-portal-'));
  const configurationPath = join(folder, 'site.json');
  const portal = { url: door.address, kioskId: demonstrationKioskId, keyFile };
  writeFileSync(configurationPath, JSON.stringify({ ...configuration, portal }), { mode: 0o600 });
  let closePortal = (): Promise<void> => door.close();
  return {
    configurationPath,
    start: async () => {
      try {
        closePortal = await serve(door, options, keyFile);
        const list = join(dataFolder, dossierListName);
        say(
          `no portal is configured: the reference portal listens on ${door.address}, dossiers to scan are in ${list}`,
        );
      } catch (error) {
        await door.close();
        logger.warn(notStarted, { reason: reasonOf(error) });
      }
    },
    close: async () => {
      await closePortal();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The configuration as it stands in the file; null where it is no demonstration's, or cannot be used, which the core says. */
function readForDemonstration(path: string): Readonly<Record<string, unknown>> | null {
  try {
    const isVirtual = readConfiguration(path).printer.target?.startsWith('virtual:') === true;
    const raw: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(path, 'utf8'));
    return isVirtual && !Object.hasOwn(raw, 'portal') ? raw : null;
  } catch (error) {
    if (error instanceof KioskError) {
      return null;
    }
    throw error;
  }
}

/** Loaded only now: the kiosk is starting meanwhile. Resolves with how to end it. */
async function serve(
  door: PortalDoor,
  { dataFolder, logger, say }: ReferencePortalOptions,
  keyFile: string,
): Promise<() => Promise<void>> {
  const { startDemonstrationPortal } = await import('../portal/start-demonstration-portal.ts');
  const { describeDossiers } = await import('../portal/demonstration/dossier-table.ts');
  const clock = { nowMs: () => Date.now() };
  // Each answer in the kiosk's own log would be too much; what goes wrong is not.
  const quiet = { ...logger, info: () => undefined };
  const portal = await startDemonstrationPortal({ door, databasePath: null, keyFile, clock, logger: quiet, say });
  writeFileSync(join(dataFolder, dossierListName), describeDossiers(portal.dossiers), { mode: 0o600 });
  return () => portal.close();
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : typeof error;
}
