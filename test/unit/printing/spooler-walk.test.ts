/** Long random lives of a kiosk and its printer, with what must hold whatever happens. */
import { describe, expect, it } from 'vitest';
import { beginningsOf } from '../../fakes/fake-paper.ts';
import { createWorld, epson, generic, silent, type World } from './spooler-world.ts';

/** Mulberry32: a seed makes a life that can be lived again. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Returns a world where the old one died. */
type Step = (world: World, dice: (sides: number) => number) => World | void;

const steps: readonly Step[] = [
  ({ printer }, dice) => void (printer.cutAfterBytes = dice(3_000)),
  ({ printer }) => printer.unplug(),
  ({ printer }) => printer.unplug({ power: true }),
  ({ printer }) => void (printer.reachable = !printer.reachable),
  ({ printer }, dice) => void (printer.paperRows = dice(60)),
  ({ printer }) => printer.set({ paper: 'out' }),
  ({ printer }) => printer.set({ paper: 'ok' }),
  ({ printer }) => printer.set({ coverOpen: !printer.condition.coverOpen }),
  ({ printer }) => printer.set({ cutterJammed: !printer.condition.cutterJammed }),
  ({ printer }) => {
    printer.hangs = !printer.hangs;
    printer.set({});
  },
  // One that confirms clearing and is silent about fences is believed: no slip came out where none was told of.
  ({ printer, profile }) => void (printer.fences = profile.clear === 'dle-dc4' || !printer.fences),
  ({ printer }) => void (printer.speaks = !printer.speaks),
  ({ printer }, dice) => printer.say(...Array.from({ length: dice(5) }, () => dice(256))),
  ({ printer }, dice) => void (printer.bufferBytes = dice(2) === 0 ? 64 * 1024 : 500),
  ({ spooler }) => spooler.citizenLeft(),
  ({ spooler }, dice) => void spooler.cancel(1 + dice(30)),
  ({ line }) => void line.clear(),
  (world) => {
    // One that says nothing from the start on is taken for one that never does; that is the life of the silent ones below.
    world.printer.speaks ||= world.profile.status !== 'none';
    return world.crash();
  },
];

/** Everything is well again, so that whatever waits or is left comes to its end. */
async function recover({ printer, timer }: World): Promise<void> {
  Object.assign(printer, {
    reachable: true,
    hangs: false,
    speaks: true,
    fences: true,
    cutAfterBytes: null,
    paperRows: null,
    bufferBytes: 64 * 1024,
  });
  printer.set({ paper: 'ok', coverOpen: false, cutterJammed: false, error: false });
  await timer.pass(400_000);
}

describe.each([
  ['epson', epson],
  ['generic', generic],
  ['silent', silent],
])('a printer of the kind %s', (name, profile) => {
  it.each(Array.from({ length: 40 }, (_none, index) => index + 1))(
    'life %i',
    async (seed) => {
      const dice = createDice(seed * 7_919);
      let world = createWorld({ profile });
      await world.pass(100);
      const marks = new Map<number, number>();
      let mark = 0;
      for (let count = 0; count < 60; count += 1) {
        if (dice(2) === 0 && mark < 90) {
          mark += 1;
          const number = world.print(mark, {
            source: dice(2) === 0 ? 'citizen' : 'staff',
            ...(dice(4) === 0 ? { kind: 'appointment' as const } : {}),
          });
          if (!Number.isNaN(number)) {
            marks.set(number, mark);
          }
        } else {
          world = steps[dice(steps.length)]?.(world, dice) ?? world;
        }
        await world.pass([0, 1, 20, 700, 3_000, 25_000][dice(6)] ?? 0);
      }
      await recover(world);
      const last = world.print(99);
      await world.pass(60_000);
      const { printer, spooler, ledger } = world;

      // The one after everything comes out whole and alone, and the printer is known to be empty.
      const ownOf = (of: number) => printer.slips.filter((slip) => slip.marks.includes(of));
      // (A printer that says nothing may lose or join what it likes: nobody can know.)
      expect(name === 'silent' ? [] : ownOf(99)).toEqual(name === 'silent' ? [] : [{ marks: [99], isWhole: true }]);
      expect(spooler.job(last)?.state).toBe(name === 'silent' ? 'unknown' : 'printed');
      expect(ledger.leftovers()).toBe(false);
      for (const [number, own] of marks) {
        const job = spooler.job(number);
        // Nothing begins twice, nothing is open for ever, the journal and the spooler say the same.
        expect(beginningsOf(own, printer.received)).toBeLessThanOrEqual(1);
        expect(['printed', 'failed', 'unknown']).toContain(job?.state);
        expect(ledger.job(number)).toMatchObject({ state: job?.state, reason: job?.reason, content: null });
        // No false word: a printed one is there, a failed one is not.
        if (job?.state === 'printed') {
          expect(ownOf(own).filter(({ isWhole }) => isWhole)).toHaveLength(1);
        } else if (job?.state === 'failed') {
          expect(ownOf(own).filter(({ isWhole }) => isWhole)).toEqual([]);
        }
      }
      // Nobody gets a slip with another's on it.
      expect(name === 'silent' ? [] : printer.slips.filter((slip) => slip.marks.length > 1)).toEqual([]);
      expect(world.logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
    },
    30_000,
  );
});
