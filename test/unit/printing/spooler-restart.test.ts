/** The process ends at the worst moment, or the journal takes nothing; nothing is printed twice and nobody is told a lie. */
import { describe, expect, it } from 'vitest';
import type { PrintLedger } from '../../../main/core/printing/spooler/print-ledger.ts';
import { beginningsOf } from '../../fakes/fake-paper.ts';
import { createWorld, epson, generic } from './spooler-world.ts';

describe('a restart', () => {
  it('does not repeat what was under way, clears it, and prints what waits', async () => {
    for (const profile of [epson, generic]) {
      const world = createWorld({ profile });
      await world.pass(100);
      world.printer.hangs = true;
      const [first, second] = [world.print(1), world.print(2)];
      await world.pass(200);
      expect(world.job(first)).toMatch(/sending/);
      const next = world.crash();
      next.printer.hangs = false;
      next.printer.set({});
      await next.pass(20_000);
      expect(next.job(first)).toBe('1 unknown restarted');
      expect(next.job(second)).toBe('2 printed');
      expect(beginningsOf(1, next.printer.received)).toBe(1);
      expect(next.printer.slips.filter(({ marks }) => marks.includes(2))).toEqual([{ marks: [2], isWhole: true }]);
      expect(next.ledger.leftovers()).toBe(false);
    }
  });

  it('empties a printer without paper before anybody changes it', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.paperRows = 20;
    world.print(1);
    await world.pass(1_500);
    const next = world.crash();
    await next.pass(1_000);
    next.printer.set({ paper: 'ok' });
    await next.pass(10_000);
    expect(next.printer.slips.filter(({ isWhole }) => isWhole)).toEqual([]);
    expect(next.printer.hanging.marks).toEqual([]);
  });

  it('remembers what a job left that ended before it', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.cutAfterBytes = 12 + 300;
    world.printer.reachable = false;
    const first = world.print(1);
    await world.pass(5_000);
    expect(world.job(first)).toBe('1 unknown cut-off');
    world.printer.reachable = false;
    const next = world.crash();
    next.printer.reachable = true;
    await next.pass(12_000);
    const second = next.print(2);
    await next.pass(5_000);
    expect(next.job(second)).toBe('2 printed');
    expect(next.printer.slips.at(-1)).toEqual({ marks: [2], isWhole: true });
  });

  it('fails what was personal, for nothing of it was written down', async () => {
    const world = createWorld();
    world.printer.set({ paper: 'out' });
    await world.pass(100);
    const number = world.print(1, { kind: 'appointment' });
    await world.pass(100);
    expect(world.ledger.job(number)?.content).toBeNull();
    const next = world.crash();
    next.printer.set({ paper: 'ok' });
    await next.pass(5_000);
    expect([next.job(number), next.printer.slips]).toEqual(['1 failed restarted', []]);
  });

  it.each([
    ['is too old', 121_000, '1 failed expired'],
    ['was queued in the future: the clock went back', -10_000, '1 failed expired'],
    ['is in time', 100_000, '1 queued'],
  ])('settles what %s', async (_what, clockMs, outcome) => {
    const world = createWorld();
    world.printer.set({ paper: 'out' });
    await world.pass(100);
    const first = world.print(1);
    await world.pass(1_000);
    const { printer, journal, timer } = world;
    const later = createWorld({ printer, journal, timer, clockMs, start: false });
    later.spooler.start();
    expect(later.job(first)).toBe(outcome);
  });

  it('prints each of 20 waiting jobs once, whenever the process dies', async () => {
    const world = createWorld();
    await world.pass(100);
    const numbers = Array.from({ length: 20 }, (_none, index) => world.print(index + 1, { source: 'staff' }));
    let now = world;
    let seed = 42;
    for (let deaths = 0; deaths < 12; deaths += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      now.printer.cutAfterBytes = seed % 4_000;
      await now.pass(seed % 7);
      now = now.crash();
    }
    now.printer.cutAfterBytes = null;
    await now.pass(60_000);
    for (const [index, number] of numbers.entries()) {
      const state = now.spooler.job(number)?.state;
      const mark = index + 1;
      const out = now.printer.slips.filter(({ marks }) => marks.includes(mark));
      expect(['printed', 'unknown', 'failed']).toContain(state);
      expect(beginningsOf(mark, now.printer.received)).toBeLessThanOrEqual(1);
      expect(out.length).toBeLessThanOrEqual(1);
      if (state === 'printed') {
        expect(out).toEqual([{ marks: [mark], isWhole: true }]);
      }
      if (state === 'failed') {
        expect(out).toEqual([]);
      }
    }
    expect(numbers.filter((number) => now.spooler.job(number)?.state === 'printed').length).toBeGreaterThan(5);
  });
});

