/**
 * Updates while cables, servers, disks and mains fail: what was there is shown, what came is whole, nothing is fetched twice and nothing
 * is left that grows. Every call to the disk in `npm run test:faults`, every seventh in `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasNginx, startNginx } from '../fixtures/releases/start-nginx.ts';
import type { LostKind } from './disk-image.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { expectShown } from './update-attack.ts';
import { createUpdateWorld, type UpdateWorld } from './update-world.ts';
import { watchDisk } from './watch-disk.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';
const step = isWhole ? 1 : 7;
/** Letters that no packing makes shorter than three quarters. */
const ballast = (bytes: number) => (): string => randomBytes(bytes).toString('base64');

/** Of the releases' rows, deltas and manifests. */
function targetBytes(world: UpdateWorld, name: RegExp): number {
  return [...world.repository.files].find(([path]) => name.test(path))?.[1].length ?? 0;
}

/** It is at rest, shows `number` whole, and takes the next release. */
async function goesOn(world: UpdateWorld, number: number, next: number): Promise<void> {
  await expectShown(world, number);
  expect(world.strayFiles()).toEqual([]);
  expect(await world.publishAndTake(next)).toEqual({ kind: 'committed', number: next });
  await expectShown(world, next);
}

describe('a download that is cut', () => {
  it('after every twentieth part goes on where it was, and fetches each byte once', async () => {
    const world = await createUpdateWorld({ over: 'http', ballast: ballast(150_000) });
    await world.publishAndTake(1);
    world.publish(2, {}, null, false);
    const size = targetBytes(world, /rows-2\.zst$/u);
    world.served.cut.afterBytes = Math.ceil(size / 20);
    world.served.sent.bytes = 0;
    const outcomes: string[] = [];
    // The line is cut when what came over it is on the disk: what lies in between may come twice.
    const watchLine = (): void => {
      world.kiosk().onPush(() => {
        const share = sharesOf(world).at(-1) ?? 0;
        if (share > 0 && share < 1 && share >= (outcomes.length + 1) / 20) {
          world.served.cut.now();
        }
      });
    };
    watchLine();
    for (let index = 0; index < 30 && outcomes.at(-1) !== 'committed'; index += 1) {
      const outcome = await world.check();
      outcomes.push(outcome.kind === 'failed' ? outcome.reason : outcome.kind);
      // Also where the kiosk is started anew in between.
      if (index % 5 === 2) {
        await world.restart();
        watchLine();
      }
    }
    expect(outcomes).toEqual([...Array<string>(19).fill('unreachable'), 'committed']);
    const metadata = ['timestamp', '2.snapshot', '2.targets', 'release'].map((name) =>
      targetBytes(world, new RegExp(`${name}\\.json$`, 'u')),
    );
    const most = metadata.reduce((sum, bytes) => sum + bytes, 0) * 20;
    expect(world.served.sent.bytes).toBeGreaterThanOrEqual(size);
    expect(world.served.sent.bytes).toBeLessThan(size * 1.01 + most);
    expect(world.served.requests.filter(({ status }) => status === 206)).toHaveLength(19);
    world.served.cut.afterBytes = null;
    await goesOn(world, 2, 3);
  });

  it('while the file is replaced by another begins anew, and takes only what was signed', async () => {
    const world = await createUpdateWorld({ over: 'http', ballast: ballast(50_000) });
    await world.publishAndTake(1);
    world.publish(2, {}, null, false);
    world.served.cut.afterBytes = 20_000;
    world.kiosk().onPush(() => ((sharesOf(world).at(-1) ?? 0) > 0 ? world.served.cut.now() : undefined));
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'unreachable' });
    world.served.cut.afterBytes = null;
    const [path = '', bytes = Buffer.alloc(0)] =
      [...world.repository.files].find(([name]) => name.endsWith('rows-2.zst')) ?? [];
    world.repository.files.set(path, randomBytes(bytes.length));
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'wrong-hash' });
    await expectShown(world, 1);
    world.repository.files.set(path, bytes);
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    await goesOn(world, 2, 3);
  });

  it.skipIf(!hasNginx)('because nginx is started anew goes on afterwards (needs nginx)', async () => {
    const folder = folderInMemory();
    const root = join(folder, 'releases');
    mkdirSync(join(root, 'metadata'), { recursive: true });
    const nginx = await startNginx({ repository: root, more: 'limit_rate 200k;' });
    onTestFinished(() => nginx.close());
    const world = await createUpdateWorld({ over: { url: nginx.url }, ballast: ballast(450_000) });
    const upload = (): void => {
      for (const [path, bytes] of world.repository.files) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), bytes);
      }
    };
    world.publish(1);
    upload();
    const checking = world.check();
    await untilProgress(world, (share) => share > 0.2);
    await nginx.stop();
    expect(await checking).toMatchObject({ kind: 'failed', reason: 'unreachable' });
    await nginx.start();
    const before = sharesOf(world);
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
    const [firstAfter = 0] = sharesOf(world).slice(before.length);
    expect(firstAfter).toBeGreaterThanOrEqual(before.at(-1) ?? 1);
    await expectShown(world, 1);
    expect(world.strayFiles()).toEqual([]);
  });
});

function sharesOf(world: UpdateWorld): number[] {
  return world.pushes.flatMap(({ event, payload }) =>
    event === 'update.progress' &&
    typeof payload === 'object' &&
    payload !== null &&
    'share' in payload &&
    'phase' in payload &&
    payload.phase === 'downloading'
      ? [Number(payload.share)]
      : [],
  );
}

