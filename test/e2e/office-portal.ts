/** The reference portal in a test's hand: two services, every day, and answers that get lost or never come when the test says so. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PortalService } from '../../scripts/portal/appointment-times.ts';
import { createPortalServer } from '../../scripts/portal/create-portal-server.ts';
import { openPortalDoor, type PortalListener } from '../../scripts/portal/portal-door.ts';

/**
 * `well` as it should be · `cut-off` nobody gets through · `deaf` the next booking or change is carried out, and its answer is
 * lost; then it is well again.
 */
export type PortalMood = 'well' | 'cut-off' | 'deaf';

export interface OfficePortal {
  /** For a kiosk's configuration; each kiosk has a name and a key of its own. */
  configurationOf(kioskId: string): Readonly<Record<string, string>>;
  set(mood: PortalMood): void;
  close(): Promise<void>;
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const place = { name: 'Trung tâm Phục vụ hành chính công phường Thử', address: '1 Đường Thử', counter: 'Quầy 2' };
/** From midnight on, so that the next one can be checked in at any hour of a test; none begins after 23:30. */
const spans = [{ from: '00:00', until: '23:45' }];

const services: readonly PortalService[] = [
  {
    service: {
      id: 'ho-tich',
      name: { vi: 'Hộ tịch', en: 'Births, marriages, deaths' },
      place,
      contact: '028 0000 0000',
    },
    procedureCodes: ['1.001193'],
    spans,
    slotMinutes: 15,
    capacity: 3,
  },
  {
    service: { id: 'sao-y', name: { vi: 'Sao y giấy tờ', en: 'Certified copies' }, place, contact: null },
    procedureCodes: ['2.000815'],
    spans,
    slotMinutes: 15,
    capacity: 1,
  },
];

export async function openOfficePortal(): Promise<OfficePortal> {
  let mood: PortalMood = 'well';
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-portal-'));
  const door = await openPortalDoor(0);
  const moody =
    (listener: PortalListener): PortalListener =>
    async (request, response) => {
      if (mood === 'cut-off') {
        request.socket.destroy();
        return;
      }
      if (mood === 'deaf' && (request.method === 'POST' || request.method === 'PUT' || request.method === 'PATCH')) {
        mood = 'well';
        // Carried out, and the line goes before a byte of the answer has left.
        response.end = () => {
          request.socket.destroy();
          return response;
        };
      }
      await listener(request, response);
    };
  const server = await createPortalServer({
    door: { ...door, serve: (listener) => door.serve(moody(listener)) },
    databasePath: null,
    clock: { nowMs: () => Date.now() },
    logger: quiet,
    dossiers: [],
    services,
    isOpenDay: () => true,
    sendCode: () => undefined,
  });
  return {
    configurationOf: (kioskId) => {
      const key = randomBytes(32).toString('base64url');
      const keyFile = join(folder, `${kioskId}.key`);
      writeFileSync(keyFile, key, { mode: 0o600 });
      server.register(kioskId, key);
      return { url: server.address, kioskId, keyFile };
    },
    set: (next) => {
      mood = next;
    },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
