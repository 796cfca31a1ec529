/** `kioskctl push` against real doors: what each kiosk is sent, what staff read, and what a push does with kiosks that will not. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UpdateOutcome } from '../../../main/contract/updates.ts';
import type { ReleaseRepository } from '../../../main/core/ports.ts';
import { answerHead, startRawServer } from '../../fakes/raw-server.ts';
import { until } from '../../fakes/until.ts';
import { fetchFailure, fetchOnce } from '../../fixtures/releases/fetch-file.ts';
import { openPushDoor, type PushWorld, writeTokenFile } from '../../fixtures/releases/open-push-door.ts';
import { timestampPath } from '../../fixtures/releases/repository-folder.ts';
import {
  formerRowsSha256,
  type UnsignedRepository,
  writeUnsignedRepository,
} from '../../fixtures/releases/unsigned-repository.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { run } from './run-in-process.ts';

interface Site extends UnsignedRepository {
  readonly folder: string;
  readonly tokenFile: string;
}

function makeSite(): Site {
  const folder = join(temporaryFolder(), 'releases');
  const repository = writeUnsignedRepository(folder);
  return { folder, tokenFile: writeTokenFile(temporaryFolder()), ...repository };
}

const openKiosk = (office: string | null = null): Promise<PushWorld> =>
  openPushDoor({ folder: temporaryFolder(), office });

/** Which of these files the kiosk was sent. */
async function sentOf(repository: ReleaseRepository, paths: readonly string[]): Promise<string[]> {
  const sent: string[] = [];
  for (const path of paths) {
    try {
      await fetchOnce(repository, path);
      sent.push(path);
    } catch {
      expect(await fetchFailure(repository, path)).toMatchObject({ reason: 'not-found' });
    }
  }
  return sent;
}

