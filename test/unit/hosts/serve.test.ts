/** Attacks on the loopback server, and that the kiosk's own page gets through. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { maximumRequestLength } from '../../../main/contract/envelope.ts';
import { KioskError } from '../../../main/contract/error.ts';
import { type KioskServer, serveKiosk } from '../../../main/hosts/browser/serve.ts';
import { createFakeKiosk, type FakeKiosk } from '../../fakes/fake-kiosk.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The machine may be busy with other suites. */
const patience = { timeout: 15_000 };

let folder: string;
let kiosk: FakeKiosk;
let server: KioskServer;
const logger = createRecordingLogger();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-serve-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for the page');
  writeFileSync(join(folder, 'page', '.hidden'), 'not for the page');
  writeFileSync(join(folder, 'page', 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'page', 'assets', 'index-Ab12_-cd.js'), 'export {};');
  writeFileSync(
    join(folder, 'page', 'index.html'),
    '<!doctype html><html><head lang="vi"><meta name="kiosk-token" content=""><title>Kiosk</title></head></html>',
  );
  kiosk = createFakeKiosk(logger);
  server = await serveKiosk({ kiosk, pageFolder: join(folder, 'page'), port: 0, logger });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
    );
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}

function cookie(): Record<string, string> {
  return { cookie: `other=1; kiosk-token-${server.port}=${server.token}` };
}

/** The socket once it is open, or the status of the refusal. */
function openSocket(
  path: string,
  headers: Record<string, string> = { origin: server.address },
): Promise<WebSocket | number> {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket | number>();
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers, perMessageDeflate: false });
  socket.on('open', () => resolve(socket));
  socket.on('unexpected-response', (_request, response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  socket.on('error', reject);
  return promise;
}

async function openPageSocket(): Promise<WebSocket> {
  const socket = await openSocket(`/socket?token=${server.token}`);
  if (typeof socket === 'number') {
    throw new Error(`The page's own socket was refused with ${socket}.`);
  }
  return socket;
}

function nextMessage(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
  });
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.once('close', resolve);
  });
}

describe('the kiosk’s own page', () => {
  it('enters with the token once, gets a cookie no script can read, and is sent to the bare address', async () => {
    const entered = await ask(server.entryAddress.slice(server.address.length));
    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe('/');
    expect(entered.headers['set-cookie']).toEqual([
      `kiosk-token-${server.port}=${server.token}; Path=/; HttpOnly; SameSite=Strict`,
    ]);
  });

  it('gets the document with exactly one token in it, never to be stored', async () => {
    const page = await ask('/', cookie());
    expect(page.status).toBe(200);
    expect(page.body.match(/kiosk-token/gu)).toHaveLength(1);
    expect(page.body).toContain(`<head lang="vi"><meta name="kiosk-token" content="${server.token}">`);
    expect(page.headers['cache-control']).toBe('no-store');
    expect((await ask('/', cookie(), 'HEAD')).body).toBe('');
  });

  it('gets hashed files for ever and others anew', async () => {
    expect((await ask('/assets/index-Ab12_-cd.js', cookie())).headers['cache-control']).toContain('immutable');
    expect((await ask('/icon.svg', cookie())).headers['cache-control']).toBe('no-store');
    expect((await ask('/nothing.js', cookie())).status).toBe(404);
  });

  it('is told by headers that it may load nothing else and use no device, on refusals too', async () => {
    for (const answer of [await ask('/', cookie()), await ask('/'), await ask('/nothing.js', cookie())]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
      expect(answer.headers['content-security-policy']).not.toContain('unsafe-eval');
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(answer.headers['permissions-policy']).toContain('camera=()');
    }
  });

  it('calls the core and hears its pushes until it leaves', async () => {
    const socket = await openPageSocket();
    const reply = nextMessage(socket);
    socket.send(JSON.stringify({ id: 1, method: 'session.end', params: {} }));
    expect(await reply).toEqual({ id: 1, ok: true, result: {} });
    const push = nextMessage(socket);
    kiosk.push({ event: 'scan.received', payload: { kind: 'unknown' } });
    expect(await push).toEqual({ event: 'scan.received', payload: { kind: 'unknown' } });
    socket.close();
    await closeCode(socket);
    await expect.poll(() => kiosk.listenerCount, patience).toBe(0);
  });

  it('is served on loopback only', () => {
    expect(server.address).toBe(`http://127.0.0.1:${server.port}`);
  });
});

