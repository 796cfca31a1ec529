/** Kiosks that forget and clocks that lie, while somebody serves the past: what was once shown is never shown again as if it were new. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectShown, withstands } from './update-attack.ts';
import { createUpdateWorld, type UpdateWorld } from './update-world.ts';

const dayMs = 86_400_000;

describe('a mirror that serves the metadata of yesterday for a month', () => {
  it('is believed while its signatures hold and told of from then on', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    const yesterday = world.repository.copyFiles();
    world.publish(2);
    const today = world.repository.copyFiles();
    world.repository.serve(yesterday);
    const days: string[] = [];
    for (let day = 0; day < 30; day += 1) {
      const outcome = await world.check();
      days.push(outcome.kind === 'failed' ? outcome.reason : outcome.kind);
      world.clock.nowIsMs += dayMs;
    }
    expect(days).toEqual([...Array<string>(7).fill('current'), ...Array<string>(23).fill('frozen')]);
    const status = await world.status();
    expect(status.counts.updateFailures).toEqual({ frozen: 23 });
    expect(status.troubles).toEqual(expect.arrayContaining(['catalogue-old', 'update-failing']));
    const { lastSuccessAtMs } = status.updates;
    expect(world.clock.nowIsMs - (lastSuccessAtMs ?? 0)).toBe(24 * dayMs);
    await expectShown(world, 1);
    // The city signs its timestamp every day; the first honest answer heals everything.
    world.repository.serve(today);
    world.repository.expiresMs.set('timestamp', world.clock.nowIsMs + 7 * dayMs);
    world.repository.expiresMs.set('snapshot', world.clock.nowIsMs + 30 * dayMs);
    world.repository.signSnapshot();
    world.repository.signTimestamp();
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    await expectShown(world, 2);
  });
});

const lost: readonly { readonly what: string; readonly names: readonly string[] }[] = [
  { what: 'its metadata', names: ['releases/metadata'] },
  { what: 'its journal', names: ['journal.db', 'journal.db-wal', 'journal.db-shm'] },
  {
    what: 'its metadata and its journal',
    names: ['releases/metadata', 'journal.db', 'journal.db-wal', 'journal.db-shm'],
  },
  { what: 'the pointer to what is shown', names: ['releases/pointer.json'] },
  { what: 'all its releases and their metadata', names: ['releases'] },
];

async function lose(world: UpdateWorld, names: readonly string[]): Promise<void> {
  await world.stop();
  for (const name of names) {
    rmSync(join(world.dataFolder, name), { recursive: true, force: true });
  }
  await world.start();
}

describe('a kiosk that lost', () => {
  it.each(lost)('$what takes no older release for it, and goes on', async ({ what, names }) => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    const old = world.repository.copyFiles();
    await world.publishAndTake(2);
    await world.publishAndTake(3);
    const honest = world.repository.copyFiles();
    await lose(world, names);
    world.repository.serve(old);
    const outcome = await world.check();
    const isGone = what.startsWith('all');
    expect(outcome).toEqual({ kind: 'failed', reason: 'rollback', detail: expect.any(String) });
    await expectShown(world, isGone ? 0 : 3);
    world.repository.serve(honest);
    expect(await world.check()).toEqual({ kind: isGone ? 'committed' : 'current', number: 3 });
    await expectShown(world, 3);
    expect(await world.publishAndTake(4)).toEqual({ kind: 'committed', number: 4 });
  });

  it('everything begins with what came with the software, and never goes below it', async () => {
    const world = await createUpdateWorld({ bundledNumber: 2 });
    world.publish(1);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'rollback' });
    await expectShown(world, 2);
    expect(await world.publishAndTake(3)).toEqual({ kind: 'committed', number: 3 });
  });

  it.each(['', '{', 'null', '{"signed":{},"signatures":[]}', '\0'.repeat(600)])(
    'the content of its metadata (%j) begins from the installed root again',
    async (content) => {
      const world = await createUpdateWorld();
      await world.publishAndTake(1);
      await world.stop();
      const metadata = join(world.dataFolder, 'releases', 'metadata');
      for (const name of readdirSync(metadata)) {
        writeFileSync(join(metadata, name), content);
      }
      await world.start();
      await expectShown(world, 1);
      expect(await world.check()).toEqual({ kind: 'current', number: 1 });
      expect(await world.publishAndTake(2)).toEqual({ kind: 'committed', number: 2 });
    },
  );

  it('its root of trust takes nothing at all, and shows what it has', async () => {
    const world = await createUpdateWorld({ isTrusted: false });
    world.publish(1);
    await withstands(world, 'no-trust', 0);
    expect((await world.overview()).trust).toBeNull();
    expect((await world.status()).troubles).toContain('update-untrusted');
  });
});

describe('a clock', () => {
  it('that goes a year ahead refuses, and what it said is forgotten once it is right', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    world.clock.nowIsMs += 365 * dayMs;
    world.publish(2);
    await withstands(world, 'frozen', 1);
    world.clock.nowIsMs -= 365 * dayMs;
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect((await world.overview()).isClockSure).toBe(true);
  });

  it('that stands a year back is not sure, takes what is new all the same, and nothing that had run out', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    world.clock.nowIsMs += 8 * dayMs;
    world.repository.expiresMs.set('timestamp', world.clock.nowIsMs + 7 * dayMs);
    expect(await world.publishAndTake(2)).toEqual({ kind: 'committed', number: 2 });
    const fresh = world.repository.copyFiles();
    world.clock.nowIsMs -= 365 * dayMs;
    await world.restart();
    expect((await world.overview()).isClockSure).toBe(false);
    expect((await world.status()).troubles).toContain('clock-unsure');
    expect(await world.publishAndTake(3)).toEqual({ kind: 'committed', number: 3 });
    expect((await world.overview()).isClockSure).toBe(false);
    // A timestamp that runs out before the last trusted time is as dead as ever, whatever the clock says.
    world.repository.serve(fresh);
    world.repository.expiresMs.set('timestamp', world.clock.nowIsMs + 350 * dayMs);
    world.repository.signTimestamp();
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'frozen' });
    await expectShown(world, 3);
  });
});
