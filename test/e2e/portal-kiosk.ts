/** A kiosk beside a reference portal the test holds in its hand: it knows the dossiers, hears the telephones, pulls the line. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DossierState } from '../../main/contract/dossiers.ts';
import type { Logger } from '../../main/core/ports.ts';
import type { DemonstrationDossier } from '../../scripts/portal/demonstration/dossier-parts.ts';
import { demonstrationKioskId } from '../../scripts/portal/reference-portal-names.ts';
import { startDemonstrationPortal } from '../../scripts/portal/start-demonstration-portal.ts';
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';

export interface PortalKiosk {
  readonly process: KioskProcess;
  readonly dossiers: readonly DemonstrationDossier[];
  /** The first dossier in this state that `isLate` or is not. */
  dossier(state: DossierState, isLate?: boolean): DemonstrationDossier;
  /** The code the portal sent last. */
  lastCode(): string | null;
  /** From now on nobody answers at the portal's address. */
  closePortal(): Promise<void>;
  stop(): Promise<void>;
}

const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function startPortalKiosk(): Promise<PortalKiosk> {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-portal-'));
  const keyFile = join(folder, 'portal.key');
  const codes: string[] = [];
  const portal = await startDemonstrationPortal({
    door: 0,
    databasePath: null,
    keyFile,
    clock: { nowMs: () => Date.now() },
    logger: quiet,
    say: (text) => {
      const code = /one-time code .*: (\d{6})$/u.exec(text)?.[1];
      if (code !== undefined) codes.push(code);
    },
  });
  let isOpen = true;
  const closePortal = async (): Promise<void> => {
    if (isOpen) await portal.close();
    isOpen = false;
  };
  const process = await startKioskProcess({
    configuration: { portal: { url: portal.address, kioskId: demonstrationKioskId, keyFile } },
  });
  return {
    process,
    dossiers: portal.dossiers,
    dossier(state, isLate = false) {
      const found = portal.dossiers.find(
        ({ dossier }) => dossier.state === state && (dossier.lateness !== null) === isLate,
      );
      if (found === undefined) throw new Error(`the reference portal has no ${state} dossier`);
      return found;
    },
    lastCode: () => codes.at(-1) ?? null,
    closePortal,
    async stop() {
      await process.stop();
      await closePortal();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
