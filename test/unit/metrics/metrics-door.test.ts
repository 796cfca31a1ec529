/** The door Prometheus comes through: one path of one address, bounded, and never in the kiosk's way. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetricsDoor } from '../../../main/adapters/metrics/create-metrics-door.ts';
import { judgeScrape, wantsOpenMetrics } from '../../../main/adapters/metrics/judge-scrape.ts';
import { createScrapeBudget } from '../../../main/adapters/metrics/scrape-budget.ts';
import type { KioskStatus } from '../../../main/contract/status.ts';
import { makeStatus } from '../../fakes/make-kiosk-status.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const loopback = '127.0.0.1';

async function openDoor(status: () => Promise<KioskStatus> = () => Promise.resolve(makeStatus())) {
  const logger = createRecordingLogger();
  const timer = createManualSchedule();
  const clock = createManualClock();
  const door = createMetricsDoor({ listen: { host: loopback, port: 0 }, clock, schedule: timer.schedule, logger });
  onTestFinished(() => door.close());
  await door.open(status);
  const port = door.port() ?? 0;
  return { door, logger, timer, clock, port, ask: (options: Asking = {}) => ask(port, options) };
}

interface Asking {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(port: number, { method = 'GET', path = '/metrics', headers = {} }: Asking) {
  const asked = request({ host: loopback, port, method, path, headers, agent: false });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of response) {
    body += String(chunk);
  }
  return { status: response.statusCode, headers: response.headers, body };
}

describe('the metrics door', () => {
  it('answers GET /metrics, in OpenMetrics where that is understood', async () => {
    const { ask: scrape } = await openDoor();
    const answer = await scrape({ headers: { Accept: 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5' } });
    expect(answer).toMatchObject({
      status: 200,
      body: expect.stringMatching(/kiosk_catalogue_number 7\n[^]*# EOF\n$/u),
    });
    expect(answer.headers['content-type']).toContain('application/openmetrics-text');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await scrape({ headers: { Accept: 'text/plain' } })).headers['content-type']).toContain('text/plain');
  });

  it.each<[string, Asking, number]>([
    ['another path', { path: '/' }, 404],
    ['the path with a question', { path: '/metrics?name=a' }, 404],
    ['a path that climbs', { path: '/../metrics' }, 404],
    ['a whole address', { path: 'http://example.vn/metrics' }, 404],
    ['another method', { method: 'POST' }, 405],
    ['the head alone', { method: 'HEAD' }, 405],
    ['OPTIONS', { method: 'OPTIONS' }, 405],
    ['a foreign name', { headers: { Host: 'kiosk.attacker.example' } }, 403],
    ['another port', { headers: { Host: `${loopback}:1` } }, 403],
    ['a page of a browser', { headers: { Origin: 'https://attacker.example' } }, 403],
    ['a browser', { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
  ])('answers nothing to %s', async (_what, asking, status) => {
    const { ask: scrape } = await openDoor();
    expect(await scrape(asking)).toMatchObject({ status, body: '' });
  });

  it('lets one address ask ten times at once, then every two seconds', async () => {
    const { ask: scrape, clock } = await openDoor();
    const statuses = [];
    for (let time = 0; time < 12; time += 1) {
      statuses.push((await scrape()).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    clock.nowIsMs += 2_000;
    expect((await scrape()).status).toBe(200);
  });

  it('turns away whoever comes when sixteen are there, and answers again when they have gone', async () => {
    const { port, ask: scrape } = await openDoor();
    const idle = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const socket = connect(port, loopback);
        await once(socket, 'connect');
        return socket;
      }),
    );
    await expect(scrape()).rejects.toThrow();
    await Promise.all(
      idle.map(async (socket) => {
        const closed = once(socket, 'close');
        socket.destroy();
        await closed;
      }),
    );
    // The server hears of the last one's end a moment later.
    let status: number | undefined;
    while (status === undefined) {
      ({ status } = await scrape().catch(() => ({ status: undefined })));
    }
    expect(status).toBe(200);
  });

  it('answers that it does not know where the kiosk fails, and says so in the log', async () => {
    const { ask: scrape, logger } = await openDoor(() => Promise.reject(new Error('journal gone')));
    expect(await scrape()).toMatchObject({ status: 200, body: expect.stringContaining('kiosk_status_known 0') });
    expect(logger.entries).toContainEqual(
      expect.objectContaining({ level: 'error', fields: { reason: 'journal gone' } }),
    );
  });

  it('does not wait for a kiosk that hangs', async () => {
    const asked = Promise.withResolvers<void>();
    const { ask: scrape, timer } = await openDoor(() => {
      asked.resolve();
      return new Promise<never>(() => undefined);
    });
    const answer = scrape();
    await asked.promise;
    await setImmediate();
    timer.advance(3_000);
    expect((await answer).body).toContain('kiosk_status_known 0');
  });

  it('says what to do where the port is taken, and closes without having opened', async () => {
    const { port } = await openDoor();
    const second = createMetricsDoor({
      listen: { host: loopback, port },
      clock: createManualClock(),
      schedule: createManualSchedule().schedule,
      logger: createRecordingLogger(),
    });
    await expect(second.open(() => Promise.resolve(makeStatus()))).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(`metrics.listen ${loopback}:${port}`),
    });
    await second.close();
  });

  it('is shut by close, connections that are kept open among them', async () => {
    const { door, port } = await openDoor();
    const socket = connect(port, loopback);
    await once(socket, 'connect');
    const ended = once(socket, 'close');
    socket.on('error', () => undefined);
    await door.close();
    await ended;
    await expect(ask(port, {})).rejects.toThrow('ECONNREFUSED');
  });
});

describe('who is answered', () => {
  const headers = { host: '[fd00::7]:9464' };

  it('knows an address of the sixth version in brackets, and port 80 with and without', () => {
    const asked = { method: 'GET', url: '/metrics', headers };
    expect(judgeScrape(asked, { host: 'fd00::7', port: 9464 })).toBe(200);
    expect(judgeScrape({ ...asked, headers: { host: '10.0.0.7' } }, { host: '10.0.0.7', port: 80 })).toBe(200);
    expect(judgeScrape({ ...asked, headers: {} }, { host: '10.0.0.7', port: 80 })).toBe(403);
  });

  it('gives the newer form unless the other is asked for', () => {
    expect(wantsOpenMetrics({ headers: {} })).toBe(true);
    expect(wantsOpenMetrics({ headers: { accept: 'text/html' } })).toBe(false);
  });
});

describe('the budget', () => {
  it('is each address its own, and forgets the longest silent of many', () => {
    const budget = createScrapeBudget();
    const takeAll = (address: string) => Array.from({ length: 11 }, () => budget.take(address, 0)).filter(Boolean);
    expect(takeAll('stranger')).toHaveLength(10);
    expect(budget.take('prometheus', 0)).toBe(true);
    expect(budget.take('stranger', 0)).toBe(false);
    for (let number = 0; number < 300; number += 1) {
      budget.take(String(number), 0);
    }
    expect(takeAll('stranger')).toHaveLength(10);
  });

  it('gives nothing for a clock that was set back', () => {
    const budget = createScrapeBudget();
    for (let time = 0; time < 10; time += 1) {
      budget.take('a', 1_000_000);
    }
    expect(budget.take('a', 0)).toBe(false);
    expect(budget.take('a', 2_000)).toBe(true);
  });
});
