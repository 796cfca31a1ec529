/** The kiosk's way to a repository behind Debian's real nginx, with the configuration the manual gives. */
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createHttpRepository } from '../../../main/adapters/releases/create-http-repository.ts';
import type { ReleaseRepository } from '../../../main/core/ports.ts';
import { scheduleAfter } from '../../../main/hosts/supervisor.ts';
import { type CuttingProxy, startCuttingProxy } from '../../fakes/cutting-proxy.ts';
import { hasOpenssl, makeCertificates } from '../../fixtures/portal/make-certificates.ts';
import { fetchFailure, fetchOnce, fetchResuming } from '../../fixtures/releases/fetch-file.ts';
import {
  timestampPath,
  type WrittenTarget,
  writeRepositoryFile,
  writeTarget,
} from '../../fixtures/releases/repository-folder.ts';
import { hasNginx, type Nginx, startNginx } from '../../fixtures/releases/start-nginx.ts';
import { temporaryFolderForSuite } from '../catalogue/temporary-folder-for-suite.ts';

const immutable = 'public, max-age=31536000, immutable';
const targetBytes = 400_000;

function openRepository(url: string, authorityFile: string | null = null): ReleaseRepository {
  const repository = createHttpRepository({
    url,
    authorityFile,
    minimumBytesPerSecond: 1_000,
    clock: { nowMs: () => Date.now() },
    schedule: scheduleAfter,
  });
  onTestFinished(() => repository.close());
  return repository;
}

