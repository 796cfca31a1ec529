/** When a reader is opened again, and what is told of it. Time is the test's own. */
import { describe, expect, it } from 'vitest';
import { createReconnectingSource, type OpenedReader } from '../../../main/adapters/scanning/reconnecting-source.ts';
import { atRest, createManualSchedule } from '../../fakes/manual-schedule.ts';

function readerAt(isThere: boolean) {
  const time = createManualSchedule();
  const world = { isThere, why: 'missing', tries: [] as number[], open: 0 };
  const told: [boolean, string | null][] = [];
  const bytes: string[] = [];
  let unplug: (() => Promise<void>) | null = null;
  let send: ((text: string) => void) | null = null;
  const source = createReconnectingSource({
    target: 'serial:/dev/fake',
    schedule: time.schedule,
    open: () => {
      world.tries.push(time.elapsedMs);
      if (!world.isThere) {
        return Promise.reject(new Error(world.why));
      }
      world.open += 1;
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      const close = (): Promise<void> => {
        world.open -= 1;
        resolve();
        return closed;
      };
      unplug = close;
      const reader: OpenedReader = {
        onData: (listener) => {
          send = (text) => listener(Buffer.from(text));
        },
        onClose: (listener) => void closed.then(listener),
        isPresent: () => true,
        close,
      };
      return Promise.resolve(reader);
    },
  });
  source.start({
    onBytes: (piece) => bytes.push(Buffer.from(piece).toString()),
    onConnected: (isConnected, reason) => told.push([isConnected, reason]),
  });
  const pull = async (): Promise<void> => {
    await unplug?.();
    await atRest();
  };
  return { source, time, world, told, bytes, pull, send: (text: string) => send?.(text) };
}

describe('a reader that is not there', () => {
  it('is asked for ever more rarely, and told once', async () => {
    const { time, world, told, source } = readerAt(false);
    await time.pass(60_000);
    expect(world.tries).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500, 30_500, 45_500]);
    expect(told).toEqual([[false, 'missing']]);
    expect(source.isPresent()).toBe(false);
  });

  it('is told again where the reason is another one', async () => {
    const { time, world, told } = readerAt(false);
    await time.pass(1_000);
    world.why = 'no right to it';
    await time.pass(10_000);
    expect(told).toEqual([
      [false, 'missing'],
      [false, 'no right to it'],
    ]);
  });

  it('is found where it is plugged in', async () => {
    const { time, world, told, send, bytes, source } = readerAt(false);
    await time.pass(2_000);
    world.isThere = true;
    await time.pass(2_000);
    send('1.001193\r');
    expect(told).toEqual([
      [false, 'missing'],
      [true, null],
    ]);
    expect([bytes, source.isPresent()]).toEqual([['1.001193\r'], true]);
  });
});

describe('a reader that is pulled out', () => {
  it('is opened again, soon after a long time of service', async () => {
    const { time, world, told, pull } = readerAt(true);
    await time.pass(10_000);
    await pull();
    await time.pass(1_000);
    expect(world.tries).toEqual([0, 10_500]);
    expect(told).toEqual([
      [true, null],
      [false, 'It was unplugged.'],
      [true, null],
    ]);
    expect(world.open).toBe(1);
  });

  it('with a loose contact is opened ever more rarely', async () => {
    const { time, world, pull } = readerAt(true);
    await time.pass(0);
    for (let times = 0; times < 5; times += 1) {
      await pull();
      const tries = world.tries.length;
      for (let waited = 0; world.tries.length === tries && waited < 20_000; waited += 100) {
        await time.pass(100);
      }
    }
    expect(world.tries).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500]);
  });
});

describe('a reader that is let go', () => {
  it('is closed, tells nothing any more and is not asked for again', async () => {
    const { source, time, world, told, send, bytes } = readerAt(true);
    await time.pass(0);
    await source.stop();
    send('late\r');
    await time.pass(60_000);
    expect([world.open, world.tries, told, bytes]).toEqual([0, [0], [[true, null]], []]);
  });

  it('also where it was just being opened, or was not there', async () => {
    const opening = readerAt(true);
    await opening.source.stop();
    expect([opening.world.open, opening.told]).toEqual([0, []]);
    const missing = readerAt(false);
    await missing.time.pass(100);
    await missing.source.stop();
    await missing.time.pass(60_000);
    expect(missing.world.tries).toEqual([0]);
  });
});
