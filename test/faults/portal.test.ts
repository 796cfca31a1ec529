/**
 * A portal that misbehaves in every way a network can, over real sockets: what the citizen is told and how soon, what staff
 * see, how often it was asked, and that no log line says whom or what it was about.
 */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createPortalFetcher } from '../../main/adapters/portal/create-portal-fetcher.ts';
import { portalOverviewSchema } from '../../main/contract/portal.ts';
import { createPortalClient } from '../../main/core/portal/create-portal-client.ts';
import { scheduleAfter } from '../../main/hosts/supervisor.ts';
import { type FaultyPortal, sendJson, startFaultyPortal } from '../fakes/faulty-portal.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { type Certificates, hasOpenssl, makeCertificates } from '../fixtures/portal/make-certificates.ts';
import {
  bookingKey,
  cardProof,
  dossierBody,
  dossierCode,
  holderName,
  progressBody,
  secrets,
} from '../fixtures/portal/portal-bodies.ts';
import { temporaryFolder } from '../unit/catalogue/temporary-folder.ts';

const deviceKey = 'device-key-of-tests-0123456789';
const wish = { procedureCode: '1.001193', day: '2026-07-23', from: '08:30', name: holderName };
const yearMs = 365 * 24 * 60 * 60 * 1_000;

function openWorld(url: string, authorityFile: string | null = null) {
  const keyFile = join(temporaryFolder(), 'portal.key');
  writeFileSync(keyFile, deviceKey);
  chmodSync(keyFile, 0o600);
  const logger = createRecordingLogger();
  const client = createPortalClient({
    fetcher: createPortalFetcher({ url, kioskId: 'kiosk-1', keyFile, authorityFile }),
    clock: { nowMs: () => Date.now() },
    schedule: scheduleAfter,
    logger,
    random: () => 0.5,
  });
  onTestFinished(() => client.close());
  return { client, logger };
}

type World = ReturnType<typeof openWorld>;

/** The longest a citizen waits: the client's five seconds, and what this machine needs besides. */
const citizenMs = 5_500;

/** Asks for the progress of a dossier; fails where it took too long, or where anything secret is written or shown. */
async function askProgress(world: World, longestMs = citizenMs) {
  const startedAtMs = performance.now();
  const answer = await world.client.progress(dossierCode);
  expect(performance.now() - startedAtMs).toBeLessThan(longestMs);
  expectNoSecrets(world);
  return answer;
}

function expectNoSecrets({ client, logger }: World): void {
  const told = JSON.stringify([logger.entries, portalOverviewSchema.parse(client.overview())]);
  for (const secret of [...secrets, deviceKey, 'v1/']) {
    expect(told).not.toContain(secret);
  }
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
}

function flood(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(100_000, ' ');
  let leftBytes = 50_000_000;
  const send = (): void => {
    while (leftBytes > 0 && !response.destroyed) {
      leftBytes -= piece.length;
      if (!response.write(piece)) {
        response.once('drain', send);
        return;
      }
    }
    response.end();
  };
  send();
}

interface Fault {
  readonly what: string;
  readonly answer: (response: ServerResponse) => void;
  readonly reason: string;
  /** What staff read. */
  readonly detail: string;
  readonly timesAsked: number;
  /** Whether a booking that meets it may have been carried out. */
  readonly unsure: boolean;
}

const faults: readonly Fault[] = [
  {
    what: '401',
    answer: (response) =>
      sendJson(response, 401, { code: 'unauthorised', title: 'No' }, { 'www-authenticate': 'Bearer' }),
    reason: 'failing',
    detail: 'portal.keyFile',
    timesAsked: 1,
    unsure: false,
  },
  {
    what: '404 of somebody else',
    answer: (response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>'),
    reason: 'failing',
    detail: 'an error of its own (404)',
    timesAsked: 1,
    unsure: true,
  },
  {
    what: '429 with Retry-After',
    answer: (response) => sendJson(response, 429, { code: 'rate-limited', title: 'Wait' }, { 'retry-after': '30' }),
    reason: 'busy',
    detail: 'asks to wait (429)',
    timesAsked: 1,
    unsure: false,
  },
  {
    what: '500',
    answer: (response) => void response.writeHead(500).end('Internal error'),
    reason: 'failing',
    detail: 'an error of its own (500)',
    timesAsked: 3,
    unsure: true,
  },
  {
    what: 'JSON that is none',
    answer: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"stage":'),
    reason: 'failing',
    detail: 'no JSON',
    timesAsked: 1,
    unsure: true,
  },
  {
    what: 'JSON of another form',
    answer: (response) => sendJson(response, 200, { ...progressBody, percent: 'sixty', appointmentCode: '<script>' }),
    reason: 'failing',
    detail: 'a form this kiosk does not know',
    timesAsked: 1,
    unsure: true,
  },
  { what: '50 MB', answer: flood, reason: 'failing', detail: 'longer than 524288 bytes', timesAsked: 1, unsure: true },
  { what: 'a slow drip', answer: drip, reason: 'slow', detail: 'no whole answer', timesAsked: 1, unsure: true },
  {
    what: 'an answer broken off in the middle',
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"dossierCode":', () => response.destroy());
    },
    reason: 'offline',
    detail: 'broken off',
    timesAsked: 3,
    unsure: true,
  },
];