describe('an orderly end', () => {
  it('waits for a slip that is just coming out, and no longer for one that is not', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.hangs = true;
    const [first, second] = [world.print(1), world.print(2)];
    await world.pass(100);
    const closed = world.spooler.close();
    await world.pass(3_500);
    await closed;
    expect(world.job(first)).toBe('1 unknown restarted');
    expect(world.job(second)).toBe('2 queued');
    expect([world.spooler.add([]), world.ledger.leftovers()]).toEqual(['no-room', true]);
  });
});

/** Refuses what the test says, as a full disk does. */
function faulty() {
  const refuses = { add: false, states: new Set<string>(), settle: false };
  const through = (ledger: PrintLedger): PrintLedger => ({
    ...ledger,
    add: (jobs) => (refuses.add ? null : ledger.add(jobs)),
    change: (job, change) => !refuses.states.has(change.state) && ledger.change(job, change),
    setLeftovers: (left) => !refuses.settle && ledger.setLeftovers(left),
  });
  return { refuses, through };
}

describe('a journal that takes nothing', () => {
  it('has a new job refused, and nothing of it is sent', async () => {
    const { refuses, through } = faulty();
    const world = createWorld({ through });
    await world.pass(100);
    refuses.add = true;
    expect(world.print(1)).toBeNaN();
    await world.pass(5_000);
    expect([world.printer.slips, world.changes]).toEqual([[], []]);
  });

  it('has no job begun: without a record it would come out again', async () => {
    const { refuses, through } = faulty();
    const world = createWorld({ through });
    await world.pass(100);
    refuses.states.add('sending');
    const number = world.print(1);
    await world.pass(5_000);
    expect(world.job(number)).toBe('1 failed error');
    expect(beginningsOf(1, world.printer.received)).toBe(0);
  });

  it('has the end told at once and written later; meanwhile no other job is begun', async () => {
    const { refuses, through } = faulty();
    const world = createWorld({ through });
    await world.pass(100);
    refuses.states.add('printed');
    const first = world.print(1);
    await world.pass(100);
    expect([world.job(first), world.ledger.job(first)?.state]).toEqual(['1 printed', 'sending']);
    expect(world.spooler.recent(1)).toMatchObject([{ state: 'printed', settledBy: 'printer' }]);
    const second = world.print(2);
    await world.pass(1_000);
    expect(world.job(second)).toBe('2 failed error');
    refuses.states.clear();
    await world.pass(5_000);
    expect(world.ledger.job(first)).toMatchObject({ state: 'printed', settledBy: 'printer' });
    expect(world.ledger.job(second)).toMatchObject({ state: 'failed', reason: 'error' });
  });

  it('and a crash after it: the job is unknown, never printed again', async () => {
    const { refuses, through } = faulty();
    const world = createWorld({ through });
    await world.pass(100);
    refuses.states.add('printed');
    const number = world.print(1);
    await world.pass(100);
    refuses.states.clear();
    const next = world.crash();
    await next.pass(10_000);
    expect(next.job(number)).toBe('1 unknown restarted');
    expect(beginningsOf(1, next.printer.received)).toBe(1);
  });

  it('bears every other trouble at every write', async () => {
    for (const state of ['sending', 'printed', 'failed', 'unknown']) {
      const { refuses, through } = faulty();
      const world = createWorld({ through });
      await world.pass(100);
      refuses.states.add(state);
      refuses.settle = true;
      world.printer.cutAfterBytes = 12 + 400;
      const first = world.print(1);
      await world.pass(3_000);
      await world.spooler.cancel(first);
      const second = world.print(2);
      await world.pass(10_000);
      refuses.states.clear();
      await world.pass(6_000);
      for (const number of [first, second]) {
        expect(world.ledger.job(number)?.state).toBe(world.spooler.job(number)?.state);
        expect(beginningsOf(number, world.printer.received)).toBeLessThanOrEqual(1);
      }
    }
  });
});
