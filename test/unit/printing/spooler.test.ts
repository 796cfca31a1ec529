/** What becomes of a job, whatever the printer does before, during and after it. */
import { describe, expect, it } from 'vitest';
import { beginningsOf } from '../../fakes/fake-paper.ts';
import { createFakePrinter } from '../../fakes/fake-printer.ts';
import { createWorld, epson, generic, layoutOf, silent } from './spooler-world.ts';

/** A slip's bytes without head and fence: 40 rows of 32 bytes in five strips. */
const rows = 40;

const halts = [
  ['paper-out', { paper: 'out' }, { paper: 'ok' }],
  ['cover-open', { coverOpen: true }, { coverOpen: false }],
  ['cutter-error', { cutterJammed: true }, { cutterJammed: false }],
  ['error', { error: true }, { error: false }],
] as const;

describe.each([
  ['a printer that says everything', epson],
  ['a printer that says the usual', generic],
])('%s', (_what, profile) => {
  it('prints one slip, whole, and says so once the printer did', async () => {
    const world = createWorld({ profile });
    await world.pass(100);
    const number = world.print(7);
    await world.pass(100);
    expect(world.changes).toEqual(['1 queued', '1 sending', '1 printed']);
    expect(world.printer.slips).toEqual([{ marks: [7], isWhole: true }]);
    expect(world.ledger.job(number)).toMatchObject({ state: 'printed', settledBy: 'printer', content: null });
    expect([world.ledger.leftovers(), world.printer.blankPieces]).toEqual([false, 0]);
    expect(world.ledger.roll()).toMatchObject({ slipsEver: 1, slipsOnRoll: 1, usedMillimetres: 20 });
  });

  describe.each(halts)('with %s', (reason, halted, ready) => {
    it('before a job: waits, says why, and prints once somebody came', async () => {
      const world = createWorld({ profile });
      world.printer.set(halted);
      await world.pass(100);
      expect(world.line.status().state).toBe(reason);
      const number = world.print(7);
      await world.pass(30_000);
      expect(world.job(number)).toBe(`1 paused ${reason}`);
      expect(world.ledger.job(number)?.state).toBe('queued');
      expect(beginningsOf(7, world.printer.received)).toBe(0);
      world.printer.set(ready);
      await world.pass(1_500);
      expect(world.changes).toEqual(['1 queued', `1 paused ${reason}`, '1 sending', '1 printed']);
      expect(world.printer.slips).toEqual([{ marks: [7], isWhole: true }]);
    });

    it('before a job: gives it up when its time is over, and when it is called off', async () => {
      const world = createWorld({ profile });
      world.printer.set(halted);
      await world.pass(100);
      const [late, unwanted] = [world.print(7), world.print(8)];
      await world.pass(50_000);
      await expect(world.spooler.cancel(unwanted)).resolves.toMatchObject({ state: 'failed', reason: 'cancelled' });
      await world.pass(71_000);
      expect(world.job(late)).toBe('1 failed expired');
      world.printer.set(ready);
      await world.pass(20_000);
      expect([world.printer.slips, beginningsOf(7, world.printer.received)]).toEqual([[], 0]);
    });

    it('during a job: waits, says why, and the slip comes out whole', async () => {
      const world = createWorld({ profile });
      await world.pass(100);
      halfWay(world, halted);
      const number = world.print(7);
      await world.pass(1_500);
      expect(world.job(number)).toBe(`1 paused ${reason}`);
      expect(world.ledger.job(number)?.state).toBe('sending');
      await world.pass(100_000);
      world.printer.set(ready);
      await world.pass(1_500);
      expect(world.changes).toEqual(['1 queued', '1 sending', `1 paused ${reason}`, '1 sending', '1 printed']);
      expect(world.printer.slips).toEqual([{ marks: [7], isWhole: true }]);
    });

    it('during a job: nobody comes; nothing of it comes out before the next', async () => {
      const world = createWorld({ profile });
      await world.pass(100);
      halfWay(world, halted);
      const number = world.print(7);
      await world.pass(190_000);
      expect(world.job(number)).toMatch(profile.clear === 'dle-dc4' ? '1 failed expired' : '1 unknown expired');
      world.printer.set(ready);
      await world.pass(20_000);
      const next = world.print(8);
      await world.pass(2_000);
      expect(world.job(next)).toBe('2 printed');
      expect(world.printer.slips.at(-1)).toEqual({ marks: [8], isWhole: true });
      expect(world.printer.slips.filter(({ marks }) => marks.length > 1)).toEqual([]);
      expect(beginningsOf(7, world.printer.received)).toBe(1);
      if (profile.clear === 'dle-dc4') {
        expect(world.printer.slips.filter(({ marks, isWhole }) => isWhole && marks.includes(7))).toEqual([]);
      }
      expect(world.ledger.leftovers()).toBe(false);
    });

    it('after a job: the job stays printed and the status is told', async () => {
      const world = createWorld({ profile });
      await world.pass(100);
      const number = world.print(7);
      await world.pass(100);
      world.printer.set(halted);
      await world.pass(11_000);
      expect([world.job(number), world.line.status().state]).toEqual(['1 printed', reason]);
      expect(world.states).toEqual(['ready', reason]);
    });
  });
});

