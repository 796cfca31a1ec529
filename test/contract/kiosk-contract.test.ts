/** One suite for every way into the core: in-process, over a MessageChannel, over the loopback WebSocket. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodName, Params, Result } from '../../main/contract/methods.ts';
import type { Kiosk } from '../../main/core/kiosk.ts';
import { startKiosk } from '../../main/hosts/start-kiosk.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../scripts/virtual-printer/start-virtual-printer.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { type PageCaller, pageWays } from './page-ways.ts';

const isBuilt = existsSync('dist/catalogue/catalogue.db') && existsSync('dist/page/index.html');

describe.skipIf(!isBuilt).each(Object.entries(pageWays))(
  'the contract %s (skipped where dist/ is not built: npm run check builds it)',
  (_way, openCaller) => {
    let folder: string;
    let printer: VirtualPrinter;
    let kiosk: Kiosk;
    let caller: PageCaller;
    let lastId = 0;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kiosk-contract-'));
      printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'slips') });
      const configurationPath = join(folder, 'site.json');
      writeFileSync(
        configurationPath,
        JSON.stringify({
          office: { name: 'Phường Thử' },
          printer: { target: `virtual:${printer.port}` },
          reader: { target: null },
        }),
      );
      const options = { configurationPath, catalogueFolder: 'dist/catalogue', dataFolder: join(folder, 'data') };
      kiosk = await startKiosk(options, createRecordingLogger());
      expect(kiosk.startFailure).toBeNull();
      caller = await openCaller(kiosk);
    });
    afterAll(async () => {
      await caller.close();
      await kiosk.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>> {
      lastId += 1;
      const reply = await caller.ask({ id: lastId, method, params });
      if (!reply.ok) {
        throw new Error(`${reply.error.code}: ${reply.error.message}`);
      }
      // dispatch parsed the result by the same table; JSON carried it.
      return reply.result as Result<M>;
    }

    it('describes the kiosk', async () => {
      const description = await call('kiosk.describe', {});
      expect(description.office.name).toBe('Phường Thử');
      expect(description.catalogue.procedureCount).toBeGreaterThanOrEqual(20);
      expect(JSON.stringify(description)).not.toContain('virtual:');
    });

    it('leads from home to a procedure', async () => {
      const home = await call('catalogue.home', {});
      expect(home.tiles.map((tile) => tile.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      const { rows, total } = await call('catalogue.list', { of: { kind: 'tile', number: 2 }, offset: 0, limit: 10 });
      expect(rows).toHaveLength(Math.min(10, total));
      const { procedure, portalUrl } = await call('procedures.get', { code: '1.001193' });
      expect(procedure.shortTitle).toBe('Đăng ký khai sinh');
      expect(portalUrl).toContain('1.001193');
    });

    it('tells when a file would be done, and nothing where the time is words only', async () => {
      const { nowMs, dueDates } = await call('procedures.dueDates', { code: '1.013978' });
      expect(dueDates.map(({ channel }) => channel)).toEqual(['direct', 'postal', 'online']);
      expect(dueDates.every(({ day, countedFrom }) => day > countedFrom)).toBe(true);
      expect(Math.abs(nowMs - Date.now())).toBeLessThan(60_000);
      expect((await call('procedures.dueDates', { code: '1.004859' })).dueDates).toEqual([]);
    });

    it('lists fields, everything, and life events with their procedures', async () => {
      const fields = await call('catalogue.fields', {});
      const all = await call('catalogue.list', { of: { kind: 'all' }, offset: 0, limit: 200 });
      expect(fields.reduce((sum, field) => sum + field.procedureCount, 0)).toBe(all.total);
      const event = await call('lifeEvents.get', { id: 'sinh-con' });
      expect(event.stages[0]?.choices[0]?.row?.code).toBe('1.001193');
    });

    it('is browsed by place and letter, narrowed, and leads on', async () => {
      const page = { offset: 0, limit: 200 };
      const all = await call('catalogue.list', { of: { kind: 'all' }, ...page });
      for (const { agency, procedureCount } of await call('catalogue.agencies', {})) {
        const { total } = await call('catalogue.list', { of: { kind: 'agency', agency }, ...page });
        expect(total).toBe(procedureCount);
      }
      for (const { letter, procedureCount } of await call('catalogue.letters', {})) {
        const { total } = await call('catalogue.list', { of: { kind: 'letter', letter }, ...page });
        expect(total).toBe(procedureCount);
      }
      const online = await call('catalogue.list', { of: { kind: 'all' }, filters: { online: true }, ...page });
      expect(online.rows).toHaveLength(all.counts.online);
      expect(online.rows.every(({ onlineService }) => onlineService !== 'none')).toBe(true);
      const { sections } = await call('procedures.related', { code: '1.001193' });
      expect(sections[0]).toMatchObject({ relation: 'life-event', lifeEvent: { id: 'sinh-con' } });
    });

    it('searches', async () => {
      const answer = await call('procedures.search', { words: 'dang ky khai sinh', limit: 5 });
      expect(answer.hits[0]?.code).toBe('1.001193');
      expect(answer.hits[0]?.highlights).toEqual([[0, 17]]);
    });

    it('previews a slip, prints it, and ends the session', async () => {
      const request = { kind: 'checklist', code: '1.001193', caseId: null, language: 'vi', large: false } as const;
      const preview = await call('printing.preview', request);
      expect(preview.spokenText).toContain('Giấy chứng sinh');
      expect(Buffer.from(preview.pngBase64, 'base64').subarray(1, 4).toString()).toBe('PNG');
      expect(await call('printing.print', request)).toMatchObject({ outcome: 'accepted', job: { state: 'queued' } });
      expect(
        readFileSync(await printer.slip(1))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
      expect(await call('session.end', {})).toEqual({});
    });

    it.each([
      ['an unknown code', 'procedures.get', { code: '9.999999' }, 'not-found'],
      ['due dates of an unknown code', 'procedures.dueDates', { code: '9.999999' }, 'not-found'],
      ['a code that is none', 'procedures.get', { code: "1' OR 1=1" }, 'invalid-request'],
      ['an unknown life event', 'lifeEvents.get', { id: 'nothing' }, 'not-found'],
      ['a filter of another name', 'catalogue.fields', { filters: { cheap: true } }, 'invalid-request'],
      ['relations of an unknown code', 'procedures.related', { code: '9.999999' }, 'not-found'],
      ['a page too long', 'catalogue.list', { of: { kind: 'all' }, offset: 0, limit: 100_000 }, 'invalid-request'],
      ['a method of the object itself', 'hasOwnProperty', {}, 'unknown-method'],
      ['a query beyond all measure', 'procedures.search', { words: 'a'.repeat(20_001), limit: 1 }, 'invalid-request'],
    ])('refuses %s by name', async (_what, method, params, code) => {
      lastId += 1;
      expect(await caller.ask({ id: lastId, method, params })).toMatchObject({ ok: false, error: { code } });
    });
  },
);