async function untilProgress(world: UpdateWorld, isSo: (share: number) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  world.kiosk().onPush(() => {
    if (isSo(sharesOf(world).at(-1) ?? 0)) {
      resolve();
    }
  });
  await promise;
}

describe('a power cut at any call to the disk while a release is taken', { timeout: 600_000 }, () => {
  it.each<LostKind>(['everything', 'bytes'])(
    'that loses %s that was not brought to the disk leaves the former release or the new one, whole',
    async (lost) => {
      const root = folderInMemory();
      const world = await createUpdateWorld();
      await world.publishAndTake(1);
      world.publish(2);
      const disk = await watchDisk(world.dataFolder);
      const images: string[] = [];
      const draw = (index: number): void => {
        const target = join(root, `${index}`);
        disk.draw(target, lost);
        images.push(target);
      };
      disk.before.call = (index) => (index % step === 0 ? draw(index) : undefined);
      expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
      disk.before.call = () => undefined;
      const calls = disk.log.length;
      draw(calls);
      expect(calls).toBeGreaterThan(30);
      world.publish(3);
      const seen = new Set<number>();
      for (const [index, image] of images.entries()) {
        await world.moveTo(image);
        const { number } = (await world.overview()).shown;
        const at = disk.log[index * step] ?? 'the end';
        expect({ at, number }).toEqual({ at, number: expect.toBeOneOf([1, 2]) });
        // What was told as taken is there for good.
        seen.add(image === images.at(-1) ? number * 10 : number);
        await expectShown(world, number);
        // Which of two foldersful of metadata is whole is looked at with the next update.
        expect(world.strayFiles().filter((name) => name !== 'metadata.former')).toEqual([]);
        expect({ at, outcome: await world.check() }).toEqual({ at, outcome: { kind: 'committed', number: 3 } });
        await expectShown(world, 3);
        expect(world.strayFiles()).toEqual([]);
        rmSync(image, { recursive: true, force: true });
      }
      expect(seen).toContain(1);
      expect(seen).toContain(20);
    },
  );
});

describe('a disk that is full', { timeout: 600_000 }, () => {
  it('from any call on while a release is taken refuses it, and it is taken once there is room', async () => {
    const root = folderInMemory();
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    world.publish(2);
    await world.stop();
    const start = join(root, 'start');
    cpSync(world.dataFolder, start, { recursive: true });
    let calls = 1;
    const outcomes = new Map<string, number>();
    for (let full = 0; full < calls; full += step) {
      const folder = join(root, `${full}`);
      cpSync(start, folder, { recursive: true });
      await world.moveTo(folder);
      const disk = await watchDisk(folder);
      disk.before.call = (index) => {
        const what = disk.log[index] ?? '';
        if (index >= full && !/^(?:rm|unlink|f?(?:data)?sync|truncate|rename)/u.test(what)) {
          throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        }
      };
      const outcome = await world.check();
      disk.before.call = () => undefined;
      calls = Math.max(calls, disk.log.length);
      const kind = outcome.kind === 'failed' ? outcome.reason : outcome.kind;
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      expect({ at: disk.log[full], kind }).toEqual({
        at: disk.log[full],
        kind: expect.toBeOneOf(['disk-full', 'committed']),
      });
      await expectShown(world, kind === 'committed' ? 2 : 1);
      expect(await world.check()).toEqual({ kind: kind === 'committed' ? 'current' : 'committed', number: 2 });
      await expectShown(world, 2);
      expect(world.strayFiles()).toEqual([]);
      disk.stop();
      await world.stop();
      rmSync(folder, { recursive: true, force: true });
    }
    expect([...outcomes.keys()]).toContain('disk-full');
  });
});

function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', folder]).status !== 0) {
    rmdirSync(folder);
    return null;
  }
  return folder;
}

const probe = smallDisk();
if (probe !== null) {
  spawnSync('umount', ['-l', probe]);
  rmdirSync(probe);
}

describe.skipIf(probe === null)('a small disk (needs the right to mount one)', () => {
  it.each(['before', 'downloading', 'building'])(
    'that fills up (%s) refuses the release until there is room',
    async (when) => {
      const folder = smallDisk() ?? '';
      onTestFinished(() => {
        spawnSync('umount', ['-l', folder]);
        rmdirSync(folder);
      });
      const world = await createUpdateWorld({ folder, ballast: ballast(60_000) });
      await world.publishAndTake(1);
      world.publish(2);
      let isFilled = false;
      const fill = (): void => {
        isFilled = true;
        for (let index = 0, bytes = 4 << 20; bytes >= 512; index += 1) {
          try {
            writeFileSync(join(folder, `fill-${index}`), Buffer.alloc(bytes, 1));
          } catch {
            bytes >>= 1;
          }
        }
      };
      if (when === 'before') {
        fill();
      } else {
        world.kiosk().onPush(({ payload }) => {
          if (
            typeof payload === 'object' &&
            payload !== null &&
            'phase' in payload &&
            payload.phase === when &&
            !isFilled
          ) {
            fill();
          }
        });
      }
      expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'disk-full' });
      await expectShown(world, 1);
      expect((await world.overview()).failure?.reason).toBe('disk-full');
      expect((await world.status()).counts.updateFailures).toEqual({ 'disk-full': 1 });
      spawnSync('find', [folder, '-name', 'fill-*', '-delete']);
      expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
      await goesOn(world, 2, 3);
      await world.stop();
    },
  );
});
