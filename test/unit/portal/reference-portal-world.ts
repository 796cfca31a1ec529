/** A reference portal on a free port with a clock the test holds, and kiosks that ask it; every answer is held against docs/portal-api.yaml. */
import { expect } from 'vitest';
import { createPortalServer, type PortalServer } from '../../../scripts/portal/create-portal-server.ts';
import type { DemonstrationDossier } from '../../../scripts/portal/demonstration/dossier-parts.ts';
import { demonstrationDossiers } from '../../../scripts/portal/demonstration/dossiers.ts';
import { isDemonstrationDay } from '../../../scripts/portal/demonstration/office-days.ts';
import { demonstrationServices } from '../../../scripts/portal/demonstration/services.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { answerErrors } from '../../fixtures/portal/portal-api-document.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Null where there was none. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

export interface Asked {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the first kiosk. */
  readonly kiosk?: string;
}

export interface ReferencePortalWorld {
  readonly portal: PortalServer;
  readonly clock: ManualClock;
  readonly logger: ReturnType<typeof createRecordingLogger>;
  readonly dossiers: readonly DemonstrationDossier[];
  /** Digits sent, the newest last. */
  readonly sent: readonly { readonly dossierCode: string; readonly digits: string }[];
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  close(): Promise<void>;
}

/** Wednesday 22 July 2026, 09:41:05 at the office. */
export async function startReferencePortal(databasePath: string | null = null): Promise<ReferencePortalWorld> {
  const clock = createManualClock();
  const logger = createRecordingLogger();
  const sent: { dossierCode: string; digits: string }[] = [];
  const dossiers = demonstrationDossiers(clock.nowMs());
  const portal = await createPortalServer({
    door: 0,
    databasePath,
    clock,
    logger,
    dossiers,
    services: demonstrationServices,
    isOpenDay: isDemonstrationDay,
    sendCode: (dossierCode, digits) => sent.push({ dossierCode, digits }),
  });
  for (const kiosk of ['kiosk-1', 'kiosk-2']) {
    portal.register(kiosk, keyOf(kiosk));
  }
  return {
    portal,
    clock,
    logger,
    dossiers,
    sent,
    ask: async (method, path, { body, headers = {}, kiosk = 'kiosk-1' } = {}) => {
      const response = await fetch(new URL(path, portal.address), {
        method,
        redirect: 'error',
        headers: {
          Authorization: `Bearer ${keyOf(kiosk)}`,
          'Kiosk-Id': kiosk,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      expect(await answerErrors(method, path, response.clone())).toEqual([]);
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
    },
    close: () => portal.close(),
  };
}

export function keyOf(kiosk: string): string {
  return `key-of-${kiosk}`.padEnd(43, '0');
}