type Halting = Parameters<ReturnType<typeof createFakePrinter>['set']>[0];

/** The printer stands still once half of a slip has come out. */
function halfWay({ printer }: ReturnType<typeof createWorld>, condition: Halting): void {
  const printed = printer.set.bind(printer);
  printer.paperRows = rows / 2;
  printer.set = (changes) => {
    printer.set = printed;
    printed('paper' in changes && changes.paper === 'out' ? condition : changes);
  };
}

describe('calling off', () => {
  it('drops what waits, its content too, and sends the others', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.hangs = true;
    world.print(1);
    await world.pass(100);
    const waiting = world.print(2);
    expect(world.ledger.job(waiting)?.content).toEqual(layoutOf(2));
    await world.spooler.cancel(waiting);
    expect(world.ledger.job(waiting)).toMatchObject({ state: 'failed', reason: 'cancelled', content: null });
    world.printer.hangs = false;
    world.printer.set({});
    await world.pass(1_000);
    expect(world.printer.slips).toEqual([{ marks: [1], isWhole: true }]);
  });

  it('clears a paused job: no slip of it comes out, and it failed', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.paperRows = rows / 2;
    const number = world.print(1);
    await world.pass(1_500);
    const cancelled = world.spooler.cancel(number);
    await world.pass(1_500);
    await expect(cancelled).resolves.toMatchObject({ state: 'failed', reason: 'cancelled' });
    world.printer.set({ paper: 'ok' });
    await world.pass(3_000);
    expect(world.printer.slips).toEqual([{ marks: [1], isWhole: false }]);
    expect([world.ledger.leftovers(), world.printer.hanging.marks]).toEqual([false, []]);
  });

  it('does not know what came of a job that the printer was still busy with', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.hangs = true;
    const number = world.print(1);
    await world.pass(100);
    const cancelled = world.spooler.cancel(number);
    await world.pass(1_500);
    await expect(cancelled).resolves.toMatchObject({ state: 'unknown', reason: 'cancelled' });
  });

  it('does not know either where the printer confirms nothing', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.confirmsClearing = false;
    world.printer.paperRows = rows / 2;
    const number = world.print(1);
    await world.pass(1_500);
    const cancelled = world.spooler.cancel(number);
    await world.pass(3_000);
    await expect(cancelled).resolves.toMatchObject({ state: 'unknown', reason: 'cancelled' });
  });

  it('counts a slip as printed whose fence comes all the same', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.clears = false;
    world.printer.hangs = true;
    const number = world.print(1);
    await world.pass(100);
    const cancelled = world.spooler.cancel(number);
    await world.pass(1_100);
    await cancelled;
    expect(world.job(number)).toBe('1 unknown cancelled');
    world.printer.hangs = false;
    world.printer.set({});
    await world.pass(100);
    expect(world.changes.slice(-2)).toEqual(['1 unknown cancelled', '1 printed']);
    expect(world.ledger.job(number)).toMatchObject({ state: 'printed', settledBy: 'printer' });
  });

  it('leaves a job alone that is over', async () => {
    const world = createWorld();
    await world.pass(100);
    const number = world.print(1);
    await world.pass(100);
    await expect(world.spooler.cancel(number)).resolves.toMatchObject({ state: 'printed' });
    await expect(world.spooler.cancel(99)).resolves.toBeNull();
  });
});

