/** The way to the portal over real sockets: what is sent, what is cut off, whom it trusts, and that nothing is left open. */
import { execFile } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createPortalFetcher } from '../../../main/adapters/portal/create-portal-fetcher.ts';
import type { PortalFetchError, PortalFetcher, PortalRequest } from '../../../main/core/ports.ts';
import { sendJson, startFaultyPortal } from '../../fakes/faulty-portal.ts';
import { type Certificates, hasOpenssl, makeCertificates } from '../../fixtures/portal/make-certificates.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

const key = 'key-of-this-kiosk-0123456789';

function keyFileIn(folder: string, content = `${key}\n`, mode = 0o600): string {
  const path = join(folder, 'portal.key');
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function openFetcher(url: string, authorityFile: string | null = null): PortalFetcher {
  const keyFile = keyFileIn(temporaryFolder());
  const fetcher = createPortalFetcher({ url, kioskId: 'kiosk-1', keyFile, authorityFile });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

function ask(changes: Partial<PortalRequest> = {}): PortalRequest {
  return { method: 'GET', path: 'v1/it', headers: {}, body: null, timeoutMs: 3_000, maximumBytes: 1_000, ...changes };
}

function failureOf(exchange: Promise<unknown>): Promise<PortalFetchError> {
  return exchange.then(
    () => {
      throw new Error('it was answered');
    },
    (error: PortalFetchError) => error,
  );
}

/** Waits for what the operating system tells a moment later. */
async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 500 && !isSo(); round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(isSo()).toBe(true);
}

describe('a request', () => {
  it('carries key, name and body, and whatever a caller says cannot change them', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => sendJson(response, 200, { fine: 'ễ' }));
    const fetcher = openFetcher(portal.url);
    const headers = { authorization: 'Bearer other', 'kiosk-id': 'other', 'idempotency-key': 'k' };
    const answer = await fetcher.exchange(ask({ method: 'POST', headers, body: '{"name":"Mẫu"}' }));
    expect(JSON.parse(new TextDecoder().decode(answer.body))).toEqual({ fine: 'ễ' });
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(portal.heard).toMatchObject([
      {
        method: 'POST',
        url: '/kiosk/v1/it',
        body: '{"name":"Mẫu"}',
        headers: {
          authorization: `Bearer ${key}`,
          'kiosk-id': 'kiosk-1',
          'idempotency-key': 'k',
          'content-type': 'application/json',
          'content-length': '16',
        },
      },
    ]);
  });

  it('goes over one connection again and again, and close leaves none', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => sendJson(response, 200, {}));
    const fetcher = openFetcher(portal.url.slice(0, -1));
    for (let count = 0; count < 5; count += 1) {
      await fetcher.exchange(ask());
    }
    expect([portal.heard.length, portal.openSockets]).toEqual([5, 1]);
    await fetcher.close();
    await until(() => portal.openSockets === 0);
  });

  it.each(['/v1/it', '../it', 'v1/../../it', 'https://other.example/v1/it', '//other.example/it'])(
    'does not leave the portal’s address by the path %s',
    async (path) => {
      const portal = await startFaultyPortal();
      await expect(openFetcher(portal.url).exchange(ask({ path }))).rejects.toThrow('leads out of the portal');
      expect(portal.heard).toEqual([]);
    },
  );
});

