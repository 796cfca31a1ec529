/** The door for pushed releases: who comes in, what may be brought, and what strangers and their floods can do to it. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPushDoor } from '../../../main/adapters/releases/create-push-door.ts';
import type { UpdateOutcome } from '../../../main/contract/updates.ts';
import { bundleLine } from '../../../main/core/releases/bundle-stream.ts';
import { answerProof } from '../../../main/core/releases/push-proof.ts';
import { scheduleAfter } from '../../../main/hosts/supervisor.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { until } from '../../fakes/until.ts';
import { fetchOnce } from '../../fixtures/releases/fetch-file.ts';
import { openPushDoor, pushToken, writeTokenFile } from '../../fixtures/releases/open-push-door.ts';
import {
  fetchNonce,
  headText,
  openLine,
  proofLine,
  pushByHand,
  sayToDoor,
} from '../../fixtures/releases/push-by-hand.ts';
import { timestampPath } from '../../fixtures/releases/repository-folder.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

const open = (more: Partial<Parameters<typeof openPushDoor>[0]> = {}) =>
  openPushDoor({ folder: temporaryFolder(), ...more });

function bundleOf(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    Object.entries(files).flatMap(([path, content]) => [
      bundleLine({ path, bytes: Buffer.byteLength(content) }),
      Buffer.from(content),
    ]),
  );
}

const small = bundleOf({ [timestampPath]: 'time' });

describe('a stranger', () => {
  it.each([
    ['GET', '/', 404],
    ['GET', '/v1/release/', 404],
    ['GET', '/v1/state?x=1', 404],
    ['GET', '/V1/STATE', 404],
    ['POST', '/v1/releases', 404],
    ['GET', '/../etc/passwd', 404],
    ['GET', 'http://127.0.0.1/v1/state', 404],
    ['POST', '/v1/state', 405],
    ['HEAD', '/v1/state', 405],
    ['OPTIONS', '/v1/release', 405],
    ['GET', '/v1/release', 405],
    ['PUT', '/v1/release', 405],
    ['DELETE', '/v1/release', 405],
    ['GET', '/v1/state', 401],
    ['POST', '/v1/release', 401],
  ])('who asks %s %s hears %i and nothing else', async (method, path, status) => {
    const world = await open();
    const answer = await sayToDoor({ port: world.port, method, path, headers: ['Content-Length: 0'] });
    expect([answer.status, answer.body]).toEqual([status, '']);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('kiosk') || name === 'server')).toEqual([]);
    expect(world.taken).toBe(0);
  });

  it.each([
    ['another name', 'kiosk.example:1', 421],
    ['the address without its port', '127.0.0.1', 421],
    ['a name that leads here', 'localhost', 421],
  ])('who calls it by %s is sent off', async (_what, host, status) => {
    const { port } = await open();
    const nonce = await fetchNonce(port);
    expect((await sayToDoor({ port, host, headers: [proofLine({ port, nonce, host })] })).status).toBe(status);
  });

  it('whose page in a browser asks is sent off', async () => {
    const { port } = await open();
    const nonce = await fetchNonce(port);
    const headers = [proofLine({ port, nonce }), 'Origin: https://evil.example'];
    expect((await sayToDoor({ port, headers })).status).toBe(403);
  });

  it('who says no HTTP, or a head that is too long, is hung up on', async () => {
    const { port } = await open();
    for (const text of ['\u0000\u0001garbage\r\n\r\n', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`]) {
      const line = await openLine({ port });
      line.write(text);
      await until(() => line.destroyed);
    }
    expect((await sayToDoor({ port })).status).toBe(401);
  });
});

describe('a proof', () => {
  it('opens the state, and the answer proves that the kiosk knows the token, too', async () => {
    const world = await open({ office: 'ba-dinh' });
    const { port } = world;
    world.standAt({ number: 7, rowsSha256: 'a'.repeat(64), rootVersion: 2 });
    const nonce = await fetchNonce(port);
    const { status, headers, body } = await sayToDoor({ port, headers: [proofLine({ port, nonce })] });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ number: 7, rowsSha256: 'a'.repeat(64), rootVersion: 2, office: 'ba-dinh' });
    expect(headers['kiosk-proof']).toBe(answerProof(pushToken, { nonce, status, body }));
    expect(JSON.stringify(headers) + body).not.toContain(pushToken);
  });

  it.each<[string, Parameters<typeof proofLine>[0] extends infer P ? Partial<P> : never]>([
    ['with another token', { token: 'token-of-another-site-0000000' }],
    ['for another method', { method: 'POST' }],
    ['for another path', { path: '/v1/release' }],
    ['for another kiosk', { host: '127.0.0.2:1' }],
    ['for another length', { lengthBytes: 1 }],
  ])('%s is none, and slows its sender down', async (_what, change) => {
    const world = await open();
    const { port } = world;
    const nonce = await fetchNonce(port);
    const answer = await sayToDoor({ port, headers: [proofLine({ port, nonce, ...change })] });
    expect([answer.status, answer.body]).toEqual([401, '']);
    expect(world.log).toMatchObject([{ level: 'warn', fields: { reason: 'the token is not that of this site' } }]);
    // Right or wrong: for a second nothing is looked at.
    const again = await sayToDoor({ port, headers: [proofLine({ port, nonce })] });
    expect([again.status, again.headers['retry-after']]).toEqual([429, '1']);
  });

  it('that was used is played again in vain, in whatever spelling', async () => {
    const world = await open();
    const { port } = world;
    const nonce = await fetchNonce(port);
    const headers = [proofLine({ port, nonce })];
    expect((await sayToDoor({ port, headers })).status).toBe(200);
    expect((await sayToDoor({ port, headers })).status).toBe(401);
    expect(world.log.at(-1)).toMatchObject({ level: 'warn', fields: { reason: 'a request was played again' } });
    for (const spelling of [`${nonce}A`, `${nonce.slice(0, -1)}${nonce.endsWith('A') ? 'B' : 'A'}`]) {
      expect((await sayToDoor({ port, headers: [proofLine({ port, nonce: spelling })] })).status).toBe(401);
    }
  });

  it('with a nonce of a minute ago, of another run or of one’s own making is none', async () => {
    let nowMs = 0;
    const { port } = await open({ elapsedMs: () => nowMs });
    const stale = await fetchNonce(port);
    nowMs = 60_001;
    const answer = await sayToDoor({ port, headers: [proofLine({ port, nonce: stale })] });
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, expect.stringContaining('stale=true')]);
    const other = await open();
    const foreign = await fetchNonce(other.port);
    for (const nonce of [foreign, 'A'.repeat(43), 'A'.repeat(20)]) {
      expect((await sayToDoor({ port, headers: [proofLine({ port, nonce })] })).status).toBe(401);
    }
  });

  it('that is wrong again and again waits longer each time; another address waits for nobody', async () => {
    let nowMs = 0;
    const { port } = await open({ elapsedMs: () => nowMs });
    const pauses: number[] = [];
    for (let wrong = 0; wrong < 12; wrong += 1) {
      const nonce = await fetchNonce(port);
      await sayToDoor({ port, headers: [proofLine({ port, nonce, token: `wrong-token-number-${wrong}00` })] });
      const barred = await sayToDoor({ port });
      pauses.push(Number(barred.headers['retry-after']));
      expect((await sayToDoor({ port, localAddress: '127.0.0.2' })).status).toBe(401);
      nowMs += (pauses.at(-1) ?? 0) * 1_000;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    // An hour without one, and it begins anew.
    nowMs += 2 * 60 * 60_000;
    const nonce = await fetchNonce(port);
    await sayToDoor({ port, headers: [proofLine({ port, nonce, token: 'wrong-token-number-x00' })] });
    expect((await sayToDoor({ port })).headers['retry-after']).toBe('1');
  });
});

describe('a release', () => {
  it('is handed over whole as a repository, answered with what became of it, and its spool is gone', async () => {
    const world = await open();
    const path = `targets/catalogue/${'a'.repeat(64)}.rows-5.zst`;
    const heard: string[] = [];
    world.takeWith(async (repository) => {
      heard.push((await fetchOnce(repository, timestampPath)).bytes.toString());
      heard.push(`${(await fetchOnce(repository, path)).bytes.length}`);
      return { kind: 'waiting', number: 5 };
    });
    const answer = await pushByHand(world.port, bundleOf({ [timestampPath]: 'time', [path]: 'x'.repeat(500_000) }));
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { kind: 'waiting', number: 5 }]);
    expect(heard).toEqual(['time', '500000']);
    expect(existsSync(world.spoolFolder)).toBe(false);
  });

  it.each<UpdateOutcome>([
    { kind: 'failed', reason: 'rollback', detail: 'release 3 is older than 4' },
    { kind: 'failed', reason: 'bad-signature', detail: '' },
    { kind: 'current', number: 4 },
    { kind: 'busy' },
  ])('that is taken or not is told: %o', async (outcome) => {
    const world = await open();
    world.takeWith(async () => outcome);
    expect(JSON.parse((await pushByHand(world.port, small)).body)).toEqual(outcome);
    expect(existsSync(world.spoolFolder)).toBe(false);
  });

  it.each<[string, Buffer, number, string]>([
    ['a name that leads out', Buffer.from('{"path":"../../x","bytes":1}\nx'), 400, 'bad-answer'],
    ['a name twice', Buffer.concat([small, small]), 400, 'bad-answer'],
    ['no bundle', Buffer.from('PK\u0003\u0004 hello'), 400, 'bad-answer'],
    ['nothing', Buffer.alloc(0), 400, 'bad-answer'],
    ['a file that is cut short', small.subarray(0, small.length - 1), 400, 'bad-answer'],
    [
      'a file larger than is taken',
      Buffer.from('{"path":"metadata/1.root.json","bytes":999999999}\n'),
      413,
      'too-large',
    ],
  ])('with %s is not handed over', async (_what, body, status, reason) => {
    const world = await open();
    const answer = await pushByHand(world.port, body);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([status, { kind: 'failed', reason }]);
    expect([world.taken, existsSync(world.spoolFolder)]).toEqual([0, false]);
    expect(readdirSync(join(world.spoolFolder, '..'))).toEqual(['push.token']);
  });

  it('whose length is not told, or is more than is taken, is refused before a byte of it', async () => {
    const world = await open();
    const asked = { port: world.port, method: 'POST', path: '/v1/release' };
    const chunked = [proofLine({ ...asked, nonce: await fetchNonce(world.port) }), 'Transfer-Encoding: chunked'];
    expect((await sayToDoor({ ...asked, headers: chunked })).status).toBe(411);
    const lengthBytes = 300_000_001;
    const large = [
      proofLine({ ...asked, nonce: await fetchNonce(world.port), lengthBytes }),
      `Content-Length: ${lengthBytes}`,
    ];
    expect((await sayToDoor({ ...asked, headers: large })).status).toBe(413);
    expect(world.taken).toBe(0);
  });

  it('waits for a welcome where its sender asks for one, and is not sent where there is none', async () => {
    const world = await open();
    const asked = { port: world.port, method: 'POST', path: '/v1/release' };
    const line = await openLine(asked);
    let heard = '';
    line.on('data', (bytes: Buffer) => {
      heard += bytes.toString();
    });
    const proof = proofLine({ ...asked, nonce: await fetchNonce(world.port), lengthBytes: small.length });
    line.write(headText({ ...asked, headers: [`Content-Length: ${small.length}`, 'Expect: 100-continue', proof] }));
    await until(() => heard.includes('100 Continue'));
    line.write(small);
    await until(() => heard.includes('committed'));
    const stranger = await sayToDoor({
      ...asked,
      headers: [`Content-Length: ${small.length}`, 'Expect: 100-continue'],
    });
    expect(stranger.status).toBe(401);
    expect((await sayToDoor({ ...asked, headers: ['Expect: miracles'] })).status).toBe(417);
  });

  it('is one at a time; a second is told to come later, and comes in then', async () => {
    const world = await open();
    const { promise, resolve } = Promise.withResolvers<UpdateOutcome>();
    world.takeWith(() => promise);
    const first = pushByHand(world.port, small);
    await until(() => world.taken === 1);
    const second = await pushByHand(world.port, small);
    expect([second.status, JSON.parse(second.body), second.headers['retry-after']]).toEqual([
      503,
      { kind: 'busy' },
      '10',
    ]);
    resolve({ kind: 'committed', number: 5 });
    expect((await first).status).toBe(200);
    expect((await pushByHand(world.port, small)).status).toBe(200);
  });

  it('that drips is cut by its speed, and the next one comes in', async () => {
    const schedule = createManualSchedule();
    const world = await open({ schedule: schedule.schedule, elapsedMs: () => schedule.elapsedMs });
    const asked = { port: world.port, method: 'POST', path: '/v1/release', body: small.subarray(0, 10) };
    const proof = proofLine({ ...asked, nonce: await fetchNonce(world.port), lengthBytes: small.length });
    const answer = sayToDoor({ ...asked, headers: [`Content-Length: ${small.length}`, proof] });
    await until(() => existsSync(world.spoolFolder));
    // Its sender says no more; ten seconds go by.
    const pass = setInterval(() => schedule.advance(1_000), 5);
    const { status, body } = await answer;
    clearInterval(pass);
    expect([status, JSON.parse(body)]).toMatchObject([408, { kind: 'failed', reason: 'too-slow' }]);
    await until(() => !existsSync(world.spoolFolder));
    expect((await pushByHand(world.port, small)).status).toBe(200);
  });

  it('that is broken off in the middle leaves nothing', async () => {
    const world = await open();
    const asked = { port: world.port, method: 'POST', path: '/v1/release' };
    const proof = proofLine({ ...asked, nonce: await fetchNonce(world.port), lengthBytes: small.length });
    const line = await openLine(asked);
    line.write(headText({ ...asked, headers: [`Content-Length: ${small.length}`, proof] }));
    line.write(small.subarray(0, 20));
    await until(() => existsSync(world.spoolFolder));
    line.resetAndDestroy();
    await until(() => !existsSync(world.spoolFolder));
    expect([world.taken, (await pushByHand(world.port, small)).status]).toEqual([0, 200]);
  });

  it('whose taking fails unexpectedly is told, and the door goes on', async () => {
    const world = await open();
    world.takeWith(() => Promise.reject(new Error('oh')));
    const answer = await pushByHand(world.port, small);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([500, { kind: 'failed', reason: 'internal' }]);
    world.takeWith(async () => ({ kind: 'committed', number: 5 }));
    expect((await pushByHand(world.port, small)).status).toBe(200);
  });
});

describe('the door', () => {
  it('survives two hundred connections at once, and lets another address in meanwhile', async () => {
    const world = await open();
    const lines = await Promise.all(
      Array.from({ length: 200 }, () => openLine({ port: world.port }).catch(() => null)),
    );
    const answer = await pushByHand(world.port, small, { localAddress: '127.0.0.2' });
    expect(answer.status).toBe(200);
    const kept = lines.filter((line) => line !== null && !line.destroyed);
    expect(kept.length).toBeLessThanOrEqual(8);
    for (const line of kept) {
      line?.destroy();
    }
    await until(() => kept.every((line) => line?.destroyed));
    const many = await Promise.all(
      Array.from({ length: 200 }, (_, turn) =>
        sayToDoor({ port: world.port, localAddress: `127.0.1.${turn + 1}` }).catch(() => null),
      ),
    );
    expect(many.filter((one) => one?.status === 401).length).toBeGreaterThan(0);
    expect((await pushByHand(world.port, small, { localAddress: '127.0.0.3' })).status).toBe(200);
  });

  it('hangs up on who says nothing, or drips a head', async () => {
    const { port } = await open({ headMs: 200 });
    const silent = await openLine({ port });
    const dripping = await openLine({ port });
    dripping.write('GET /v1/state HTTP/1.1\r\nX: ');
    const drip = setInterval(() => dripping.write('x'), 20);
    // The server looks once a second.
    await until(() => silent.destroyed && dripping.destroyed);
    clearInterval(drip);
  });

  it('keeps each address to a pace', async () => {
    let nowMs = 0;
    const { port } = await open({ elapsedMs: () => nowMs });
    const statuses: number[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      statuses.push((await sayToDoor({ port })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), ...Array.from({ length: 5 }, () => 429)]);
    nowMs += 2_000;
    expect((await sayToDoor({ port })).status).toBe(401);
  });

  it('clears away at the start what a killed kiosk left', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'push-spool/metadata'), { recursive: true });
    writeFileSync(join(folder, 'push-spool/metadata/timestamp.json'), 'left');
    const world = await openPushDoor({ folder });
    expect(existsSync(world.spoolFolder)).toBe(false);
  });

  it('says what to do where its port is taken, or its token can be read by others', async () => {
    const { port } = await open();
    const folder = temporaryFolder();
    const options = {
      listen: { host: '127.0.0.1', port },
      spoolFolder: join(folder, 'spool'),
      office: null,
      schedule: scheduleAfter,
      logger: createRecordingLogger(),
    };
    const second = createPushDoor({ ...options, tokenFile: writeTokenFile(folder) });
    await expect(
      second.open(
        () => Promise.reject(new Error('never')),
        () => ({ number: 0, rowsSha256: null, rootVersion: null }),
      ),
    ).rejects.toMatchObject({ code: 'port-in-use' });
    await second.close();
    expect(() => createPushDoor({ ...options, tokenFile: join(folder, 'missing') })).toThrow('kioskctl push');
    const short = writeTokenFile(folder, 'short', 'short.token');
    expect(() => createPushDoor({ ...options, tokenFile: short })).toThrow('does not hold a token');
  });

  it('ends what is under way when it is shut', async () => {
    const world = await open();
    const line = await openLine({ port: world.port });
    const asked = { port: world.port, method: 'POST', path: '/v1/release' };
    const proof = proofLine({ ...asked, nonce: await fetchNonce(world.port), lengthBytes: small.length });
    line.write(headText({ ...asked, headers: [`Content-Length: ${small.length}`, proof] }));
    await until(() => existsSync(world.spoolFolder));
    await world.door.close();
    await until(() => line.destroyed && !existsSync(world.spoolFolder));
  });
});
