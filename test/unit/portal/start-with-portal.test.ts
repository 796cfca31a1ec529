/** A kiosk that is started with a portal in its configuration asks that portal; one whose key cannot be used says so. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Kiosk } from '../../../main/core/kiosk.ts';
import { startKiosk } from '../../../main/hosts/start-kiosk.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { keyOf, startReferencePortal } from './reference-portal-world.ts';

const isBuilt = existsSync('dist/catalogue/catalogue.db');

async function startWith(url: string, keyMode: number): Promise<Kiosk> {
  const folder = temporaryFolder();
  const keyFile = join(folder, 'portal.key');
  writeFileSync(keyFile, keyOf('kiosk-1'), { mode: keyMode });
  const configurationPath = join(folder, 'site.json');
  const portal = { url, kioskId: 'kiosk-1', keyFile };
  const devices = { printer: { target: null }, reader: { target: null } };
  writeFileSync(configurationPath, JSON.stringify({ office: { name: 'Phường Thử' }, ...devices, portal }));
  const options = { configurationPath, catalogueFolder: 'dist/catalogue', dataFolder: join(folder, 'data') };
  const kiosk = await startKiosk(options, createRecordingLogger());
  onTestFinished(() => kiosk.close());
  return kiosk;
}

it('a key that others may read is refused at the start, with what to do', async () => {
  const { startFailure } = await startWith('https://portal.example/', 0o644);
  expect(startFailure).toMatchObject({ code: 'configuration-invalid', message: expect.stringContaining('chmod 600') });
});

it.skipIf(!isBuilt)(
  'a right one opens the portal (skipped where dist/ is not built: npm run check builds it)',
  async () => {
    const world = await startReferencePortal();
    onTestFinished(() => world.close());
    const kiosk = await startWith(world.portal.address, 0o600);
    expect(kiosk.startFailure).toBeNull();
    const slots = await kiosk.handlers['appointments.slots']({ code: '1.001193' });
    expect(slots).toMatchObject({ outcome: 'slots' });
    expect(await kiosk.staffHandlers['portal.overview']({})).toMatchObject({
      origin: world.portal.address.slice(0, -1),
      circuit: 'closed',
      trouble: null,
    });
  },
);
