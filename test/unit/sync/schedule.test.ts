/** When the kiosk looks: soon after the start, by its own offset from the site's times, after failures, when the network returns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NetworkWatch, RepositoryFetchError } from '../../../main/core/ports.ts';
import { backOffMs, createCheckPlan } from '../../../main/core/sync/check-plan.ts';
import { createCity, type SyncWorld, startSync } from './sync-world.ts';

const minuteMs = 60_000;
const halfHourly = '*/30 * * * *';
const nowMs = Date.UTC(2026, 6, 22, 2, 41, 5);
/** Looks are counted by the first file each asks for. */
const looks = (world: SyncWorld): number =>
  world.repository.requests.filter(({ path }) => path.endsWith('.root.json')).length;
const failing = (world: SyncWorld, retryAfterMs?: number): void => {
  world.repository.answer.by = () => {
    throw new RepositoryFetchError('unreachable', 'no', retryAfterMs === undefined ? {} : { retryAfterMs });
  };
};

describe('the plan', () => {
  it('comes once in each interval, whatever the offset and the chance', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 5, maxLength: 5 }),
        fc.nat(30 * minuteMs),
        (id, chances, offset) => {
          const plan = createCheckPlan(halfHourly, id);
          let timeMs = nowMs + offset;
          for (const [index, chance] of chances.entries()) {
            const next = plan.nextMs(timeMs, chance);
            expect(next).not.toBeNull();
            const waitMs = (next ?? 0) - timeMs;
            expect(waitMs).toBeGreaterThan(0);
            // Half an hour, and as much later as chance may put it off.
            expect(waitMs).toBeLessThanOrEqual(33 * minuteMs);
            // Never twice for one time of the expression, once it is in step.
            if (index > 0) {
              expect(waitMs).toBeGreaterThan(26 * minuteMs);
            }
            timeMs = next ?? 0;
          }
        },
      ),
    );
  });

  it('spreads kiosks over the interval and gives each the same minute again', () => {
    const minutes = Array.from({ length: 500 }, (_none, index) => {
      const plan = createCheckPlan(halfHourly, `kiosk ${index}`);
      const next = plan.nextMs(nowMs, 0) ?? 0;
      expect(plan.nextMs(nowMs, 0)).toBe(next);
      return Math.floor((next % (30 * minuteMs)) / minuteMs);
    });
    const perMinute = Map.groupBy(minutes, (minute) => minute);
    expect(perMinute.size).toBeGreaterThanOrEqual(24);
    expect(Math.max(...[...perMinute.values()].map(({ length }) => length))).toBeLessThan(45);
  });

  it('reads the expression in the time of Việt Nam', () => {
    const next = createCheckPlan('0 6 * * *', 'a').nextMs(nowMs, 0) ?? 0;
    const hour = (new Date(next).getUTCHours() + 7) % 24;
    expect(hour).toBe(6);
  });

  it.each(['', 'at noon', '61 * * * *'])('does not take %j for times', (expression) => {
    expect(() => createCheckPlan(expression, 'a')).toThrow(expect.objectContaining({ code: 'configuration-invalid' }));
  });

  it('backs off by chance, longer each time, never beyond half an hour', () => {
    expect(backOffMs(0, 0.999)).toBeLessThan(30_000);
    expect(backOffMs(3, 0.999)).toBeGreaterThan(200_000);
    expect(backOffMs(1_000, 0.999)).toBeLessThan(30 * minuteMs);
    expect(backOffMs(5, 0)).toBe(0);
  });
});

describe('the kiosk', () => {
  it('looks seconds after the start and once in each half hour then', async () => {
    const world = startSync(createCity());
    world.publish(1);
    world.sync.start();
    expect(looks(world)).toBe(0);
    await world.pass(12_000);
    expect(looks(world)).toBe(1);
    const next = world.overview().nextCheckAtMs ?? 0;
    expect(next - world.clock.nowIsMs).toBeLessThan(33 * minuteMs);
    await world.pass(65 * minuteMs);
    expect(looks(world)).toBeGreaterThanOrEqual(3);
    expect(looks(world)).toBeLessThanOrEqual(4);
  });

  it('tries again sooner after a failure, and not while the server asks to be left alone', async () => {
    const world = startSync(createCity());
    world.publish(1);
    failing(world);
    world.sync.start();
    await world.pass(12_000);
    await world.pass(20_000);
    expect(looks(world)).toBe(2);
    failing(world, 25 * minuteMs);
    await world.pass(2 * minuteMs);
    const before = looks(world);
    await world.pass(20 * minuteMs);
    expect(looks(world)).toBe(before);
    world.repository.answer.by = () => null;
    await world.pass(10 * minuteMs);
    expect(world.shown()).toBe('rows of 1');
  });

  it('looks as soon as the network may be back', async () => {
    const listeners: (() => void)[] = [];
    const networkWatch: NetworkWatch = {
      onReturn: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    };
    const world = startSync(createCity(), { sources: { networkWatch } });
    world.publish(1);
    world.sync.start();
    await world.pass(12_000);
    const before = looks(world);
    listeners.forEach((listener) => listener());
    await world.pass(11_000);
    expect(looks(world)).toBe(before + 1);
  });

  it('plans anew where the clock is set back', async () => {
    const world = startSync(createCity());
    world.publish(1);
    world.sync.start();
    await world.pass(12_000);
    world.setClock(world.clock.nowIsMs - 3 * 24 * 60 * minuteMs);
    const before = looks(world);
    await world.pass(40 * minuteMs);
    expect(looks(world)).toBeGreaterThan(before);
  });

  it('does not look where nothing is configured', async () => {
    const world = startSync(createCity(), { sources: { network: null } });
    world.sync.start();
    await world.pass(60 * minuteMs);
    expect(world.overview().nextCheckAtMs).toBeNull();
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'unreachable' });
  });

  it('never does two at a time', async () => {
    const world = startSync(createCity());
    world.publish(1);
    const [first, second] = await Promise.all([world.check(), world.check()]);
    expect(first).toEqual({ kind: 'committed', number: 1 });
    expect(second).toEqual({ kind: 'busy' });
  });
});