describe('a citizen who left', () => {
  it('takes waiting jobs along, a paused one too, and lets staff have theirs', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.paperRows = rows / 2;
    const [paused, waiting, staff] = [world.print(1), world.print(2), world.print(3, { source: 'staff' })];
    await world.pass(1_500);
    expect([world.job(paused), world.job(waiting)]).toEqual(['1 paused paper-out', '2 queued']);
    world.spooler.citizenLeft();
    await world.pass(1_500);
    expect([world.job(paused), world.job(waiting)]).toEqual(['1 failed cancelled', '2 failed cancelled']);
    expect(world.ledger.job(waiting)?.content).toBeNull();
    world.printer.set({ paper: 'ok' });
    await world.pass(5_000);
    expect(world.job(staff)).toBe('3 printed');
    expect(world.printer.slips.filter(({ isWhole }) => isWhole)).toEqual([{ marks: [3], isWhole: true }]);
  });

  it('lets a slip come out that is on its way, unless it is personal', async () => {
    for (const [kind, state] of [
      ['checklist', '1 sending'],
      ['appointment', '1 unknown cancelled'],
    ] as const) {
      const world = createWorld();
      await world.pass(100);
      world.printer.hangs = true;
      const number = world.print(1, { kind });
      await world.pass(100);
      world.spooler.citizenLeft();
      await world.pass(1_500);
      expect(world.job(number)).toBe(state);
    }
  });
});

describe('a printer that is away', () => {
  it('is tried twice; then the job failed, and the status says since when', async () => {
    const world = createWorld({ start: false });
    world.printer.reachable = false;
    world.line.start();
    const number = world.print(1);
    await world.pass(10_000);
    expect(world.changes).toEqual(['1 queued', '1 failed unreachable']);
    expect(world.line.status()).toMatchObject({ state: 'unreachable' });
    world.printer.reachable = true;
    await world.pass(11_000);
    expect(world.line.status().state).toBe('ready');
    expect([world.job(number), world.printer.slips]).toEqual(['1 failed unreachable', []]);
  });

  it('is taken again after a break within the retry', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.reachable = false;
    world.printer.unplug();
    const number = world.print(1);
    await world.pass(500);
    world.printer.reachable = true;
    await world.pass(1_000);
    expect(world.job(number)).toBe('1 printed');
  });

  it('is noticed where it went without a word', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.speaks = false;
    world.printer.reachable = false;
    await world.pass(11_000);
    expect(world.states).toEqual(['ready', 'unreachable']);
  });
});

describe('a cable that is cut', () => {
  const whole = 5 * 8 + rows * 32;

  it.each([...Array.from({ length: 24 }, (_none, index) => index), 60, 300, whole - 40, whole, whole + 8, whole + 19])(
    'after %i bytes of the job: never two slips, never a false word',
    async (bytes) => {
      for (const profile of [epson, generic]) {
        const world = createWorld({ profile });
        await world.pass(100);
        // The questions before a job are twelve bytes.
        world.printer.cutAfterBytes = 12 + bytes;
        const number = world.print(7);
        await world.pass(200);
        const { state, reason } = world.spooler.job(number) ?? {};
        const slips = (): number => world.printer.slips.filter(({ marks }) => marks.includes(7)).length;
        const arrivedWhole = slips() === 1;
        if (bytes === 0) {
          expect([state, reason]).toEqual(['failed', 'unreachable']);
        } else if (state !== 'printed') {
          expect([state, reason]).toEqual(['unknown', 'cut-off']);
        }
        expect(state === 'printed' && !arrivedWhole).toBe(false);
        await world.pass(10_000);
        const next = world.print(8);
        await world.pass(5_000);
        expect(world.job(next)).toBe('2 printed');
        expect(world.printer.slips.at(-1)).toEqual({ marks: [8], isWhole: true });
        expect(world.printer.slips.filter(({ marks }) => marks.length > 1)).toEqual([]);
        expect(beginningsOf(7, world.printer.received)).toBeLessThanOrEqual(1);
        expect(slips()).toBeLessThanOrEqual(1);
      }
    },
  );

  it('clears a halted printer as soon as it is back, without waiting for the next job', async () => {
    // Without automatic status the whole slip is in the printer before anybody knows that it stands still.
    const world = createWorld({ profile: { ...epson, status: 'dle-eot' } });
    await world.pass(100);
    world.printer.paperRows = rows / 2;
    const number = world.print(7);
    await world.pass(1_500);
    world.printer.unplug();
    await world.pass(2_500);
    expect(world.job(number)).toBe('1 unknown cut-off');
    world.printer.set({ paper: 'ok' });
    await world.pass(100);
    expect(world.printer.inkedRows).toBe(rows / 2);
    await world.pass(5_000);
    expect([world.printer.slips, world.printer.hanging.marks]).toEqual([[{ marks: [7], isWhole: false }], []]);
  });
});

