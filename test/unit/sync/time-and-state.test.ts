/** Clocks that are wrong, and states that were lost, damaged or meddled with: none of it opens a door to an older release. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCity, startSync } from './sync-world.ts';

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;

async function kioskAt(...numbers: number[]) {
  const city = createCity();
  const world = startSync(city);
  for (const number of numbers) {
    world.publish(number);
    expect(await world.check()).toEqual({ kind: 'committed', number });
  }
  return world;
}

describe('a clock that is wrong', () => {
  it('a year ahead finds everything run out and poisons nothing', async () => {
    const world = await kioskAt(1);
    const known = world.ledger.trustedTimeMs();
    const truth = world.clock.nowIsMs;
    world.setClock(truth + yearMs);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'frozen' });
    expect(world.ledger.trustedTimeMs()).toBe(known);
    world.setClock(truth + 1_000);
    world.publish(2);
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
  });

  it('a year behind is unsure, not run out, and takes what is fresh', async () => {
    const world = await kioskAt(1);
    const truth = world.clock.nowIsMs;
    world.setClock(truth - yearMs);
    expect(world.overview().isClockSure).toBe(false);
    world.publish(2);
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.ledger.trustedTimeMs()).toBeGreaterThanOrEqual(truth - 1_000);
  });

  it('set back is no way around a date that was reached', async () => {
    const world = await kioskAt(1);
    const truth = world.clock.nowIsMs;
    const old = world.repository.copyFiles();
    world.setClock(truth + 6 * dayMs);
    world.repository.expiresMs.set('timestamp', truth + 20 * dayMs);
    world.publish(2);
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    // The former metadata run out on the seventh day; the kiosk has seen the sixth, and then the eighth.
    world.setClock(truth + 8 * dayMs);
    expect(await world.check()).toMatchObject({ kind: 'current' });
    rmSync(join(world.dataFolder, 'releases', 'metadata'), { recursive: true });
    world.repository.serve(old);
    world.setClock(truth);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'frozen' });
  });

  it('of whoever publishes does not set the time of the kiosk', async () => {
    const world = await kioskAt(1);
    world.publish(2, { publishedAtMs: world.clock.nowIsMs + yearMs });
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.overview().isClockSure).toBe(true);
  });

  it('before the software was built says so from the start', () => {
    const world = startSync(createCity());
    world.setClock(0);
    expect(world.overview().isClockSure).toBe(false);
  });
});

describe('a state that was lost', () => {
  it('without metadata takes no lower number', async () => {
    const world = await kioskAt(1);
    const old = world.repository.copyFiles();
    world.publish(2);
    await world.check();
    rmSync(join(world.dataFolder, 'releases', 'metadata'), { recursive: true });
    world.repository.serve(old);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'rollback' });
    expect(world.shown()).toBe('rows of 2');
  });

  it('without journal and metadata takes no lower number either, for the pointer counts', async () => {
    const world = await kioskAt(1);
    const old = world.repository.copyFiles();
    world.publish(2);
    await world.check();
    await world.close();
    rmSync(join(world.dataFolder, 'releases', 'metadata'), { recursive: true });
    rmSync(join(world.dataFolder, 'journal.db'));
    world.repository.serve(old);
    const again = startSync(world, { dataFolder: world.dataFolder });
    expect(again.shown()).toBe('rows of 2');
    expect(await again.check()).toMatchObject({ kind: 'failed', reason: 'rollback' });
  });

  it('without pointer shows the highest release that lies there whole', async () => {
    const world = await kioskAt(1, 2);
    await world.close();
    writeFileSync(join(world.dataFolder, 'releases', 'pointer.json'), '{"form":1,');
    const again = startSync(world, { dataFolder: world.dataFolder });
    expect(again.shown()).toBe('rows of 2');
    expect(await again.check()).toEqual({ kind: 'current', number: 2 });
  });

  it('refuses another release of a number it had', async () => {
    const world = await kioskAt(1);
    world.publish(1, { rowsSha256: 'ab'.repeat(32) });
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'rollback' });
  });

  it.each(['', '{}', '{"signed":{},"signatures":[]}'])(
    'with a root.json of %j goes on from a root it believed',
    async (text) => {
      const world = await kioskAt(1);
      world.repository.rotate('timestamp');
      world.repository.signRoot();
      world.publish(2);
      expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
      const path = join(world.dataFolder, 'releases', 'metadata', 'root.json');
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ signed: { version: 2 } });
      writeFileSync(path, text);
      // From the last root, not from the first one: the way from there is gone.
      world.repository.files.delete('metadata/2.root.json');
      world.publish(3);
      expect(await world.check()).toEqual({ kind: 'committed', number: 3 });
      expect(world.overview().trust).toMatchObject({ rootVersion: 2 });
    },
  );

  it('keeps a newer root although what came after it failed', async () => {
    const world = await kioskAt(1);
    world.repository.rotate('timestamp');
    world.repository.signRoot();
    const { files } = world.repository;
    const timestamp = files.get('metadata/timestamp.json') ?? Buffer.alloc(0);
    world.publish(2);
    files.set('metadata/timestamp.json', timestamp);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'bad-signature' });
    expect(world.overview().trust).toMatchObject({ rootVersion: 2 });
  });

  it('begins anew where another root of trust is installed', async () => {
    const world = await kioskAt(1);
    const other = createCity();
    other.publish(1);
    writeFileSync(join(world.dataFolder, 'trust', 'root.json'), other.repository.trustedRoot);
    world.repository.serve(other.repository.files);
    expect(await world.check()).toEqual({ kind: 'current', number: 1 });
  });

  it('takes nothing without a root of trust', async () => {
    const world = startSync(createCity(), { trusts: false });
    world.publish(1);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'no-trust' });
    expect(world.overview()).toMatchObject({ trust: null, failure: { reason: 'no-trust' } });
    expect(world.repository.requests).toEqual([]);
  });
});