describe.skipIf(!hasNginx)('a repository behind nginx (skipped where /usr/sbin/nginx is missing)', () => {
  const folder = temporaryFolderForSuite();
  let repositoryFolder: string;
  let nginx: Nginx;
  let proxy: CuttingProxy;
  let target: WrittenTarget;

  beforeAll(async () => {
    repositoryFolder = join(folder(), 'releases');
    target = writeTarget(repositoryFolder, targetBytes);
    writeRepositoryFile(repositoryFolder, timestampPath, `{"signed":"${'t'.repeat(350)}"}`);
    writeRepositoryFile(repositoryFolder, 'metadata/3.snapshot.json', '{}');
    nginx = await startNginx({ repository: repositoryFolder });
    proxy = await startCuttingProxy(nginx.port);
  });
  afterAll(async () => {
    await proxy?.close();
    await nginx?.close();
  });
  const throughProxy = (): string => `http://127.0.0.1:${proxy.port}/releases/`;

  it('is cached for good where names tell the content, and never where they do not', async () => {
    const headersOf = async (path: string): Promise<(string | null)[]> => {
      const { status, headers } = await fetch(`${nginx.url}${path}`);
      return [`${status}`, headers.get('cache-control'), headers.get('content-type'), headers.get('content-encoding')];
    };
    const report = writeTarget(repositoryFolder, 100, 'catalogue/changes-2.html');
    expect(await headersOf(target.path)).toEqual(['200', immutable, 'application/octet-stream', null]);
    expect(await headersOf('metadata/3.snapshot.json')).toEqual(['200', immutable, 'application/json', null]);
    expect(await headersOf(timestampPath)).toEqual(['200', 'no-cache', 'application/json', null]);
    expect(await headersOf('metadata/4.root.json')).toEqual(['404', 'no-store', 'text/plain', null]);
    expect((await headersOf(report.path)).slice(0, 3)).toEqual(['200', immutable, 'text/html; charset=utf-8']);
    const { headers } = await fetch(`${nginx.url}${report.path}`);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    '',
    'metadata/',
    'targets/catalogue/',
    '.keys/root.json',
    'metadata/.timestamp.json.new',
    'metadata/timestamp.json.new',
    'metadata/root.json',
    'incoming/rows.zst',
    'targets/.hidden',
    'targets/rows-1.zst',
    'targets/../secret.txt',
  ])('shows nothing at %s', async (path) => {
    for (const file of ['.keys/root.json', 'metadata/.timestamp.json.new', 'metadata/timestamp.json.new']) {
      writeRepositoryFile(repositoryFolder, file, 'secret');
    }
    for (const file of ['metadata/root.json', 'incoming/rows.zst', 'targets/.hidden', 'targets/rows-1.zst']) {
      writeRepositoryFile(repositoryFolder, file, 'secret');
    }
    writeRepositoryFile(repositoryFolder, 'secret.txt', 'secret');
    const response = await fetch(`${nginx.url}${path}`);
    expect([response.status, await response.text()]).toEqual([404, 'no such file\n']);
  });

  it('takes no method but GET and HEAD', async () => {
    const url = `${nginx.url}${timestampPath}`;
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect([method, (await fetch(url, { method })).status]).toEqual([method, 405]);
    }
  });

  it('hands over a file, its length and a strong ETag; what is not there is not found', async () => {
    const repository = openRepository(nginx.url.slice(0, -1));
    const whole = await fetchOnce(repository, target.path);
    expect(whole.bytes.equals(target.bytes)).toBe(true);
    expect(whole).toMatchObject({ offsetBytes: 0, totalBytes: targetBytes });
    expect(whole.etag).toMatch(/^"[0-9a-f]+-[0-9a-f]+"$/u);
    expect(await fetchFailure(repository, 'metadata/4.root.json')).toMatchObject({ reason: 'not-found' });
    expect(await fetchFailure(repository, target.path, { maximumBytes: targetBytes - 1 })).toMatchObject({
      reason: 'too-large',
    });
  });

  it('hands over the rest of a file by its ETag, and all of it where it has changed or ends earlier', async () => {
    const repository = openRepository(nginx.url);
    const { path, bytes } = writeTarget(repositoryFolder, 50_000, 'catalogue/rows-2.zst');
    const { etag } = await fetchOnce(repository, path);
    const rest = await fetchOnce(repository, path, { offsetBytes: 20_000, etag });
    expect(rest).toMatchObject({ offsetBytes: 20_000, totalBytes: 50_000, etag });
    expect(rest.bytes.equals(bytes.subarray(20_000))).toBe(true);
    // Beyond its end: 416, then the whole.
    expect(await fetchOnce(repository, path, { offsetBytes: 50_000, etag })).toMatchObject({ offsetBytes: 0 });
    // Without a strong tag nothing vouches for what is there already.
    for (const doubtful of [null, `W/${etag}`, '"x', '*']) {
      expect(await fetchOnce(repository, path, { offsetBytes: 20_000, etag: doubtful })).toMatchObject({
        offsetBytes: 0,
      });
    }
    utimesSync(join(repositoryFolder, path), 1_000, 1_000);
    const changed = await fetchOnce(repository, path, { offsetBytes: 20_000, etag });
    expect(changed).toMatchObject({ offsetBytes: 0, bytes });
    expect(changed.etag).not.toBe(etag);
  });

  it('a check that finds nothing new costs little more than headers', async () => {
    const repository = openRepository(throughProxy());
    proxy.forget();
    const check = async (): Promise<number> => {
      const beforeBytes = proxy.bytesToClient + proxy.bytesToServer;
      const timestamp = await fetchOnce(repository, timestampPath);
      expect(timestamp.bytes.toString()).toContain('signed');
      expect(await fetchFailure(repository, 'metadata/4.root.json')).toMatchObject({ reason: 'not-found' });
      return proxy.bytesToClient + proxy.bytesToServer - beforeBytes;
    };
    const [first, second, third] = [await check(), await check(), await check()];
    expect(first).toBeLessThan(1_400);
    // 304: the content does not travel again.
    expect(second).toBeLessThan(1_100);
    expect(third).toBe(second);
    expect(proxy.connections).toBe(1);
    const changed = `{"signed":"${'u'.repeat(351)}"}`;
    writeRepositoryFile(repositoryFolder, timestampPath, changed);
    expect((await fetchOnce(repository, timestampPath)).bytes.toString()).toBe(changed);
  });

  it('goes on from where it was cut, at every 5 % of a download', async () => {
    for (let percent = 5; percent < 100; percent += 5) {
      const repository = openRepository(throughProxy());
      proxy.cutAfter((targetBytes * percent) / 100);
      const fetched = await fetchResuming(repository, target.path, {
        onPiece: () => proxy.cutAfter(null),
        mostTries: 2,
      });
      expect(fetched.bytes.equals(target.bytes)).toBe(true);
      // Nothing twice: the second try brought the rest and no more.
      expect([percent, fetched.tries, fetched.receivedBytes]).toEqual([percent, 2, targetBytes]);
      await repository.close();
    }
    proxy.cutAfter(null);
  });

  it('goes on with the same bytes after nginx was restarted in the middle', async () => {
    const slow = await startNginx({ repository: repositoryFolder, more: 'limit_rate 200k;' });
    onTestFinished(() => slow.close());
    let restarts = 0;
    const fetched = await fetchResuming(openRepository(slow.url), target.path, {
      mostTries: 3,
      onPiece: async (haveBytes) => {
        if (restarts === 0 && haveBytes > targetBytes / 5) {
          restarts += 1;
          await slow.stop();
          await slow.start();
        }
      },
    });
    expect(fetched.bytes.equals(target.bytes)).toBe(true);
    expect([restarts, fetched.tries]).toEqual([1, 2]);
  });

  it('that is stopped is unreachable, and so is one whose cable is pulled', async () => {
    const gone = await startNginx({ repository: repositoryFolder });
    onTestFinished(() => gone.close());
    const repository = openRepository(gone.url);
    await fetchOnce(repository, timestampPath);
    await gone.stop();
    expect(await fetchFailure(repository, timestampPath)).toMatchObject({ reason: 'unreachable' });
  });

  it.skipIf(!hasOpenssl)('serves TLS with the configured authority (skipped where there is no openssl)', async () => {
    const made = makeCertificates();
    onTestFinished(() => rmSync(made.folder, { recursive: true, force: true }));
    const secure = await startNginx({ repository: repositoryFolder, tls: made.right });
    onTestFinished(() => secure.close());
    const repository = openRepository(secure.url, made.authorityFile);
    expect((await fetchOnce(repository, target.path)).bytes.equals(target.bytes)).toBe(true);
    const failure = await fetchFailure(openRepository(secure.url), target.path);
    expect(failure).toMatchObject({ reason: 'unreachable' });
    expect(failure.message).toContain('authority that is not trusted');
  });
});
