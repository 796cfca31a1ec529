/** Sticks that strangers left in the kiosk: links, pipes and devices in the place of files, two at once, one exchanged for another. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createStickWatch } from '../../main/adapters/releases/create-stick-watch.ts';
import { scheduleAfter } from '../../main/hosts/supervisor.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { expectShown } from './update-attack.ts';
import { createUpdateWorld, type UpdateWorld } from './update-world.ts';

interface StickWorld {
  readonly world: UpdateWorld;
  /** Under which sticks are mounted. */
  readonly mounts: string;
  /** Lays all of the repository, as it stands, into a folder. */
  readonly lay: (folder: string) => void;
  /** A stick with an export comes, all at once. Returns the folder of the export. */
  readonly plugIn: (name: string) => string;
  readonly offered: () => Promise<number | null>;
  readonly untilOffered: (number: number | null) => Promise<void>;
  /** Until the kiosk has said no to a stick, and why. */
  readonly untilRefused: () => Promise<string>;
}

async function createStickWorld(): Promise<StickWorld> {
  const mounts = folderInMemory();
  const elsewhere = folderInMemory();
  const world = await createUpdateWorld({
    ports: (ports) => ({
      ...ports,
      updates: {
        ...ports.updates,
        sticks: createStickWatch({ folder: mounts, schedule: scheduleAfter, logger: ports.logger, pollMs: 2 }),
      },
    }),
  });
  await world.publishAndTake(1);
  const lay = (folder: string): void => {
    for (const [path, bytes] of world.repository.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  };
  const offered = async (): Promise<number | null> => (await world.overview()).stick?.number ?? null;
  return {
    world,
    mounts,
    lay,
    plugIn: (name) => {
      lay(join(elsewhere, name, 'kiosk-release'));
      renameSync(join(elsewhere, name), join(mounts, name));
      return join(mounts, name, 'kiosk-release');
    },
    offered,
    untilOffered: (number) =>
      vi.waitFor(async () => expect(await offered()).toBe(number), { timeout: 5_000, interval: 2 }),
    untilRefused: () =>
      vi.waitFor(
        async () => {
          const [failure] = (await world.overview()).recentFailures;
          expect(failure?.source).toBe('stick');
          return failure?.reason ?? '';
        },
        { timeout: 5_000, interval: 2 },
      ),
  };
}

/** A special file; false where this user may make none. */
const makeSpecial = (path: string, kind: 'fifo' | 'device'): boolean =>
  (kind === 'fifo' ? spawnSync('mkfifo', [path]) : spawnSync('mknod', [path, 'c', '1', '5'])).status === 0;

describe('a stick', () => {
  it('with an export is offered, and taken when staff say so, also without a network', async () => {
    const { world, plugIn, untilOffered, mounts } = await createStickWorld();
    world.publish(2);
    plugIn('usb0');
    writeFileSync(join(mounts, 'usb0', 'autorun.sh'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    world.repository.files.clear();
    await untilOffered(2);
    expect((await world.overview()).stick).toMatchObject({ name: 'usb0', isNewer: true });
    await expectShown(world, 1);
    expect(await world.kiosk().staffHandlers['updates.takeStick']({ number: 2 })).toEqual({
      kind: 'committed',
      number: 2,
    });
    await expectShown(world, 2);
    rmSync(join(mounts, 'usb0'), { recursive: true });
    await untilOffered(null);
  });

  it('that nobody signed is not offered, and staff see why', async () => {
    const { world, plugIn, offered, untilRefused } = await createStickWorld();
    world.draft(2);
    world.repository.rotate('targets');
    world.repository.signAll();
    plugIn('usb0');
    expect(await untilRefused()).toBe('bad-signature');
    expect(await offered()).toBeNull();
    expect((await world.status()).counts.updateFailures).toEqual({ 'bad-signature': 1 });
    await expectShown(world, 1);
  });

  it('with an older release takes nothing back', async () => {
    const { world, plugIn, untilRefused } = await createStickWorld();
    const old = world.repository.copyFiles();
    await world.publishAndTake(2);
    world.repository.serve(old);
    plugIn('usb0');
    expect(await untilRefused()).toBe('rollback');
    await expectShown(world, 2);
  });

  it('exchanged for another after it was offered is looked at again before it is taken', async () => {
    const { world, plugIn, untilOffered } = await createStickWorld();
    world.publish(2);
    const folder = plugIn('usb0');
    await untilOffered(2);
    for (const [path] of world.repository.files) {
      if (path.endsWith('.zst')) {
        writeFileSync(join(folder, path), 'something else');
      }
    }
    const outcome = await world.kiosk().staffHandlers['updates.takeStick']({ number: 2 });
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: expect.toBeOneOf(['wrong-hash', 'bad-answer', 'unreachable']),
    });
    await expectShown(world, 1);
    expect(world.strayFiles()).toEqual([]);
  });

  it('beside another waits until the first is gone', async () => {
    const { world, plugIn, untilOffered, mounts } = await createStickWorld();
    world.publish(2);
    plugIn('usb0');
    await untilOffered(2);
    world.publish(3);
    plugIn('usb1');
    await vi.waitFor(
      () =>
        expect(world.logger.entries.map(({ message }) => message)).toContainEqual(
          expect.stringMatching(/second stick/u),
        ),
      { timeout: 5_000, interval: 2 },
    );
    expect((await world.overview()).stick).toMatchObject({ name: 'usb0', number: 2 });
    await expect(
      async () => await world.kiosk().staffHandlers['updates.takeStick']({ number: 3 }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    rmSync(join(mounts, 'usb0'), { recursive: true });
    await untilOffered(3);
    expect((await world.overview()).stick).toMatchObject({ name: 'usb1' });
    expect(await world.kiosk().staffHandlers['updates.takeStick']({ number: 3 })).toEqual({
      kind: 'committed',
      number: 3,
    });
  });
});

/** What lies in the place of a file or folder of the export. */
const traps: readonly {
  readonly what: string;
  readonly set: (way: { readonly folder: string; readonly outside: string }) => boolean;
}[] = [
  {
    what: 'a link in the place of the export',
    set: ({ folder, outside }) => {
      rmSync(folder, { recursive: true });
      symlinkSync(outside, folder);
      return true;
    },
  },
  ...['metadata', 'targets', 'targets/catalogue', 'metadata/timestamp.json', 'metadata/2.snapshot.json'].map(
    (path) => ({
      what: `a link in the place of ${path}`,
      set: ({ folder, outside }: { readonly folder: string; readonly outside: string }) => {
        rmSync(join(folder, path), { recursive: true });
        symlinkSync(join(outside, path), join(folder, path));
        return true;
      },
    }),
  ),
  ...(['fifo', 'device'] as const).flatMap((kind) =>
    ['metadata/timestamp.json', 'metadata/2.snapshot.json', 'metadata'].map((path) => ({
      what: `a ${kind} in the place of ${path}`,
      set: ({ folder }: { readonly folder: string }) => {
        rmSync(join(folder, path), { recursive: true });
        return makeSpecial(join(folder, path), kind);
      },
    })),
  ),
  {
    what: 'a folder in the place of metadata/timestamp.json',
    set: ({ folder }) => {
      rmSync(join(folder, 'metadata/timestamp.json'));
      mkdirSync(join(folder, 'metadata/timestamp.json'));
      return true;
    },
  },
];

describe('a stick with a trap', () => {
  it.each(traps)('$what is not followed, not waited for and not taken', async ({ set }) => {
    const { world, plugIn, lay, mounts } = await createStickWorld();
    world.publish(2);
    const outside = folderInMemory();
    lay(outside);
    const staging = folderInMemory();
    const prepared = join(staging, 'usb0', 'kiosk-release');
    lay(prepared);
    if (!set({ folder: prepared, outside })) {
      // Not everybody may make a device.
      return;
    }
    renameSync(join(staging, 'usb0'), join(mounts, 'usb0'));
    // A good one beside it: it is offered at once where the bad one is passed over, and after it where it is looked at.
    plugIn('usb1');
    await vi.waitFor(
      async () => {
        const { recentFailures, stick } = await world.overview();
        expect(recentFailures.length > 0 || stick !== null).toBe(true);
      },
      { timeout: 5_000, interval: 2 },
    );
    const offered = (await world.overview()).stick;
    if (offered?.name === 'usb0') {
      // Metadata alone lay there as files: what is behind the link is refused when it is asked for.
      const outcome = await world.kiosk().staffHandlers['updates.takeStick']({ number: offered.number });
      expect(outcome).toMatchObject({ kind: 'failed', reason: 'bad-answer' });
    }
    await expectShown(world, 1);
    rmSync(join(mounts, 'usb0'), { recursive: true, force: true });
    await vi.waitFor(async () => expect((await world.overview()).stick?.name).toBe('usb1'), {
      timeout: 5_000,
      interval: 2,
    });
    expect(await world.kiosk().staffHandlers['updates.takeStick']({ number: 2 })).toEqual({
      kind: 'committed',
      number: 2,
    });
    await expectShown(world, 2);
  });
});
