/** The reader as a page hears it, over every way it has into the core: its cable, its scans, and who may type one. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Push } from '../../main/contract/envelope.ts';
import { events } from '../../main/contract/events.ts';
import { methods } from '../../main/contract/methods.ts';
import { startKiosk } from '../../main/hosts/start-kiosk.ts';
import { startVirtualScanner } from '../../scripts/virtual-scanner/virtual-scanner.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { payloads } from '../fixtures/scanning-payloads.ts';
import { pageWays } from './page-ways.ts';

const isBuilt = existsSync('dist/catalogue/catalogue.db');
const card = payloads['citizen-card'];

describe.skipIf(!isBuilt).each(Object.entries(pageWays))(
  'the reader %s (skipped where dist/ is not built: npm run check builds it)',
  (_way, openCaller) => {
    async function kioskWith(target: string | null) {
      const folder = mkdtempSync(join(tmpdir(), 'kiosk-reader-contract-'));
      const configurationPath = join(folder, 'site.json');
      const configuration = { office: { name: 'Phường Thử' }, printer: { target: null }, reader: { target } };
      writeFileSync(configurationPath, JSON.stringify(configuration));
      const logger = createRecordingLogger();
      const options = { configurationPath, catalogueFolder: 'dist/catalogue', dataFolder: join(folder, 'data') };
      const kiosk = await startKiosk(options, logger);
      expect(kiosk.startFailure).toBeNull();
      const caller = await openCaller(kiosk);
      onTestFinished(async () => {
        await caller.close();
        await kiosk.close();
        rmSync(folder, { recursive: true, force: true });
      });
      const pushes: Push[] = [];
      caller.onPush((push) => pushes.push(push));
      const told = (event: 'reader.changed' | 'scan.received') =>
        pushes.filter((push) => push.event === event).map(({ payload }) => events[event].parse(payload));
      const readerState = async () => {
        const reply = await caller.ask({ id: 1, method: 'kiosk.describe', params: {} });
        return methods['kiosk.describe'].result.parse(reply.ok ? reply.result : null).reader.state;
      };
      const key = (text: string) => caller.ask({ id: 2, method: 'scanning.keyed', params: { text } });
      return { told, readerState, key, logger };
    }

    it('tells when it is plugged in and pulled out, and what is scanned meanwhile', async () => {
      const { port, close } = await startVirtualScanner({ port: 0 });
      await close();
      const { told, readerState } = await kioskWith(`virtual:${port}`);
      expect(await readerState()).toBe('unplugged');
      const scanner = await startVirtualScanner({ port });
      await vi.waitFor(() => expect(told('reader.changed')).toMatchObject([{ state: 'connected' }]), {
        timeout: 5_000,
      });
      expect(await readerState()).toBe('connected');
      scanner.scan(payloads.dossier.text);
      await vi.waitFor(() => expect(told('scan.received')).toMatchObject([{ kind: 'dossier' }]));
      await scanner.close();
      await vi.waitFor(() => expect(told('reader.changed')).toHaveLength(2));
      expect(told('reader.changed')[1]).toMatchObject({ state: 'unplugged' });
    });

    it.each(['virtual:9', null])('takes no typed scan where the reader is %j', async (target) => {
      const { key, told } = await kioskWith(target);
      expect(await key(card.text)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      expect(told('scan.received')).toEqual([]);
    });

    it('takes typed scans where the reader is a keyboard, and repeats nothing of them', async () => {
      const { key, told, readerState, logger } = await kioskWith('keyboard');
      expect(await readerState()).toBe('keyboard');
      const replies = [await key(card.text), await key('x'.repeat(8_193))];
      expect(replies).toMatchObject([
        { ok: true, result: {} },
        { ok: false, error: { code: 'invalid-request' } },
      ]);
      await vi.waitFor(() => expect(told('scan.received')).toMatchObject([{ kind: 'citizen-card' }]));
      for (const secret of card.secrets) {
        expect(JSON.stringify([replies, told('scan.received'), logger.entries])).not.toContain(secret);
      }
    });
  },
);
