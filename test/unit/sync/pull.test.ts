/** A release from the repository to the screen: what is fetched, what is made, what is kept. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCity, exists, startSync } from './sync-world.ts';

describe('looking for an update', () => {
  it('takes the first release whole and the second by its delta', async () => {
    const world = startSync(createCity());
    world.publish(1);
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
    expect(world.shown()).toBe('rows of 1');
    world.publish(2);
    const sent = world.repository.sent.bytes;
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.shown()).toBe('rows of 2');
    expect(world.orders.at(-1)?.deltaPath).not.toBeNull();
    expect(world.repository.sent.bytes - sent).toBeLessThan(20_000);
    expect(world.overview()).toMatchObject({
      shown: { number: 2, origin: 'release' },
      failure: null,
      canRollBack: true,
      lastSuccessAtMs: world.clock.nowIsMs,
      progress: { phase: 'idle' },
    });
  });

  it('says that nothing is new for little', async () => {
    const world = startSync(createCity());
    world.publish(1);
    await world.check();
    const sent = world.repository.sent.bytes;
    expect(await world.check()).toEqual({ kind: 'current', number: 1 });
    expect(world.repository.sent.bytes - sent).toBeLessThan(2_000);
    expect(world.orders).toHaveLength(1);
  });

  it('keeps three releases and nothing else', async () => {
    const world = startSync(createCity());
    for (const number of [1, 2, 3, 4, 5]) {
      world.publish(number);
      await world.check();
    }
    expect(world.overview().kept.map(({ number, state }) => [number, state])).toEqual([
      [5, 'shown'],
      [4, 'former'],
      [3, 'former'],
      [0, 'former'],
    ]);
    const names = readdirSync(join(world.dataFolder, 'releases')).toSorted();
    expect(names.filter((name) => /^\d/u.test(name))).toHaveLength(3);
    expect(names.filter((name) => !/^\d/u.test(name))).toEqual(['device-id', 'incoming', 'metadata', 'pointer.json']);
    expect(readdirSync(join(world.dataFolder, 'releases', 'incoming'))).toEqual([]);
  });

  it('shows after a start what was shown before it', async () => {
    const city = createCity();
    const first = startSync(city);
    first.publish(1);
    await first.check();
    first.publish(2);
    await first.check();
    await first.close();
    const second = startSync(city, { dataFolder: first.dataFolder });
    expect(second.shown()).toBe('rows of 2');
    expect(await second.check()).toEqual({ kind: 'current', number: 2 });
    expect(exists(second, 'metadata', 'root.json')).toBe(true);
  });

  it('tells each phase once and its share', async () => {
    const world = startSync(createCity());
    world.publish(1);
    await world.check();
    const phases = world.told.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual(['checking', 'downloading', 'building', 'trial', 'idle']);
    expect(world.told.filter(({ phase }) => phase === 'downloading').length).toBeGreaterThan(5);
    expect(world.told.find(({ phase }) => phase === 'building')).toMatchObject({ number: 1, source: 'network' });
  });
});