describe('an answer', () => {
  it('that points elsewhere is handed over as it is, and nobody else gets the key', async () => {
    const [portal, other] = await Promise.all([startFaultyPortal(), startFaultyPortal()]);
    portal.answerWith((response) => void response.writeHead(302, { location: `${other.url}v1/it` }).end());
    expect((await openFetcher(portal.url).exchange(ask())).status).toBe(302);
    expect([portal.heard.length, other.heard.length, other.openSockets]).toEqual([1, 0, 0]);
  });

  it.each([
    ['says so beforehand', { 'content-length': '50000000' }],
    ['does not say so', {}],
  ])('of 50 MB that %s is broken off', async (_what, headers) => {
    const portal = await startFaultyPortal();
    let sentBytes = 0;
    portal.answerWith((response) => {
      response.writeHead(200, headers);
      const piece = Buffer.alloc(100_000);
      const send = (): void => {
        while (sentBytes < 50_000_000 && !response.destroyed) {
          sentBytes += piece.length;
          if (!response.write(piece)) {
            response.once('drain', send);
            return;
          }
        }
      };
      send();
    });
    const failure = await failureOf(openFetcher(portal.url).exchange(ask()));
    expect(failure).toMatchObject({ reason: 'too-large', mayHaveArrived: true });
    await until(() => portal.openSockets === 0);
    expect(sentBytes).toBeLessThan(10_000_000);
  });

  it('that drips is cut when the time is over', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const startedAtMs = performance.now();
    const failure = await failureOf(openFetcher(portal.url).exchange(ask({ timeoutMs: 300 })));
    expect(failure).toMatchObject({ reason: 'slow', mayHaveArrived: true });
    expect(performance.now() - startedAtMs).toBeLessThan(1_500);
    await until(() => portal.openSockets === 0);
  });

  it('that is broken off in the middle is no answer', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half":', () => response.destroy());
    });
    expect(await failureOf(openFetcher(portal.url).exchange(ask()))).toMatchObject({
      reason: 'offline',
      mayHaveArrived: true,
    });
  });

  it('with more headers than are taken, or in no HTTP, is told from silence', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith((response) => void response.writeHead(200, { 'x-long': 'x'.repeat(60_000) }).end());
    expect(await failureOf(openFetcher(portal.url).exchange(ask()))).toMatchObject({ reason: 'too-large' });
    const printer = createServer((socket) => socket.end('\u0010\u0004 READY\r\n').on('error', () => undefined));
    onTestFinished(() => void printer.close());
    await new Promise<void>((resolve) => {
      printer.listen(0, '127.0.0.1', resolve);
    });
    const address = printer.address();
    const port = typeof address === 'object' ? address?.port : 0;
    for (const [scheme, mayHaveArrived] of [
      ['http', true],
      ['https', false],
    ] as const) {
      const failure = await failureOf(openFetcher(`${scheme}://127.0.0.1:${port}/`).exchange(ask()));
      expect(failure).toMatchObject({ reason: 'unreadable', mayHaveArrived });
    }
  });
});

describe('nobody there', () => {
  it('is off-line, and nothing has arrived', async () => {
    const refused = await failureOf(openFetcher('http://127.0.0.1:1/').exchange(ask()));
    expect(refused).toMatchObject({ reason: 'offline', mayHaveArrived: false });
    const nameless = await failureOf(openFetcher('https://portal.invalid/').exchange(ask()));
    expect(nameless).toMatchObject({ mayHaveArrived: false });
    expect(['offline', 'slow']).toContain(nameless.reason);
  });

  it('and the kiosk is switched off meanwhile: what is under way ends', async () => {
    const portal = await startFaultyPortal();
    portal.answerWith(() => undefined);
    const fetcher = openFetcher(portal.url);
    const failure = failureOf(fetcher.exchange(ask()));
    await until(() => portal.heard.length === 1);
    await fetcher.close();
    expect(await failure).toMatchObject({ reason: 'offline', mayHaveArrived: true });
    await until(() => portal.openSockets === 0);
  });
});

