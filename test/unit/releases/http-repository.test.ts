/** The kiosk's way to a repository against servers that drip, lie, send elsewhere, never end or are somebody else. */
import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createHttpRepository } from '../../../main/adapters/releases/create-http-repository.ts';
import type { Clock, ReleaseRepository, RepositoryFetchError } from '../../../main/core/ports.ts';
import { scheduleAfter } from '../../../main/hosts/supervisor.ts';
import { startFaultyPortal } from '../../fakes/faulty-portal.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createManualSchedule, type ManualSchedule } from '../../fakes/manual-schedule.ts';
import { answerHead, type RawServer, startRawServer } from '../../fakes/raw-server.ts';
import { until } from '../../fakes/until.ts';
import { type Certificates, hasOpenssl, makeCertificates } from '../../fixtures/portal/make-certificates.ts';
import { fetchFailure, fetchOnce, repositoryRequest } from '../../fixtures/releases/fetch-file.ts';
import { timestampPath } from '../../fixtures/releases/repository-folder.ts';

const path = `targets/catalogue/${'a'.repeat(64)}.rows-1.zst`;
const etag = '"65-ab"';
const content = 'x'.repeat(100);

interface Ways {
  readonly authorityFile?: string | null;
  readonly clock?: Clock;
  /** Time goes by its hand alone. */
  readonly schedule?: ManualSchedule;
  readonly minimumBytesPerSecond?: number;
}

function openRepository(url: string, ways: Ways = {}): ReleaseRepository {
  const { schedule } = ways;
  const repository = createHttpRepository({
    url,
    authorityFile: ways.authorityFile ?? null,
    minimumBytesPerSecond: ways.minimumBytesPerSecond ?? 1_000,
    clock: ways.clock ?? { nowMs: () => Date.now() },
    schedule: schedule?.schedule ?? scheduleAfter,
    ...(schedule === undefined ? {} : { elapsedMs: () => schedule.elapsedMs }),
  });
  onTestFinished(() => repository.close());
  return repository;
}

/** Answers everything with the same bytes. */
function startSaying(...texts: readonly string[]): Promise<RawServer> {
  return startRawServer((socket) => void socket.write(texts.join('')));
}

async function failureAt(url: string, changes: Parameters<typeof repositoryRequest>[1] = {}) {
  return fetchFailure(openRepository(url), path, changes);
}

describe('a request', () => {
  it('asks for the plain bytes, and for the rest of them where a strong tag vouches for the beginning', async () => {
    const server = await startSaying(answerHead('200 OK', { 'Content-Length': 100, ETag: etag }), content);
    const repository = openRepository(server.url);
    expect(await fetchOnce(repository, path)).toMatchObject({ etag, totalBytes: 100, offsetBytes: 0 });
    await fetchOnce(repository, path, { offsetBytes: 40, etag });
    await fetchOnce(repository, path, { offsetBytes: 40, etag: `W/${etag}` });
    const [first, second, third] = server.heard;
    expect(first).toContain(`GET /releases/${path} HTTP/1.1\r\n`);
    expect(first?.toLowerCase()).toContain('accept-encoding: identity\r\n');
    expect(first?.toLowerCase()).not.toContain('range');
    expect(second).toContain(`range: bytes=40-\r\nif-range: ${etag}\r\n`);
    expect(third).not.toContain('range');
  });

  it.each(['../secret', 'metadata/../../secret', '/metadata/timestamp.json', 'metadata/root.json', 'targets/x', ''])(
    'is never made for %s',
    async (foreign) => {
      const server = await startSaying(answerHead('200 OK', { 'Content-Length': 0 }));
      expect(await fetchFailure(openRepository(server.url), foreign)).toMatchObject({ reason: 'not-found' });
      expect(server.heard).toEqual([]);
    },
  );
});