describe('a portal that answers with', () => {
  it.each(faults)('$what', async ({ answer, reason, detail, timesAsked, unsure }) => {
    const portal = await startFaultyPortal();
    portal.answerWith(answer);
    const [world, writing] = [openWorld(portal.url), openWorld(portal.url)];
    const [progress, booking] = await Promise.all([askProgress(world), writing.client.book(bookingKey, wish)]);
    expect(progress).toMatchObject({ ok: false, trouble: { reason, unsure: false } });
    expect(booking).toMatchObject({ ok: false, trouble: { reason, unsure } });
    expect(portal.heard.filter(({ method }) => method === 'GET')).toHaveLength(timesAsked);
    expect(portal.heard.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(world.client.overview()).toMatchObject({ trouble: reason, origin: new URL(portal.url).origin });
    expect(world.client.overview().detail).toContain(detail);
    expect(world.logger.entries).toHaveLength(1);
    expectNoSecrets(writing);
  });

  it('404 as the API says knows no such dossier, which is no trouble', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => sendJson(response, 404, { code: 'not-found', title: 'There is none.' }));
    const world = openWorld(portal.url);
    expect(await askProgress(world)).toEqual({ ok: true, value: null });
    expect(world.client.overview()).toMatchObject({ trouble: null, circuit: 'closed' });
  });

  it('a redirect to another host gives that host nothing', async () => {
    const [portal, other] = await Promise.all([startFaultyPortal(), startFaultyPortal()]);
    other.answerWith((response) => sendJson(response, 200, progressBody));
    for (const status of [301, 302, 303, 307, 308]) {
      portal.answerWith((response) => void response.writeHead(status, { location: `${other.url}v1/x` }).end());
      const world = openWorld(portal.url);
      expect(await askProgress(world)).toMatchObject({ ok: false, trouble: { reason: 'failing' } });
      expect(await world.client.dossier(dossierCode, cardProof)).toMatchObject({ ok: false });
      expect(world.client.overview().detail).toContain('points elsewhere');
      expectNoSecrets(world);
    }
    expect([portal.heard.length, other.heard.length]).toEqual([10, 0]);
  });

  it('failures in a row is left alone, so that the next citizen is told at once', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => void response.writeHead(500).end());
    const world = openWorld(portal.url);
    await askProgress(world);
    await askProgress(world);
    expect([portal.heard.length, world.client.overview().circuit]).toEqual([5, 'open']);
    const startedAtMs = performance.now();
    expect(await world.client.progress(dossierCode)).toMatchObject({ ok: false, trouble: { reason: 'failing' } });
    expect(performance.now() - startedAtMs).toBeLessThan(50);
    expect(portal.heard).toHaveLength(5);
  });
});

describe('no portal at all', () => {
  it.each([
    ['a connection that is refused', 'http://127.0.0.1:1/', 'refuses the connection'],
    ['a name nobody knows', 'https://portal.invalid/', 'name'],
  ])('%s is off-line', async (_what, url, detail) => {
    const world = openWorld(url);
    expect(await askProgress(world)).toMatchObject({ ok: false, trouble: { reason: 'offline' } });
    expect(world.client.overview().detail).toContain(detail);
    expect(await world.client.book(bookingKey, wish)).toMatchObject({ trouble: { unsure: false } });
    expectNoSecrets(world);
  });
});

describe('clocks a year apart', () => {
  it.each([
    ['ahead', yearMs],
    ['behind', -yearMs],
  ])('the portal’s %s change no answer; staff are told', async (_what, differenceMs) => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => {
      response.sendDate = false;
      sendJson(response, 200, progressBody, { date: new Date(Date.now() + differenceMs).toUTCString() });
    });
    const world = openWorld(portal.url);
    expect(await askProgress(world, 1_000)).toMatchObject({ ok: true, value: { percent: 60 } });
    const seen = world.client.overview().clockDifferenceMs ?? 0;
    expect(Math.abs(seen - differenceMs)).toBeLessThan(5_000);
    expect(world.logger.entries).toMatchObject([{ level: 'warn', message: expect.stringContaining('clock') }]);
  });
});

describe.skipIf(!hasOpenssl)('a wrong certificate (skipped where there is no openssl)', () => {
  let made: ReturnType<typeof makeCertificates>;
  beforeAll(() => {
    made = makeCertificates();
  });
  afterAll(() => rmSync(made.folder, { recursive: true, force: true }));

  async function startPortal(kind: Exclude<keyof Certificates, 'authorityFile'>): Promise<FaultyPortal> {
    const portal = await startFaultyPortal(made[kind]);
    portal.answerWith((response) => sendJson(response, 200, progressBody));
    return portal;
  }

  it.each([
    ['selfSigned', 'nobody known signed it'],
    ['wrongName', 'another name'],
    ['expired', 'check the date and time of this machine'],
    ['notYetValid', 'check the date and time of this machine'],
  ] as const)('%s is not talked to, and staff read why', async (kind, detail) => {
    const portal = await startPortal(kind);
    const world = openWorld(portal.url, made.authorityFile);
    expect(await askProgress(world, 1_500)).toMatchObject({
      ok: false,
      trouble: { reason: 'offline', retryAtMs: null },
    });
    expect(await world.client.book(bookingKey, wish)).toMatchObject({ trouble: { reason: 'offline', unsure: false } });
    expect(world.client.overview().detail).toContain(detail);
    expect(portal.heard).toEqual([]);
    expectNoSecrets(world);
  });

  it('is no matter where it is right', async () => {
    const portal = await startPortal('right');
    expect(await askProgress(openWorld(portal.url, made.authorityFile))).toMatchObject({ ok: true });
    portal.answerWith((response) => sendJson(response, 200, dossierBody));
    const world = openWorld(portal.url, made.authorityFile);
    expect(await world.client.dossier(dossierCode, cardProof)).toMatchObject({ value: { outcome: 'shown' } });
    expectNoSecrets(world);
  });
});