describe('the key file', () => {
  it.each([
    ['readable by the group', `${key}\n`, 0o640, 'chmod 600'],
    ['readable by everybody', `${key}\n`, 0o604, 'chmod 600'],
    ['empty', '', 0o600, 'does not hold a key'],
    ['too short to be secret', 'abc', 0o600, 'does not hold a key'],
    ['of two lines', `${key}\r\nX-Other: 1`, 0o600, 'does not hold a key'],
    ['of a megabyte', 'k'.repeat(1_000_000), 0o600, 'does not hold a key'],
  ])('that is %s is refused, without telling it', (_what, content, mode, words) => {
    const keyFile = keyFileIn(temporaryFolder(), content, mode);
    const open = () => createPortalFetcher({ url: 'https://a.example/', kioskId: 'k', keyFile, authorityFile: null });
    expect(open).toThrow(
      expect.objectContaining({ code: 'configuration-invalid', message: expect.stringContaining(words) }),
    );
    expect(open).not.toThrow(key);
  });

  it('or the authority file that is not there, or is none, is told by name', () => {
    const folder = temporaryFolder();
    const options = { url: 'https://a.example/', kioskId: 'k', authorityFile: null };
    const missing = join(folder, 'missing');
    expect(() => createPortalFetcher({ ...options, keyFile: missing })).toThrow(missing);
    expect(() => createPortalFetcher({ ...options, keyFile: folder })).toThrow(folder);
    const keyFile = keyFileIn(folder);
    const broken = join(folder, 'broken.pem');
    writeFileSync(broken, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    for (const authorityFile of [missing, broken, keyFile]) {
      expect(() => createPortalFetcher({ ...options, keyFile, authorityFile })).toThrow(
        expect.objectContaining({ code: 'configuration-invalid', message: expect.stringContaining(authorityFile) }),
      );
    }
  });
});

describe.skipIf(!hasOpenssl)('a certificate (skipped where there is no openssl)', () => {
  let made: ReturnType<typeof makeCertificates>;
  beforeAll(() => {
    made = makeCertificates();
  });
  afterAll(() => rmSync(made.folder, { recursive: true, force: true }));

  it('of the authority that is configured is taken, with the same connection again', async () => {
    const portal = await startFaultyPortal(made.right);
    portal.answerWith((response) => sendJson(response, 200, {}));
    const fetcher = openFetcher(portal.url, made.authorityFile);
    expect([(await fetcher.exchange(ask())).status, (await fetcher.exchange(ask())).status]).toEqual([200, 200]);
    expect(portal.openSockets).toBe(1);
  });

  it.each([
    ['expired', 'has expired'],
    ['notYetValid', 'not valid yet'],
    ['wrongName', 'another name'],
    ['selfSigned', 'vouches for itself'],
  ] satisfies [keyof Certificates, string][])(
    'that is %s is refused before a byte of the request',
    async (kind, words) => {
      const portal = await startFaultyPortal(made[kind]);
      const failure = await failureOf(openFetcher(portal.url, made.authorityFile).exchange(ask()));
      expect(failure).toMatchObject({ reason: 'certificate', mayHaveArrived: false });
      expect(failure.message).toContain(words);
      await until(() => portal.openSockets === 0);
      expect(portal.heard).toEqual([]);
    },
  );

  it('of an authority that is not configured is refused', async () => {
    const portal = await startFaultyPortal(made.right);
    const failure = await failureOf(openFetcher(portal.url).exchange(ask()));
    expect(failure).toMatchObject({ reason: 'certificate', mayHaveArrived: false });
    expect(failure.message).toContain('not trusted here');
  });

  it('that is wrong is refused whatever the environment says', async () => {
    const portal = await startFaultyPortal(made.selfSigned);
    const program = join(import.meta.dirname, '../../fixtures/portal/ask-once.ts');
    const keyFile = keyFileIn(temporaryFolder());
    const askWith = async (environment: Record<string, string>, ...more: string[]): Promise<string> => {
      const words = ['--disable-warning=ExperimentalWarning', program, portal.url, keyFile, ...more];
      const options = { env: { ...process.env, ...environment } };
      return (await promisify(execFile)(process.execPath, words, options)).stdout;
    };
    expect(await askWith({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toBe('certificate');
    const selfFile = join(made.folder, 'self.pem');
    expect(await askWith({ NODE_EXTRA_CA_CERTS: selfFile })).toBe('certificate');
    expect(portal.heard).toEqual([]);
    // The same program gets through where the configuration says so; it is no failure of its own.
    expect(await askWith({}, selfFile)).toBe('status 404');
  });
});