describe('kioskctl push', () => {
  it('sends each kiosk what it lacks and tells what became of it', async () => {
    const { folder, tokenFile, paths, manifest } = makeSite();
    const [behind, far, current] = await Promise.all([openKiosk('ba-dinh'), openKiosk(), openKiosk()]);
    behind.standAt({ number: 4, rowsSha256: formerRowsSha256, rootVersion: 2 });
    far.standAt({ number: 0, rowsSha256: null, rootVersion: 1 });
    current.standAt({ number: 5, rowsSha256: manifest.rowsSha256, rootVersion: 3 });
    const watched = ['metadata/2.root.json', 'metadata/3.root.json', timestampPath, ...Object.values(paths)];
    const sent = new Map<PushWorld, string[]>();
    for (const world of [behind, far, current]) {
      world.takeWith(async (repository): Promise<UpdateOutcome> => {
        sent.set(world, await sentOf(repository, watched));
        return world === current
          ? { kind: 'current', number: 5 }
          : { kind: world === far ? 'waiting' : 'committed', number: 5 };
      });
    }
    const hosts = [behind, far, current].map(({ host }) => host);
    const { exitCode, output, errors } = await run(['push', folder, '--to', ...hosts, '--token-file', tokenFile]);
    expect(sent.get(behind)).toEqual(['metadata/3.root.json', timestampPath, paths.manifest, paths.delta, paths.sheet]);
    expect(sent.get(far)).toEqual([
      'metadata/2.root.json',
      'metadata/3.root.json',
      timestampPath,
      paths.manifest,
      paths.snapshot,
    ]);
    expect(sent.get(current)).toEqual([timestampPath, paths.manifest]);
    expect(exitCode).toBe(0);
    const lines = output.split('\n');
    expect(lines[0]).toMatch(/^KIOSK +RELEASE +TIME +SENT +OUTCOME$/u);
    expect(lines[1]).toMatch(new RegExp(`^${behind.host} +4 → 5 +[0-9.]+ s +\\d+ kB +shown now$`, 'u'));
    expect(lines[2]).toMatch(/0 → 5 .* taken when nobody stands before the kiosk$/u);
    expect(lines[3]).toMatch(/5 → 5 .* had it already$/u);
    expect(output).toContain('3 of 3 done.');
    expect(errors.split('\n').filter((line) => line !== '')).toHaveLength(3);
  });

  it('tells of each kiosk that will not, plainly, and fails', async () => {
    const { folder, tokenFile } = makeSite();
    const [fine, older, foreign] = await Promise.all([openKiosk(), openKiosk(), openKiosk()]);
    older.takeWith(async () => ({ kind: 'failed', reason: 'rollback', detail: 'release 5 is older than 9' }));
    const stranger = await startRawServer((socket) => void socket.end(answerHead('200 OK', { 'Content-Length': 0 })));
    const list = join(temporaryFolder(), 'kiosks.txt');
    const kiosks = [fine.host, older.host, '', '# lobby', '127.0.0.1:1 # off', `127.0.0.1:${stranger.port}`, fine.host];
    writeFileSync(list, kiosks.join('\r\n'));
    const words = ['push', folder, '--to-file', list, '--token-file', tokenFile];
    const { exitCode, output, errors } = await run(words);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/4 → 4 .* not taken \(rollback: release 5 is older than 9\)/u);
    expect(output).toMatch(/127\.0\.0\.1:1 +\? → \? .* not reached \(the kiosk's machine refuses the connection\)/u);
    expect(output).toContain('no kiosk of this site (what answers there is no push door of a kiosk (HTTP 200))');
    expect(output).toContain('3 of 4 failed.');
    expect(errors).toContain('3 of 4 kiosks did not take the release.');
    // Failures stand last, where they are seen.
    expect(output.split('\n')[1]).toContain('shown now');
    const wrong = writeTokenFile(temporaryFolder(), 'token-of-another-site-000');
    const refused = await run(['push', folder, '--to', foreign.host, '--token-file', wrong, '--json']);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.output)).toMatchObject([
      {
        kiosk: foreign.host,
        from: null,
        to: null,
        outcome: 'refused',
        detail: 'it has another token; compare the token files',
      },
    ]);
    expect(foreign.taken).toBe(0);
  });

  it('believes no answer of somebody who does not know the token', async () => {
    const { folder, tokenFile } = makeSite();
    const body = JSON.stringify({ number: 4, rowsSha256: null, rootVersion: 1, office: null });
    const liar = await startRawServer((socket, head) => {
      socket.end(
        head.toLowerCase().includes('authorization')
          ? answerHead('200 OK', { 'Kiosk-Proof': 'a'.repeat(64), 'Content-Length': body.length }) + body
          : answerHead('401 Who', { 'WWW-Authenticate': `Kiosk nonce="${'A'.repeat(43)}"`, 'Content-Length': 0 }),
      );
    });
    const { exitCode, output } = await run([
      'push',
      folder,
      '--to',
      `127.0.0.1:${liar.port}`,
      '--token-file',
      tokenFile,
    ]);
    expect(exitCode).toBe(1);
    expect(output).toContain('does not know the token of the site');
    expect(liar.heard.some((head) => head.startsWith('POST'))).toBe(false);
  });

  it('sends the snapshot after a delta that did not lead there', async () => {
    const { folder, tokenFile, paths } = makeSite();
    const kiosk = await openKiosk();
    kiosk.standAt({ rowsSha256: formerRowsSha256 });
    const sent: string[][] = [];
    kiosk.takeWith(async (repository) => {
      sent.push(await sentOf(repository, [paths.delta, paths.snapshot]));
      return sent.length === 1
        ? { kind: 'failed', reason: 'wrong-hash', detail: '' }
        : { kind: 'committed', number: 5 };
    });
    const { exitCode, output } = await run(['push', folder, '--to', kiosk.host, '--token-file', tokenFile, '--json']);
    expect(exitCode).toBe(0);
    expect(sent).toEqual([[paths.delta], [paths.snapshot]]);
    expect(JSON.parse(output)).toMatchObject([{ outcome: 'committed', way: 'snapshot' }]);
  });

  it('has no more kiosks at work than it was told, and reaches all of them', async () => {
    const { folder, tokenFile } = makeSite();
    const kiosks = await Promise.all(Array.from({ length: 9 }, () => openKiosk()));
    let atWork = 0;
    let mostAtWork = 0;
    for (const kiosk of kiosks) {
      kiosk.takeWith(async () => {
        atWork += 1;
        mostAtWork = Math.max(mostAtWork, atWork);
        await until(() => atWork === 3 || kiosks.every(({ taken }) => taken > 0));
        await new Promise((resolve) => setImmediate(resolve));
        atWork -= 1;
        return { kind: 'committed', number: 5 };
      });
    }
    const words = ['push', folder, '--to', ...kiosks.map(({ host }) => host), '--token-file', tokenFile];
    const { exitCode, output } = await run([...words, '--parallel', '3']);
    expect([exitCode, mostAtWork]).toEqual([0, 3]);
    expect(output).toContain('9 of 9 done.');
  });

  it('takes a stick’s export too, and stops when it is interrupted', async () => {
    const stick = temporaryFolder();
    writeUnsignedRepository(join(stick, 'kiosk-release'));
    const tokenFile = writeTokenFile(temporaryFolder());
    const kiosk = await openKiosk();
    expect((await run(['push', stick, '--to', kiosk.host, '--token-file', tokenFile])).exitCode).toBe(0);
    kiosk.takeWith(() => new Promise(() => undefined));
    const interruption = new AbortController();
    const stopped = run(['push', stick, '--to', kiosk.host, '--token-file', tokenFile], '', {
      interrupted: interruption.signal,
    });
    await until(() => kiosk.taken === 2);
    interruption.abort();
    expect(await stopped).toMatchObject({ exitCode: 1, output: expect.stringContaining('called off') });
  });

  it.each<[string, (site: Site) => string[], number, string]>([
    ['no kiosk', ({ folder, tokenFile }) => [folder, '--token-file', tokenFile], 2, '--to-file'],
    ['no token', ({ folder }) => [folder, '--to', '127.0.0.1:1'], 2, '--token-file'],
    [
      'a kiosk without a port',
      ({ folder, tokenFile }) => [folder, '--to', '127.0.0.1', '--token-file', tokenFile],
      2,
      'host:port',
    ],
    [
      'no number of kiosks at one time',
      ({ folder, tokenFile }) => [folder, '--to', 'a:1', '--token-file', tokenFile, '--parallel', '0'],
      2,
      '1 to 64',
    ],
    [
      'a folder that is no repository',
      ({ tokenFile }) => [temporaryFolder(), '--to', 'a:1', '--token-file', tokenFile],
      1,
      'is no release repository',
    ],
    [
      'a token file that is missing',
      ({ folder }) => [folder, '--to', 'a:1', '--token-file', '/nowhere/token'],
      1,
      '--token-file',
    ],
    [
      'a list that is missing',
      ({ folder, tokenFile }) => [folder, '--to-file', '/nowhere', '--token-file', tokenFile],
      1,
      'one host:port a line',
    ],
  ])('says what to do with %s', async (_what, wordsOf, expected, advice) => {
    const { exitCode, errors } = await run(['push', ...wordsOf(makeSite())]);
    expect(exitCode).toBe(expected);
    expect(errors).toContain(advice);
  });

  it('says what is wrong with a list or a repository, once', async () => {
    const { folder, tokenFile } = makeSite();
    const list = join(temporaryFolder(), 'kiosks.txt');
    writeFileSync(list, '127.0.0.1:1\nkiosk three\n');
    const bad = await run(['push', folder, '--to-file', list, '--token-file', tokenFile]);
    expect(bad.errors).toContain(`Line 2 of ${list}`);
    rmSync(join(folder, 'metadata/7.targets.json'));
    mkdirSync(join(folder, 'targets'), { recursive: true });
    const damaged = await run(['push', folder, '--to', '127.0.0.1:1', '--token-file', tokenFile]);
    expect(damaged).toMatchObject({ exitCode: 1, output: '' });
    expect(damaged.errors).toContain('metadata/7.targets.json is missing');
  });
});