describe('who is refused', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost', '[::1]:80'])(
    'a request for the host "%s" (DNS rebinding), with the right token',
    async (host) => {
      expect((await ask('/', { ...cookie(), host })).status).toBe(403);
      expect(await openSocket(`/socket?token=${server.token}`, { host, origin: `http://${host}` })).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'file://'])(
    'a request from the origin %s, with the right token',
    async (origin) => {
      expect((await ask('/', { ...cookie(), origin })).status).toBe(403);
      expect(await openSocket(`/socket?token=${server.token}`, { origin })).toBe(403);
    },
  );

  it('an upgrade that names no origin', async () => {
    expect(await openSocket(`/socket?token=${server.token}`, {})).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('a request that the browser marks %s', async (site) => {
    expect((await ask('/', { ...cookie(), 'sec-fetch-site': site })).status).toBe(403);
  });

  it('a request without the token, with a wrong or a shortened one', async () => {
    const port = server.port;
    for (const answer of [
      await ask('/'),
      await ask('/assets/index-Ab12_-cd.js'),
      await ask('/?token='),
      await ask(`/?token=${server.token.slice(1)}`),
      await ask(`/?token=${'A'.repeat(4000)}`),
      await ask('/', { cookie: `kiosk-token-${port}=` }),
      await ask('/', { cookie: `kiosk-token-1=${server.token}` }),
      await ask('/', { cookie: `kiosk-token-${port}=${server.token}x` }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain(server.token);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('an upgrade without the token, with a wrong one, with the cookie alone, or elsewhere', async () => {
    expect(await openSocket('/socket')).toBe(403);
    expect(await openSocket('/socket?token=wrong')).toBe(403);
    expect(await openSocket('/socket', { origin: server.address, ...cookie() })).toBe(403);
    expect(await openSocket(`/?token=${server.token}`)).toBe(404);
    expect(kiosk.listenerCount).toBe(0);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('the method %s', async (method) => {
    const answer = await ask('/', cookie(), method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%252e%252e/%252e%252e/secret.txt',
    '/./.hidden',
    '/.hidden',
    '//127.0.0.1/../secret.txt',
    '/%00/../secret.txt',
    '/%',
  ])('the path %s out of the page', async (path) => {
    const answer = await ask(path, cookie());
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('not for the page');
  });

  it('an address with a host of its own', async () => {
    expect((await ask('http://evil.example/', cookie())).status).toBe(400);
  });

  it('a range that ends before it begins, without falling over', async () => {
    expect((await ask('/icon.svg', { ...cookie(), range: 'bytes=5-2' })).status).toBe(200);
    expect((await ask('/', cookie())).status).toBe(200);
  });
});

describe('too much', () => {
  it('closes a socket whose message is too long, and serves the next', async () => {
    const socket = await openPageSocket();
    const closed = closeCode(socket);
    socket.send('x'.repeat(maximumRequestLength + 1));
    expect(await closed).toBe(1009);
    (await openPageSocket()).terminate();
  });

  it('closes a socket that sends bytes', async () => {
    const socket = await openPageSocket();
    const closed = closeCode(socket);
    socket.send(Buffer.from([1, 2, 3]));
    expect(await closed).toBe(1003);
  });

  it('refuses the ninth socket', async () => {
    const sockets = await Promise.all(Array.from({ length: 8 }, openPageSocket));
    expect(await openSocket(`/socket?token=${server.token}`)).toBe(503);
    sockets[0]?.close();
    await expect.poll(() => kiosk.listenerCount, patience).toBe(7);
    (await openPageSocket()).terminate();
  });

  it('drops connections beyond its limit and serves again after the flood', async () => {
    const sockets = Array.from({ length: 200 }, () => createConnection(server.port, '127.0.0.1'));
    let dropped = 0;
    for (const socket of sockets) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        dropped += 1;
      });
      socket.resume();
    }
    await expect.poll(() => dropped, patience).toBeGreaterThanOrEqual(200 - 64);
    for (const socket of sockets) {
      socket.destroy();
    }
    await expect.poll(async () => (await ask('/', cookie()).catch(() => null))?.status, patience).toBe(200);
  });

  it('drops a socket that no longer answers pings', async () => {
    const other = await serveKiosk({ kiosk, pageFolder: join(folder, 'page'), port: 0, logger, pingIntervalMs: 20 });
    const address = `ws://127.0.0.1:${other.port}/socket?token=${other.token}`;
    const silent = new WebSocket(address, { headers: { origin: other.address }, autoPong: false });
    expect(await closeCode(silent)).toBe(1006);
    await other.close();
  });
});

describe('the start', () => {
  it('says what to do when the port is taken', async () => {
    const start = serveKiosk({ kiosk, pageFolder: join(folder, 'page'), port: server.port, logger });
    await expect(start).rejects.toThrow(KioskError);
    await expect(start).rejects.toMatchObject({ code: 'port-in-use', message: expect.stringContaining('--port') });
  });

  it('says what to do when the page is not built, and leaves no port open', async () => {
    const start = serveKiosk({ kiosk, pageFolder: join(folder, 'nothing'), port: 0, logger });
    await expect(start).rejects.toMatchObject({ code: 'start-failed', message: expect.stringContaining('npm start') });
  });

  it('takes the same port and token again after a restart of the core', async () => {
    const { port, token } = server;
    const page = await openPageSocket();
    const closed = closeCode(page);
    await server.close();
    await closed;
    server = await serveKiosk({ kiosk, pageFolder: join(folder, 'page'), port, token, logger });
    (await openPageSocket()).terminate();
    expect((await ask('/', cookie())).status).toBe(200);
  });

  it('makes a new token each time', async () => {
    const other = await serveKiosk({ kiosk, pageFolder: join(folder, 'page'), port: 0, logger });
    expect(other.token).not.toBe(server.token);
    expect(other.token).toMatch(/^[\w-]{43}$/u);
    await other.close();
  });
});