describe('an answer', () => {
  it.each<[string, string, RepositoryFetchError['reason'], string]>([
    ['404', answerHead('404 Not Found', { 'Content-Length': 0 }), 'not-found', '404'],
    ['403, as stores hide what they have not got', answerHead('403 No', { 'Content-Length': 0 }), 'not-found', '403'],
    [
      'a redirect',
      answerHead('302 Found', { Location: 'https://other.example/', 'Content-Length': 0 }),
      'bad-answer',
      'redirects are not followed',
    ],
    ['a redirect for good', answerHead('308 Moved', { Location: '/x', 'Content-Length': 0 }), 'bad-answer', '308'],
    ['304 to a question without a tag', answerHead('304 Not Modified'), 'bad-answer', '304'],
    ['204', answerHead('204 No Content'), 'bad-answer', '204'],
    ['401', answerHead('401 Who', { 'Content-Length': 0 }), 'bad-answer', '401'],
    ['500', answerHead('500 Oh', { 'Content-Length': 0 }), 'unreachable', '500'],
    ['408', answerHead('408 Late', { 'Content-Length': 0 }), 'timeout', '408'],
    [
      'packed bytes',
      answerHead('200 OK', { 'Content-Encoding': 'gzip', 'Content-Length': 3 }) + 'abc',
      'bad-answer',
      'packs',
    ],
    [
      'a part nobody asked for',
      answerHead('206 Part', { 'Content-Range': 'bytes 0-2/3', 'Content-Length': 3 }) + 'abc',
      'bad-answer',
      '206',
    ],
    ['416 to a question without a range', answerHead('416 No', { 'Content-Length': 0 }), 'bad-answer', '416'],
    ['garbage', '\u0010\u0004 READY\r\n\r\n', 'bad-answer', 'no repository'],
    [
      'two lengths',
      answerHead('200 OK', { 'Content-Length': '3\r\nContent-Length: 4' }) + 'abcd',
      'bad-answer',
      'no repository',
    ],
    [
      'a length and pieces at once',
      answerHead('200 OK', { 'Content-Length': 3, 'Transfer-Encoding': 'chunked' }) + '3\r\nabc\r\n0\r\n\r\n',
      'bad-answer',
      'no repository',
    ],
    [
      'pieces that are none',
      answerHead('200 OK', { 'Transfer-Encoding': 'chunked' }) + 'zz\r\nabc\r\n',
      'bad-answer',
      'no repository',
    ],
    ['more headers than are taken', answerHead('200 OK', { 'X-Long': 'x'.repeat(60_000) }), 'bad-answer', 'headers'],
  ])('of %s is told by its reason', async (_what, text, reason, words) => {
    const server = await startSaying(text);
    const failure = await failureAt(server.url);
    expect(failure).toMatchObject({ reason });
    expect(failure.message).toContain(words);
    expect(server.heard).toHaveLength(1);
  });

  it.each([
    ['Retry-After: 120', 120_000],
    ['Retry-After: 99999999', 24 * 60 * 60_000],
    ['Date: Wed, 22 Jul 2026 02:00:00 GMT\r\nRetry-After: Wed, 22 Jul 2026 02:01:30 GMT', 90_000],
    ['Retry-After: Wed, 22 Jul 2026 02:41:35 GMT', 30_000],
    ['Retry-After: soon', null],
    ['X: y', null],
  ])('that asks to be left alone by "%s" is heard', async (header, retryAfterMs) => {
    for (const status of ['503 Busy', '429 Slowly']) {
      const server = await startSaying(`HTTP/1.1 ${status}\r\n${header}\r\nContent-Length: 0\r\n\r\n`);
      const repository = openRepository(server.url, { clock: createManualClock() });
      expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'unreachable', retryAfterMs });
    }
  });

  it('that is longer than allowed is broken off, whether it says so or never ends', async () => {
    const honest = await startSaying(answerHead('200 OK', { 'Content-Length': 5_000_000 }));
    expect(await failureAt(honest.url, { maximumBytes: 1_000 })).toMatchObject({ reason: 'too-large' });
    await until(() => honest.openSockets === 0);
    let sentBytes = 0;
    const endless = await startRawServer((socket) => {
      socket.write(answerHead('200 OK', { 'Transfer-Encoding': 'chunked' }));
      const send = (): void => {
        while (!socket.destroyed && sentBytes < 50_000_000) {
          sentBytes += 65_536;
          if (!socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`)) {
            socket.once('drain', send);
            return;
          }
        }
      };
      send();
    });
    expect(await failureAt(endless.url, { maximumBytes: 1_000_000 })).toMatchObject({ reason: 'too-large' });
    await until(() => endless.openSockets === 0);
    expect(sentBytes).toBeLessThan(20_000_000);
  });

  it.each([
    ['earlier than it said', (socket: Socket) => socket.end(answerHead('200 OK', { 'Content-Length': 200 }) + content)],
    [
      'within a piece',
      (socket: Socket) => socket.end(`${answerHead('200 OK', { 'Transfer-Encoding': 'chunked' })}64\r\nxx`),
    ],
    [
      'with a reset',
      (socket: Socket) =>
        socket.write(answerHead('200 OK', { 'Content-Length': 200 }) + content, () => socket.resetAndDestroy()),
    ],
    ['before its head', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-')],
  ])('that ends %s is no file', async (_what, say) => {
    const server = await startRawServer((socket) => void say(socket));
    const failure = await failureAt(server.url);
    expect(['unreachable', 'bad-answer']).toContain(failure.reason);
  });
});

describe('the rest of a file', () => {
  const part = (headers: Record<string, string | number>) =>
    answerHead('206 Partial Content', { ETag: etag, 'Content-Length': 60, ...headers }) + 'y'.repeat(60);

  it('is taken where range, length and tag agree', async () => {
    const server = await startSaying(part({ 'Content-Range': 'bytes 40-99/100' }));
    const rest = await fetchOnce(openRepository(server.url), path, { offsetBytes: 40, etag, maximumBytes: 100 });
    expect(rest).toMatchObject({ offsetBytes: 40, totalBytes: 100, etag, bytes: Buffer.from('y'.repeat(60)) });
  });

  it.each<[string, Record<string, string | number>]>([
    ['no range', {}],
    ['another beginning', { 'Content-Range': 'bytes 39-98/100' }],
    ['another end', { 'Content-Range': 'bytes 40-98/100' }],
    ['a length that nobody knows', { 'Content-Range': 'bytes 40-99/*' }],
    ['a range behind its end', { 'Content-Range': 'bytes 40-39/40' }],
    ['a range in other units', { 'Content-Range': 'pages 40-99/100' }],
    ['numbers beyond measure', { 'Content-Range': `bytes 40-${'9'.repeat(30)}/${'9'.repeat(30)}` }],
    ['several ranges', { 'Content-Type': 'multipart/byteranges; boundary=x' }],
    ['a total that the length contradicts', { 'Content-Range': 'bytes 40-199/200' }],
    ['another tag', { 'Content-Range': 'bytes 40-99/100', ETag: '"other"' }],
    ['a weak tag', { 'Content-Range': 'bytes 40-99/100', ETag: `W/${etag}` }],
  ])('with %s is refused', async (_what, headers) => {
    const server = await startSaying(part(headers));
    expect(await failureAt(server.url, { offsetBytes: 40, etag })).toMatchObject({ reason: 'bad-answer' });
  });

  it('that makes the file too long is refused', async () => {
    const server = await startSaying(part({ 'Content-Range': 'bytes 40-99/100' }));
    expect(await failureAt(server.url, { offsetBytes: 40, etag, maximumBytes: 99 })).toMatchObject({
      reason: 'too-large',
    });
  });

  it('that is not there (416) is asked for as a whole, once', async () => {
    const gone = answerHead('416 Range Not Satisfiable', { 'Content-Range': 'bytes */30', 'Content-Length': 0 });
    const server = await startRawServer((socket, head) => {
      socket.write(head.includes('range:') ? gone : answerHead('200 OK', { 'Content-Length': 3, ETag: '"n"' }) + 'new');
    });
    const whole = await fetchOnce(openRepository(server.url), path, { offsetBytes: 40, etag });
    expect(whole).toMatchObject({ offsetBytes: 0, etag: '"n"', bytes: Buffer.from('new') });
    expect(server.heard).toHaveLength(2);
    const stubborn = await startSaying(gone);
    expect(await failureAt(stubborn.url, { offsetBytes: 40, etag })).toMatchObject({ reason: 'bad-answer' });
    expect(stubborn.heard).toHaveLength(2);
  });
});

describe('the timestamp', () => {
  it('that has not changed is not sent again, but now and then all the same', async () => {
    const server = await startRawServer((socket, head) => {
      socket.write(
        head.includes('if-none-match')
          ? answerHead('304 Not Modified', { ETag: etag })
          : answerHead('200 OK', { 'Content-Length': 4, ETag: etag }) + 'time',
      );
    });
    const repository = openRepository(server.url);
    for (let check = 0; check < 14; check += 1) {
      expect((await fetchOnce(repository, timestampPath)).bytes.toString()).toBe('time');
    }
    const isWhole = server.heard.map((head) => !head.includes('if-none-match'));
    expect(isWhole.flatMap((whole, check) => (whole ? [check] : []))).toEqual([0, 13]);
  });

  it('is sent without a tag where it came broken, came without a strong one, or is longer than is now taken', async () => {
    let text = `${answerHead('200 OK', { 'Content-Length': 9, ETag: etag })}time`;
    const server = await startRawServer((socket) => void socket.end(text));
    const repository = openRepository(server.url);
    await fetchFailure(repository, timestampPath);
    text = `${answerHead('200 OK', { 'Content-Length': 4, ETag: `W/${etag}`, Connection: 'close' })}time`;
    await fetchOnce(repository, timestampPath);
    text = `${answerHead('200 OK', { 'Content-Length': 4, ETag: etag, Connection: 'close' })}time`;
    await fetchOnce(repository, timestampPath);
    await fetchFailure(repository, timestampPath, { maximumBytes: 3 });
    expect(server.heard.some((head) => head.includes('if-none-match'))).toBe(false);
  });
});

/** Says the head, then hands over how to say more. */
async function startDripping(): Promise<{ readonly server: RawServer; readonly say: (text: string) => void }> {
  let line: Socket | null = null;
  const server = await startRawServer((socket) => {
    line = socket;
    socket.write(answerHead('200 OK', { 'Content-Length': 1_000_000 }));
  });
  return { server, say: (text) => void line?.write(text) };
}

/** Fetches with a hand on the clock: each byte that comes takes so long. */
async function drip(bytesPerSecond: number, seconds: number, minimumBytesPerSecond?: number) {
  const schedule = createManualSchedule();
  const { server, say } = await startDripping();
  const repository = openRepository(server.url, {
    schedule,
    ...(minimumBytesPerSecond === undefined ? {} : { minimumBytesPerSecond }),
  });
  const { body } = await repository.fetch(repositoryRequest(path));
  let gotBytes = 0;
  const failures: RepositoryFetchError[] = [];
  const reading = (async () => {
    for await (const piece of body) {
      gotBytes += piece.length;
    }
  })().catch((error: RepositoryFetchError) => {
    failures.push(error);
  });
  let second = 0;
  for (; second < seconds && failures.length === 0; second += 1) {
    await schedule.pass(1_000);
    say('x'.repeat(bytesPerSecond));
    await until(() => gotBytes === bytesPerSecond * (second + 1) || failures.length > 0);
  }
  return { second, failures, reading, server, repository, schedule };
}

describe('time', () => {
  it('a download below the least speed is given up after ten seconds, one above it never', async () => {
    const slow = await drip(500, 60);
    expect(slow.failures).toMatchObject([{ reason: 'too-slow' }]);
    expect(slow.second).toBeLessThanOrEqual(11);
    await until(() => slow.server.openSockets === 0);
    const quick = await drip(1_200, 60);
    expect([quick.failures, quick.second]).toEqual([[], 60]);
    await quick.repository.close();
    await quick.reading;
  });

  it('a download that was quick and then stops is given up ten seconds later; without a least speed after thirty', async () => {
    const stalled = await drip(100_000, 5);
    await stalled.schedule.pass(9_000);
    expect(stalled.failures).toEqual([]);
    await stalled.schedule.pass(1_500);
    await stalled.reading;
    expect(stalled.failures).toMatchObject([{ reason: 'too-slow' }]);
    await until(() => stalled.server.openSockets === 0);
    const patient = await drip(1, 40, 0);
    expect(patient.failures).toEqual([]);
    await patient.schedule.pass(29_000);
    expect(patient.server.openSockets).toBe(1);
    await patient.schedule.pass(1_500);
    await until(() => patient.server.openSockets === 0);
  });

  it('a server that says nothing, or drips its head, is given up after twenty seconds', async () => {
    for (const say of [() => undefined, (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\nX: ')]) {
      const schedule = createManualSchedule();
      const server = await startRawServer((socket) => say(socket));
      const failure = fetchFailure(openRepository(server.url, { schedule }), path);
      await until(() => server.heard.length === 1);
      await schedule.pass(19_900);
      expect(server.openSockets).toBe(1);
      await schedule.pass(200);
      expect(await failure).toMatchObject({ reason: 'timeout' });
      await until(() => server.openSockets === 0);
    }
  });

  it('a page of "not found" that never ends does not keep the connection', async () => {
    const schedule = createManualSchedule();
    const server = await startSaying(answerHead('404 Not Found', { 'Content-Length': 100 }), 'x');
    const failure = fetchFailure(openRepository(server.url, { schedule }), path);
    await until(() => server.heard.length === 1);
    // Its head has arrived some turns later; from then on five seconds count.
    const pass = setInterval(() => schedule.advance(1_000), 5);
    expect(await failure).toMatchObject({ reason: 'not-found' });
    clearInterval(pass);
    expect(schedule.elapsedMs).toBeLessThan(19_000);
    await until(() => server.openSockets === 0);
    const endless = await startSaying(answerHead('404 Not Found', { 'Transfer-Encoding': 'chunked' }), '1\r\nx\r\n');
    expect(await failureAt(endless.url)).toMatchObject({ reason: 'not-found' });
    await until(() => endless.openSockets === 0);
  });
});

describe('an end', () => {
  it('by the caller or by close ends what is under way, before the head and within the body', async () => {
    for (const text of ['', answerHead('200 OK', { 'Content-Length': 1_000_000 }) + content]) {
      for (const how of ['signal', 'close'] as const) {
        const server = await startSaying(text);
        const repository = openRepository(server.url);
        const calledOff = new AbortController();
        const failure = fetchFailure(repository, path, { signal: calledOff.signal });
        await until(() => server.heard.length === 1);
        if (how === 'signal') {
          calledOff.abort();
        } else {
          await repository.close();
        }
        expect(await failure).toMatchObject({ reason: 'aborted' });
        await until(() => server.openSockets === 0);
        expect(await fetchFailure(repository, path, { signal: AbortSignal.abort() })).toMatchObject({
          reason: 'aborted',
        });
      }
    }
  });

  it('of reading ends the connection', async () => {
    const server = await startSaying(answerHead('200 OK', { 'Content-Length': 1_000_000 }) + content);
    const { body } = await openRepository(server.url).fetch(repositoryRequest(path));
    const pieces = body[Symbol.asyncIterator]();
    await pieces.next();
    await pieces.return?.();
    await until(() => server.openSockets === 0);
  });
});

describe('nobody there, or somebody else', () => {
  it('is unreachable', async () => {
    expect(await failureAt('http://127.0.0.1:1/')).toMatchObject({ reason: 'unreachable' });
    expect(await failureAt('https://repository.invalid/')).toMatchObject({ reason: 'unreachable' });
  });

  describe.skipIf(!hasOpenssl)('with a certificate (skipped where there is no openssl)', () => {
    let made: ReturnType<typeof makeCertificates>;
    beforeAll(() => {
      made = makeCertificates();
    });
    afterAll(() => rmSync(made.folder, { recursive: true, force: true }));

    it.each([
      ['expired', 'has expired'],
      ['notYetValid', 'not valid yet'],
      ['wrongName', 'another name'],
      ['selfSigned', 'vouches for itself'],
    ] satisfies [keyof Certificates, string][])('that is %s is not asked', async (kind, words) => {
      const server = await startFaultyPortal(made[kind]);
      const failure = await fetchFailure(openRepository(server.url, { authorityFile: made.authorityFile }), path);
      expect(failure).toMatchObject({ reason: 'unreachable' });
      expect(failure.message).toContain(words);
      expect(server.heard).toEqual([]);
    });

    it('that is right is asked', async () => {
      const server = await startFaultyPortal(made.right);
      server.answerWith((response) => void response.writeHead(200, { 'content-length': '3' }).end('yes'));
      const repository = openRepository(server.url, { authorityFile: made.authorityFile });
      expect((await fetchOnce(repository, path)).bytes.toString()).toBe('yes');
    });
  });
});
