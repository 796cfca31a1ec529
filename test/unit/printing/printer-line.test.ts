/** How the line knows how the printer is; what it does with jobs stands in spooler.test.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakePrinter } from '../../fakes/fake-printer.ts';
import { createWorld, epson, generic, silent } from './spooler-world.ts';

describe('an idle line', () => {
  it('keeps one connection open and asks every ten seconds', async () => {
    const world = createWorld({ profile: generic });
    await world.pass(35_000);
    expect([world.printer.opened, world.printer.openConnections, world.states]).toEqual([1, 1, ['ready']]);
    expect(world.printer.received.length).toBe(4 * 4 * 3);
  });

  it('tells each change once, at once where the printer tells it by itself', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.set({ paper: 'near-end' });
    await world.pass(0);
    expect(world.line.status()).toMatchObject({ state: 'ready', paperNearEnd: true });
    world.printer.set({ paper: 'out' });
    await world.pass(0);
    expect(world.line.status()).toMatchObject({ state: 'paper-out' });
    await world.pass(5_000);
    world.printer.set({ paper: 'ok' });
    await world.pass(100);
    expect(world.states).toEqual(['ready', 'ready', 'paper-out', 'ready']);
    expect(world.line.status().sinceMs).toBeGreaterThan(0);
  });

  it('takes no word of a near end from a printer without that sensor', async () => {
    const world = createWorld({ profile: { ...generic, nearEndSensor: false } });
    world.printer.set({ paper: 'near-end' });
    await world.pass(100);
    expect(world.line.status()).toMatchObject({ state: 'ready', paperNearEnd: false });
  });

  it('asks a printer nothing that says nothing by its profile or its cable', async () => {
    for (const options of [{ profile: silent }, { printer: createFakePrinter({ answers: false }) }]) {
      const world = createWorld(options);
      await world.pass(30_000);
      expect([world.printer.received.length, world.line.status().state]).toEqual([0, 'unknown']);
    }
  });

  it('calls again in growing steps, and says how long the printer has been away', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.reachable = false;
    world.printer.unplug();
    await world.pass(100);
    const { sinceMs } = world.line.status();
    await world.pass(60_000);
    expect(world.line.status()).toMatchObject({ state: 'unreachable', sinceMs });
    world.printer.reachable = true;
    await world.pass(10_000);
    expect(world.states).toEqual(['ready', 'unreachable', 'ready']);
    expect(world.logger.entries.filter(({ message }) => message.includes('cannot be reached'))).toHaveLength(1);
  });

  it('takes a printer that hung up after a while for what it is', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.unplug();
    await world.pass(100);
    expect([world.printer.opened, world.states]).toEqual([2, ['ready']]);
  });

  it('leaves no connection', async () => {
    const world = createWorld();
    await world.pass(100);
    await world.spooler.close();
    await world.line.close();
    await world.pass(60_000);
    expect([world.printer.openConnections, world.printer.opened]).toEqual([0, 1]);
  });
});

describe('nonsense', () => {
  it('is no state until two clean rounds agree', async () => {
    const world = createWorld({ profile: generic });
    await world.pass(100);
    world.printer.say(0x41);
    await world.pass(0);
    expect(world.line.status().state).toBe('unknown');
    await world.pass(1_000);
    expect(world.line.status().state).toBe('unknown');
    await world.pass(1_200);
    expect(world.states).toEqual(['ready', 'unknown', 'ready']);
  });

  it('of one byte too many is nonsense too', async () => {
    const world = createWorld({ profile: generic });
    world.printer.instead = (command, proper) => (command === 'status' ? Uint8Array.of(...proper, ...proper) : proper);
    await world.pass(60_000);
    expect(world.states).toEqual([]);
  });

  it('is what contradicts itself', async () => {
    const world = createWorld({ profile: generic });
    world.printer.instead = (_command, proper) => proper.map((byte) => byte | 0x04);
    await world.pass(60_000);
    expect(world.states).toEqual([]);
  });

  it('never becomes a state, and never a crash: 10,000 random strings in place of replies', async () => {
    const strings = fc.sample(fc.uint8Array({ maxLength: 24 }), { numRuns: 10_000, seed: 20_260_722 });
    for (const profile of [epson, generic]) {
      const world = createWorld({ profile });
      world.printer.instead = () => strings.pop() ?? new Uint8Array();
      while (strings.length > (profile === epson ? 5_000 : 0)) {
        const before = strings.length;
        await world.pass(1_000);
        for (let count = 0; count < 20; count += 1) {
          world.printer.say(...(strings.pop() ?? []));
        }
        expect(strings.length).toBeLessThan(before);
      }
      expect(world.states.filter((state) => state !== 'unknown')).toEqual([]);
      const number = world.print(1);
      await world.pass(100_000);
      expect(world.job(number)).toBe('1 unknown no-answer');
      expect(world.logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
    }
  }, 60_000);

  it('is over some time', async () => {
    const world = createWorld({ profile: generic });
    world.printer.instead = () => Uint8Array.of(0x00, 0xff);
    await world.pass(60_000);
    world.printer.instead = null;
    await world.pass(15_000);
    expect(world.states).toEqual(['ready']);
  });
});

describe('clearing for staff', () => {
  it('empties the printer and says whether it was confirmed', async () => {
    const world = createWorld();
    await world.pass(100);
    await expect(world.line.clear()).resolves.toBe(true);
    expect(world.printer.blankPieces).toBe(0);
    world.printer.confirmsClearing = false;
    const unconfirmed = world.line.clear();
    await world.pass(5_000);
    await expect(unconfirmed).resolves.toBe(false);
  });

  it('is refused while a job is under way, and where nobody is there', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.hangs = true;
    world.print(1);
    await world.pass(100);
    await expect(world.line.clear()).resolves.toBeNull();
    const away = createWorld();
    away.printer.reachable = false;
    await expect(away.line.clear()).resolves.toBeNull();
  });
});
