/** Sticks and pushed releases: the same judge, another way in. */
import { describe, expect, it } from 'vitest';
import type { PushDoor, ReleaseRepository, StickWatch } from '../../../main/core/ports.ts';
import { atRest } from '../../fakes/manual-schedule.ts';
import { createCity, startSync } from './sync-world.ts';

function fakeSticks() {
  const listeners: Parameters<StickWatch['start']>[0][] = [];
  const tell: Parameters<StickWatch['start']>[0] = (stick) => {
    for (const listener of listeners) {
      listener(stick);
    }
  };
  const sticks: StickWatch = {
    start: (listener) => void listeners.push(listener),
    close: () => Promise.resolve(),
  };
  return {
    sticks,
    put: (repository: ReleaseRepository, name = 'USB') => tell({ name, repository }),
    pull: () => tell(null),
  };
}

async function until(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000 && !isDone(); turn += 1) {
    await atRest();
  }
  expect(isDone()).toBe(true);
}

describe('a stick', () => {
  it('is verified first, offered, and taken when staff say so', async () => {
    const { sticks, put } = fakeSticks();
    const city = createCity();
    const world = startSync(city, { sources: { network: null, sticks } });
    world.publish(1);
    world.sync.start();
    put(city.repository);
    await until(() => world.overview().stick !== null);
    expect(world.overview().stick).toMatchObject({ name: 'USB', number: 1, isNewer: true });
    expect(world.shown()).toBe('bundled');
    expect(() => world.sync.staffHandlers['updates.takeStick']({ number: 2 })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(await world.sync.staffHandlers['updates.takeStick']({ number: 1 })).toEqual({
      kind: 'committed',
      number: 1,
    });
    expect(world.shown()).toBe('rows of 1');
    expect(world.overview().lastCheck?.source).toBe('stick');
  });

  it('with what is shown already is not newer', async () => {
    const { sticks, put } = fakeSticks();
    const city = createCity();
    const world = startSync(city, { sources: { sticks } });
    world.publish(1);
    await world.check();
    world.sync.start();
    put(city.repository);
    await until(() => world.overview().stick !== null);
    expect(world.overview().stick).toMatchObject({ isNewer: false });
  });

  it('of somebody else is not offered; staff are told', async () => {
    const { sticks, put } = fakeSticks();
    const world = startSync(createCity(), { sources: { sticks } });
    const other = createCity();
    other.publish(9);
    world.sync.start();
    put(other.repository);
    await until(() => world.overview().failure !== null);
    expect(world.overview()).toMatchObject({ stick: null, failure: { reason: 'bad-signature', source: 'stick' } });
  });

  it('that is pulled is offered no more', async () => {
    const { sticks, put, pull } = fakeSticks();
    const city = createCity();
    const world = startSync(city, { sources: { sticks } });
    world.publish(1);
    world.sync.start();
    put(city.repository);
    await until(() => world.overview().stick !== null);
    pull();
    expect(world.overview().stick).toBeNull();
    expect(() => world.sync.staffHandlers['updates.takeStick']({ number: 1 })).toThrow();
  });

  it('waits with its turn while another update is on its way', async () => {
    const { sticks, put } = fakeSticks();
    const city = createCity();
    const world = startSync(city, { sources: { sticks } });
    world.publish(1);
    world.sync.start();
    const checking = world.check();
    put(city.repository);
    expect(await checking).toEqual({ kind: 'committed', number: 1 });
    await until(() => world.overview().stick !== null);
  });
});

describe('a pushed release', () => {
  it('is judged as any other, and its outcome told', async () => {
    const opened: Parameters<PushDoor['open']>[] = [];
    const push: PushDoor = {
      open: (...given) => {
        opened.push(given);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
    const city = createCity();
    const world = startSync(city, { sources: { network: null, push } });
    world.sync.start();
    const [door] = opened;
    if (door === undefined) {
      throw new Error('The door was not opened.');
    }
    const [take, state] = door;
    expect(state()).toEqual({ number: 0, rowsSha256: null, rootVersion: 1 });
    const { rowsSha256 } = world.publish(1);
    const old = world.repository.copyFiles();
    expect(await take(city.repository)).toEqual({ kind: 'committed', number: 1 });
    expect(state()).toEqual({ number: 1, rowsSha256, rootVersion: 1 });
    world.publish(2);
    expect(await take(city.repository)).toEqual({ kind: 'committed', number: 2 });
    world.repository.serve(old);
    expect(await take(city.repository)).toMatchObject({ kind: 'failed', reason: 'rollback' });
    expect(world.overview().failure).toMatchObject({ source: 'push' });
  });

  it('whose door cannot be opened leaves the kiosk running', async () => {
    const push: PushDoor = {
      open: () => Promise.reject(new Error('port in use')),
      close: () => Promise.resolve(),
    };
    const world = startSync(createCity(), { sources: { push } });
    world.sync.start();
    await atRest();
    expect(world.logger.entries).toContainEqual(expect.objectContaining({ level: 'error' }));
    world.publish(1);
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
  });
});
