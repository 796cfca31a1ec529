/** From staged to shown: never under a citizen's hands, never untried, and back where staff or a trial say so. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atRest } from '../../fakes/manual-schedule.ts';
import { createCity, exists, startSync } from './sync-world.ts';

async function kioskAt(...numbers: number[]) {
  const world = startSync(createCity());
  for (const number of numbers) {
    world.publish(number);
    expect(await world.check()).toEqual({ kind: 'committed', number });
  }
  return world;
}

/** Until everything that waits for files has come to rest. */
async function settled(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000 && !isDone(); turn += 1) {
    await atRest();
  }
  expect(isDone()).toBe(true);
}

describe('taking a release', () => {
  it('waits until the citizen has left', async () => {
    const world = await kioskAt(1);
    world.occupancy.begin();
    world.publish(2);
    expect(await world.check()).toEqual({ kind: 'waiting', number: 2 });
    expect(world.overview().progress).toMatchObject({ phase: 'waiting', number: 2 });
    expect(await world.check()).toEqual({ kind: 'waiting', number: 2 });
    expect(world.shown()).toBe('rows of 1');
    world.occupancy.end();
    await settled(() => world.overview().progress.phase === 'idle');
    expect(world.shown()).toBe('rows of 2');
    expect(world.overview()).toMatchObject({ shown: { number: 2 }, failure: null });
  });

  it('waits until the slip is out', async () => {
    const world = await kioskAt(1);
    world.printing.is = true;
    world.publish(2);
    expect(await world.check()).toEqual({ kind: 'waiting', number: 2 });
    world.printing.is = false;
    await world.pass(2_000);
    await settled(() => world.shown() === 'rows of 2');
  });

  it('waits again where a citizen comes during the trial', async () => {
    const world = await kioskAt(1);
    world.publish(2);
    world.trial.by = () => world.occupancy.begin();
    expect(await world.check()).toEqual({ kind: 'waiting', number: 2 });
    expect(world.shown()).toBe('rows of 1');
    world.occupancy.end();
    await settled(() => world.shown() === 'rows of 2');
  });

  it('shows the former one on where the smoke test fails, and does not try that content again', async () => {
    const world = await kioskAt(1);
    world.publish(2);
    world.trial.by = () => {
      throw new Error('the search finds nothing for "khai sinh"');
    };
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'smoke-test' });
    expect(world.shown()).toBe('rows of 1');
    const made = world.orders.length;
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'refused-before' });
    expect(world.orders).toHaveLength(made);
    expect(world.overview().shown.number).toBe(1);
    world.trial.by = () => undefined;
    world.publish(3);
    expect(await world.check()).toEqual({ kind: 'committed', number: 3 });
  });

  it('tries again with another software', async () => {
    const world = await kioskAt(1);
    world.publish(2);
    world.trial.by = () => {
      throw new Error('no');
    };
    await world.check();
    await world.close();
    const updated = startSync(world, { dataFolder: world.dataFolder, software: '1.1.0' });
    expect(await updated.check()).toEqual({ kind: 'committed', number: 2 });
  });

  it('takes a trial that nobody ended for a failure', async () => {
    const world = await kioskAt(1);
    world.publish(2);
    const pointer = join(world.dataFolder, 'releases', 'pointer.json');
    let during = '';
    world.trial.by = () => {
      during = readFileSync(pointer, 'utf8');
    };
    await world.check();
    expect(JSON.parse(during)).toMatchObject({
      trial: expect.stringMatching(/^2-/u),
      shown: expect.stringMatching(/^1-/u),
    });
    await world.close();
    // As if the power had gone in the middle of the trial.
    writeFileSync(pointer, during);
    const again = startSync(world, { dataFolder: world.dataFolder });
    expect(again.shown()).toBe('rows of 1');
    expect(again.overview().failure).toMatchObject({ reason: 'smoke-test' });
    again.publish(3);
    expect(await again.check()).toEqual({ kind: 'committed', number: 3 });
  });

  it('refuses that very content', async () => {
    const world = await kioskAt(1);
    world.publish(2);
    const pointer = join(world.dataFolder, 'releases', 'pointer.json');
    let during = '';
    world.trial.by = () => {
      during = readFileSync(pointer, 'utf8');
      throw new Error('cut');
    };
    await world.check();
    await world.close();
    writeFileSync(pointer, during);
    const again = startSync(world, { dataFolder: world.dataFolder });
    expect(await again.check()).toMatchObject({ kind: 'failed', reason: 'refused-before' });
    expect(exists(again, JSON.parse(during).trial)).toBe(false);
  });
});

describe('going back', () => {
  it('shows the former release; what was left is refused until a higher one comes', async () => {
    const world = await kioskAt(1, 2);
    expect(await world.rollBack()).toEqual({ kind: 'committed', number: 1 });
    expect(world.shown()).toBe('rows of 1');
    expect(world.overview().kept.map(({ number, state }) => [number, state])).toEqual([
      [2, 'refused'],
      [1, 'shown'],
      [0, 'former'],
    ]);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'refused-before' });
    world.publish(3);
    expect(await world.check()).toEqual({ kind: 'committed', number: 3 });
    expect(world.overview().canRollBack).toBe(true);
  });

  it('holds after a start, also without the journal', async () => {
    const world = await kioskAt(1, 2);
    await world.rollBack();
    await world.close();
    writeFileSync(join(world.dataFolder, 'journal.db'), '');
    const again = startSync(world, { dataFolder: world.dataFolder });
    expect(again.shown()).toBe('rows of 1');
    expect(await again.check()).toMatchObject({ kind: 'failed', reason: 'refused-before' });
  });

  it('holds after a start without the pointer', async () => {
    const world = await kioskAt(1, 2);
    await world.rollBack();
    await world.close();
    writeFileSync(join(world.dataFolder, 'releases', 'pointer.json'), 'cut');
    const again = startSync(world, { dataFolder: world.dataFolder });
    expect(again.shown()).toBe('rows of 1');
    expect(await again.check()).toMatchObject({ kind: 'failed', reason: 'refused-before' });
  });

  it('waits for the citizen too', async () => {
    const world = await kioskAt(1, 2);
    world.occupancy.begin();
    expect(await world.rollBack()).toEqual({ kind: 'waiting', number: 1 });
    expect(await world.check()).toEqual({ kind: 'busy' });
    world.occupancy.end();
    await settled(() => world.shown() === 'rows of 1');
  });

  it('goes to the catalogue of the software, and no further', async () => {
    const world = await kioskAt(1);
    expect(await world.rollBack()).toEqual({ kind: 'committed', number: 0 });
    expect(world.shown()).toBe('bundled');
    expect(() => world.sync.staffHandlers['updates.rollBack']({})).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