describe('a printer that says nothing', () => {
  it('prints all the same; nobody knows whether', async () => {
    for (const profile of [silent, generic]) {
      const world = createWorld({ profile });
      world.printer.speaks = false;
      world.printer.fences = false;
      await world.pass(2_000);
      const [first, second] = [world.print(1), world.print(2)];
      await world.pass(12_000);
      expect([world.job(first), world.job(second)]).toEqual(['1 unknown no-answer', '2 unknown no-answer']);
      expect(world.printer.slips).toEqual([
        { marks: [1], isWhole: true },
        { marks: [2], isWhole: true },
      ]);
      expect([world.printer.blankPieces, world.ledger.leftovers(), world.states]).toEqual([0, false, []]);
    }
  });

  it.each([epson, generic])(
    'any more: the job is unknown after a while, and the next ones are not kept from trying',
    async (profile) => {
      const world = createWorld({ profile });
      await world.pass(100);
      world.printer.fences = false;
      const [first, second] = [world.print(1), world.print(2)];
      await world.pass(26_000);
      expect(world.job(first)).toBe('1 unknown no-answer');
      await world.pass(40_000);
      expect(world.job(second)).toBe('2 unknown no-answer');
      world.print(3);
      await world.pass(40_000);
      expect(world.printer.slips).toEqual([1, 2, 3].map((mark) => ({ marks: [mark], isWhole: true })));
    },
  );

  it.each([epson, generic])(
    'after a slip that was printed, neither how it is nor that it is through: the next one is not left waiting',
    async (profile) => {
      const world = createWorld({ profile });
      await world.pass(100);
      const before = world.print(9);
      await world.pass(5_000);
      expect(world.job(before)).toBe('1 printed');
      world.printer.speaks = false;
      world.printer.fences = false;
      world.print(1);
      await world.pass(60_000);
      const second = world.print(2);
      await world.pass(60_000);
      expect(world.job(second)).toBe(profile.fence === 'gs-h' ? '3 unknown no-answer' : '3 paused error');
    },
  );

  it('and takes nothing: the connection is given up, and what is in it with it', async () => {
    const world = createWorld();
    await world.pass(100);
    world.printer.bufferBytes = 100;
    world.printer.hangs = true;
    const number = world.print(1);
    await world.pass(25_000);
    expect(world.job(number)).toBe('1 unknown no-answer');
    expect(world.printer.opened).toBe(2);
  });
});

describe('a paper sensor in place of a fence', () => {
  it('is not believed from a printer that talks nonsense', async () => {
    const world = createWorld({ profile: generic });
    await world.pass(100);
    let answer = 0;
    world.printer.instead = (command, proper) => {
      answer += 1;
      return command === 'sensor' ? Uint8Array.of(0x00, 0x41) : answer > 4 ? Uint8Array.of(0x41) : proper;
    };
    const number = world.print(1);
    await world.pass(60_000);
    expect(world.job(number)).toBe('1 unknown no-answer');
  });

  it('that answers an older question is not taken for the answer to this one', async () => {
    const world = createWorld({ profile: generic });
    await world.pass(100);
    world.printer.instead = (command, proper) => (command === 'sensor' ? new Uint8Array() : proper);
    const first = world.print(1);
    const { opened } = world.printer;
    await world.pass(26_000);
    expect(world.job(first)).toBe('1 unknown no-answer');
    const second = world.print(2);
    world.printer.say(0x00);
    await world.pass(15_000);
    expect(world.job(second)).not.toBe('2 printed');
    expect(world.printer.opened).toBeGreaterThan(opened);
  });
});

