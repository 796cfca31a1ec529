/** A repository in a folder that somebody else filled: links, pipes, devices, names and lengths that lie. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFolderRepository } from '../../../main/adapters/releases/create-folder-repository.ts';
import { fetchFailure, fetchOnce, repositoryRequest } from '../../fixtures/releases/fetch-file.ts';
import { timestampPath, writeRepositoryFile, writeTarget } from '../../fixtures/releases/repository-folder.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

function onStick(name = 'STICK') {
  const mounts = temporaryFolder();
  const folder = join(mounts, name, 'kiosk-release');
  mkdirSync(folder, { recursive: true });
  const repository = createFolderRepository({ base: mounts, below: [name, 'kiosk-release'], medium: 'the stick' });
  onTestFinished(() => repository.close());
  return { mounts, folder, repository };
}

describe('a repository in a folder', () => {
  it('hands over whole files, begins each anew, and has none that are not there', async () => {
    const { folder, repository } = onStick();
    const { path, bytes } = writeTarget(folder, 300_000);
    writeRepositoryFile(folder, timestampPath, '');
    expect(await fetchOnce(repository, path)).toEqual({ bytes, offsetBytes: 0, etag: null, totalBytes: 300_000 });
    expect(await fetchOnce(repository, path, { offsetBytes: 100, etag: '"x"' })).toMatchObject({ offsetBytes: 0 });
    expect((await fetchOnce(repository, timestampPath)).bytes.length).toBe(0);
    expect(await fetchFailure(repository, 'metadata/2.root.json')).toMatchObject({ reason: 'not-found' });
    expect(await fetchFailure(repository, path, { maximumBytes: 299_999 })).toMatchObject({ reason: 'too-large' });
  });

  it.each([
    '../../etc/passwd',
    'metadata/../timestamp.json',
    '/etc/passwd',
    'autorun.inf',
    'metadata/root.json',
    'targets/..',
  ])('knows no name like %s', async (path) => {
    const { folder, repository } = onStick();
    writeRepositoryFile(folder, 'metadata/root.json', 'x');
    writeRepositoryFile(folder, 'autorun.inf', 'x');
    expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'not-found' });
  });

  it('follows no link: neither the file, nor a folder on the way, nor the stick itself', async () => {
    const { mounts, folder, repository } = onStick();
    const secret = join(mounts, 'secret.json');
    writeFileSync(secret, 'secret');
    mkdirSync(join(folder, 'metadata'));
    symlinkSync(secret, join(folder, timestampPath));
    expect(await fetchFailure(repository, timestampPath)).toMatchObject({ reason: 'bad-answer' });
    const elsewhere = join(mounts, 'elsewhere');
    const { path } = writeTarget(elsewhere, 10);
    symlinkSync(join(elsewhere, 'targets'), join(folder, 'targets'));
    expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'bad-answer' });
    writeTarget(join(elsewhere, 'kiosk-release'), 10);
    for (const [name, target] of [['LINKED', elsewhere] as const, ['DANGLING', '/nowhere'] as const]) {
      symlinkSync(target, join(mounts, name));
      const linked = createFolderRepository({ base: mounts, below: [name, 'kiosk-release'] });
      expect(await fetchFailure(linked, path)).toMatchObject({ reason: 'bad-answer' });
    }
    // What IT staff name may lie behind a link.
    writeTarget(elsewhere, 10);
    const named = createFolderRepository({ base: join(mounts, 'LINKED') });
    expect((await fetchOnce(named, path)).bytes.length).toBe(10);
  });

  it('opens nothing that is no file, and waits for nobody', async () => {
    const { folder, repository } = onStick();
    mkdirSync(join(folder, 'metadata'));
    execFileSync('mkfifo', [join(folder, timestampPath)]);
    expect(await fetchFailure(repository, timestampPath)).toMatchObject({ reason: 'bad-answer' });
    mkdirSync(join(folder, 'metadata/1.root.json'));
    expect(await fetchFailure(repository, 'metadata/1.root.json')).toMatchObject({ reason: 'bad-answer' });
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => {
      server.listen(join(folder, 'metadata/2.root.json'), resolve);
    });
    expect(await fetchFailure(repository, 'metadata/2.root.json')).toMatchObject({ reason: 'bad-answer' });
    writeFileSync(join(folder, 'targets'), 'a file where a folder should be');
    const path = `targets/catalogue/${'0'.repeat(64)}.rows-1.zst`;
    expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'bad-answer' });
  });

  it.skipIf(process.getuid?.() !== 0)('opens no device (skipped where the test is not root)', async () => {
    const { folder, repository } = onStick();
    mkdirSync(join(folder, 'metadata'));
    try {
      execFileSync('mknod', [join(folder, timestampPath), 'c', '1', '5'], { stdio: 'ignore' });
    } catch {
      // Containers may not make devices; a link to one is refused all the same.
      symlinkSync('/dev/zero', join(folder, timestampPath));
    }
    expect(await fetchFailure(repository, timestampPath)).toMatchObject({ reason: 'bad-answer' });
  });

  it('that is pulled is unreachable, which is no answer about the file', async () => {
    const { mounts, folder, repository } = onStick();
    writeRepositoryFile(folder, timestampPath, 'time');
    renameSync(join(mounts, 'STICK'), join(mounts, 'PULLED'));
    const failure = await fetchFailure(repository, 'metadata/2.root.json');
    expect(failure).toMatchObject({ reason: 'unreachable' });
    expect(failure.message).toContain('the stick is not there any more');
  });

  it('that is pulled while it is read ends with a reason, and so does all that is asked later', async () => {
    const { folder, repository } = onStick();
    const { path } = writeTarget(folder, 300_000);
    const { body } = await repository.fetch(repositoryRequest(path));
    const pieces = body[Symbol.asyncIterator]();
    await pieces.next();
    repository.leave();
    await expect(pieces.next()).rejects.toMatchObject({ reason: 'unreachable', message: 'the stick was pulled out' });
    expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'unreachable' });
  });

  it('that changes while it is read gives no file', async () => {
    const { folder, repository } = onStick();
    const { path } = writeTarget(folder, 300_000);
    const read = async (change: () => void) => {
      const { body } = await repository.fetch(repositoryRequest(path, { maximumBytes: 400_000 }));
      const pieces = body[Symbol.asyncIterator]();
      await pieces.next();
      change();
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
        // To its end.
      }
    };
    await expect(read(() => truncateSync(join(folder, path), 100_000))).rejects.toMatchObject({ reason: 'bad-answer' });
    const { body } = await repository.fetch(repositoryRequest(path, { maximumBytes: 400_000 }));
    truncateSync(join(folder, path), 500_000);
    await expect(body[Symbol.asyncIterator]().next()).rejects.toMatchObject({ reason: 'too-large' });
    rmSync(dirname(join(folder, path)), { recursive: true });
    expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'not-found' });
  });

  it('ends when it is called off or closed', async () => {
    const { folder, repository } = onStick();
    const { path } = writeTarget(folder, 300_000);
    expect(await fetchFailure(repository, path, { signal: AbortSignal.abort() })).toMatchObject({ reason: 'aborted' });
    await repository.close();
    expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'aborted' });
  });
});