describe('a printer that hangs and answers late', () => {
  it('gets no further job before it is through with the one it has, where its answers bear no number', async () => {
    const world = createWorld({ profile: generic });
    await world.pass(100);
    world.print(1);
    await world.pass(100);
    world.printer.hangs = true;
    const [second, third] = [world.print(2), world.print(3)];
    await world.pass(60_000);
    expect([world.job(second), world.job(third)]).toEqual(['2 unknown no-answer', '3 paused error']);
    expect(beginningsOf(3, world.printer.received)).toBe(0);
    // All that waits in it comes out now, with its answers, and the paper ends in the next slip.
    world.printer.hangs = false;
    world.printer.paperRows = rows + rows / 2;
    world.printer.set({});
    await world.pass(15_000);
    expect(world.job(third)).toBe('3 paused paper-out');
    world.printer.set({ paper: 'ok' });
    await world.pass(3_000);
    expect(world.job(third)).toBe('3 printed');
    expect(world.printer.slips.map(({ marks, isWhole }) => [marks[0], isWhole])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
  });
});

describe('a fence between two strips', () => {
  it.each([epson, generic])('does not stand for the one at the end', async (profile) => {
    const world = createWorld({ profile });
    await world.pass(100);
    world.printer.hangs = true;
    const number = world.print(1);
    await world.pass(500);
    world.printer.paperRows = 20;
    world.printer.hangs = false;
    world.printer.set({});
    await world.pass(1_500);
    expect(world.job(number)).toBe('1 paused paper-out');
  });

  it('keeps the printer from being filled up, so that it can still be asked and cleared', async () => {
    const world = createWorld({ profile: { ...epson, status: 'dle-eot', stripRows: 256 } });
    await world.pass(100);
    world.printer.bufferBytes = 40 * 1024;
    world.printer.paperRows = 400;
    const number = world.print(1, {}, 3_000);
    await world.pass(1_500);
    expect(world.job(number)).toBe('1 paused paper-out');
    const cancelled = world.spooler.cancel(number);
    await world.pass(1_500);
    await expect(cancelled).resolves.toMatchObject({ state: 'failed', reason: 'cancelled' });
  });
});

describe('the citizen asked after an unknown job', () => {
  it('counts it as printed where a slip came out, and leaves it where none did', async () => {
    const world = createWorld({ profile: silent });
    const [first, second] = [world.print(1), world.print(2)];
    await world.pass(5_000);
    expect(world.spooler.confirm(first, true)).toMatchObject({ state: 'printed', reason: null, settledBy: 'citizen' });
    expect(world.spooler.confirm(second, false)).toMatchObject({ state: 'unknown', settledBy: null });
    expect(world.spooler.confirm(first, false)).toMatchObject({ state: 'printed' });
    expect(world.spooler.confirm(99, true)).toBeNull();
    expect(world.ledger.roll()).toMatchObject({ slipsEver: 1, usedMillimetres: 40 });
  });
});

const slipOf = (source: 'citizen' | 'staff') => ({ kind: 'checklist', source, layout: layoutOf(1) }) as const;

describe('the queue', () => {
  it('gives citizens and staff turns, each as they came', async () => {
    const world = createWorld();
    const staff = { source: 'staff' } as const;
    for (const mark of [1, 2, 3]) {
      world.print(mark, staff);
    }
    world.print(11);
    world.print(12);
    await world.pass(2_000);
    expect(world.printer.slips.map(({ marks }) => marks[0])).toEqual([11, 1, 12, 2, 3]);
  });

  it('takes five of citizens and 400 of staff, all or none', async () => {
    const world = createWorld();
    world.printer.set({ paper: 'out' });
    await world.pass(100);
    for (let count = 0; count < 5; count += 1) {
      expect(world.spooler.add([slipOf('citizen')])).toHaveLength(1);
    }
    expect(world.spooler.add([slipOf('citizen')])).toBe('busy');
    const many = Array.from({ length: 399 }, () => slipOf('staff'));
    expect(world.spooler.add(many)).toHaveLength(399);
    expect(world.spooler.add([slipOf('staff'), slipOf('staff')])).toBe('busy');
    expect(world.spooler.add([slipOf('staff')])).toHaveLength(1);
    expect(world.ledger.open()).toHaveLength(405);
  });

  it('bears a slip that cannot be drawn', async () => {
    const world = createWorld();
    const added = world.spooler.add([{ kind: 'checklist', source: 'citizen', layout: { elements: [] } }]);
    const next = world.print(2);
    await world.pass(1_000);
    expect(added).toHaveLength(1);
    expect([world.job(1), world.job(next)]).toEqual(['1 failed error', '2 printed']);
  });
});

describe('a file', () => {
  it('is printed when it is closed, and failed where it cannot be made', async () => {
    const printer = createFakePrinter({ kind: 'file', answers: false });
    const world = createWorld({ printer, profile: generic });
    const first = world.print(1);
    await world.pass(100);
    expect([world.job(first), world.printer.openConnections, world.states]).toEqual(['1 printed', 0, []]);
    // Nothing is asked in a file.
    expect(printer.received.includes(Buffer.of(0x10, 0x04))).toBe(false);
    printer.reachable = false;
    const second = world.print(2);
    await world.pass(2_000);
    expect(world.job(second)).toBe('2 failed unreachable');
  });
});
