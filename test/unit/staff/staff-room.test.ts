/** The PIN at the screen against those who guess: across restarts, in parallel, with the clock set back, with a full disk. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { mostWrongPins, type StaffEntry, staffSessionMs } from '../../../main/contract/staff-session.ts';
import type { Journal } from '../../../main/core/journal/journal.ts';
import { openJournal } from '../../../main/core/journal/open-journal.ts';
import { createStaffLedger } from '../../../main/core/journal/staff-actions.ts';
import { createStaffRoom } from '../../../main/core/staff/create-staff-room.ts';
import { pinFileName, writePinFile } from '../../../main/core/staff/pin-file.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { journalBytes } from '../journal/journal-fixtures.ts';
import { quickPinHash } from './quick-pin-hash.ts';

// Each try costs a real scrypt.
vi.setConfig({ testTimeout: 30_000 });

const rightPin = '280719';
const minuteMs = 60_000;
const hash = quickPinHash(rightPin);

/** A kiosk's staff room over a real journal; `restart` pulls the plug: nothing is closed in order. */
async function setUp({ hasPin = true } = {}) {
  const folder = temporaryFolder();
  const clock = createManualClock();
  const logger = createRecordingLogger();
  if (hasPin) writePinFile(folder, hash);
  const open = (): { journal: Journal; room: ReturnType<typeof createStaffRoom> } => {
    const journal = openJournal(folder, { clock, logger });
    onTestFinished(() => journal.close());
    return {
      journal,
      room: createStaffRoom({ ledger: createStaffLedger(journal), dataFolder: folder, clock, logger }),
    };
  };
  let running = open();
  const enter = async (pin: string): Promise<StaffEntry> => running.room.handlers['staff.enter']({ pin });
  const wrongly = async (times: number): Promise<StaffEntry[]> => {
    const answers: StaffEntry[] = [];
    for (let time = 0; time < times; time += 1) answers.push(await enter('000000'));
    return answers;
  };
  const audit = async () => {
    const entries = await running.room.staffHandlers['audit.recent']({ limit: 200 });
    return entries.map(({ action, outcome }) => `${action} ${outcome}`).toReversed();
  };
  return {
    folder,
    clock,
    logger,
    enter,
    wrongly,
    audit,
    room: () => running.room,
    journal: () => running.journal,
    restart: () => {
      running = open();
    },
  };
}

function tokenOf(entry: StaffEntry): string {
  if (entry.outcome !== 'open') throw new Error(`open expected, not ${entry.outcome}`);
  return entry.token;
}

describe('the staff PIN', () => {
  it('opens a session of five minutes, and the trail says so without the PIN', async () => {
    const { enter, room, clock, audit, folder } = await setUp();
    const entry = await enter(rightPin);
    expect(entry).toMatchObject({ outcome: 'open', endsAtMs: clock.nowMs() + staffSessionMs });
    const token = tokenOf(entry);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(room().isOpen(token)).toBe(true);
    clock.nowIsMs += staffSessionMs - 1;
    expect(room().isOpen(token)).toBe(true);
    clock.nowIsMs += 1;
    expect(room().isOpen(token)).toBe(false);
    await enter('915638');
    expect(await audit()).toEqual(['staff.enter done', 'staff.wrong-pin wrong']);
    for (const pin of [rightPin, '915638']) expect(journalBytes(folder).includes(pin)).toBe(false);
  });

  it('is not set: nothing opens, and nothing is counted', async () => {
    const { enter, wrongly } = await setUp({ hasPin: false });
    expect(await wrongly(9)).toEqual(Array.from({ length: 9 }, () => ({ outcome: 'not-set' })));
    expect(await enter(rightPin)).toEqual({ outcome: 'not-set' });
  });

  it('holds from the next try on when it is set anew, without a restart', async () => {
    const { enter, folder } = await setUp();
    writePinFile(folder, quickPinHash('604928'));
    expect(await enter(rightPin)).toMatchObject({ outcome: 'wrong' });
    expect(await enter('604928')).toMatchObject({ outcome: 'open' });
  });

  it.each([
    ['damaged', (path: string) => writeFileSync(path, '{"algorithm":')],
    ['of another form', (path: string) => writeFileSync(path, JSON.stringify({ ...hash, cost: 2 }))],
    ['empty', (path: string) => writeFileSync(path, '')],
    ['readable for others', (path: string) => chmodSync(path, 0o640)],
  ])('opens nothing where its file is %s, and the log says so', async (_what, spoil) => {
    const { enter, folder, logger } = await setUp();
    spoil(join(folder, pinFileName));
    expect(await enter(rightPin)).toEqual({ outcome: 'not-set' });
    expect(logger.entries).toMatchObject([{ level: 'error', message: expect.stringContaining('set the PIN again') }]);
  });
});

describe('a guesser', () => {
  it('has five tries, then a pause in which the right PIN is refused too', async () => {
    const { enter, wrongly, clock } = await setUp();
    const untilMs = clock.nowMs() + 5 * minuteMs;
    expect(await wrongly(5)).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ outcome: 'wrong', triesLeft })),
      { outcome: 'paused', untilMs },
    ]);
    clock.nowIsMs = untilMs - 1;
    expect(await enter(rightPin)).toEqual({ outcome: 'paused', untilMs });
    clock.nowIsMs = untilMs;
    expect(await enter(rightPin)).toMatchObject({ outcome: 'open' });
    expect(await enter('000000')).toEqual({ outcome: 'wrong', triesLeft: mostWrongPins - 1 });
  });

  it('waits twice as long after each further try, an hour at most', async () => {
    const { wrongly, clock } = await setUp();
    await wrongly(4);
    const pausesMinutes: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const [answer] = await wrongly(1);
      if (answer?.outcome !== 'paused') throw new Error(`round ${round}: ${answer?.outcome}`);
      pausesMinutes.push((answer.untilMs - clock.nowMs()) / minuteMs);
      clock.nowIsMs = answer.untilMs;
    }
    expect(pausesMinutes).toEqual([5, 10, 20, 40, 60, 60, 60]);
  });

  it('gains nothing by pulling the plug: before, between or after tries', async () => {
    const { enter, wrongly, restart, clock } = await setUp();
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await wrongly(1)).toEqual([{ outcome: 'wrong', triesLeft }]);
      restart();
    }
    const paused = { outcome: 'paused', untilMs: clock.nowMs() + 5 * minuteMs };
    expect(await wrongly(1)).toEqual([paused]);
    restart();
    expect(await enter(rightPin)).toEqual(paused);
  });

  it('gains nothing by pulling the plug while the PIN is being checked', async () => {
    const { enter, restart } = await setUp();
    const unheard = enter('000000');
    // The next turn of the event loop: the try stands in the journal, scrypt has not answered.
    await new Promise(setImmediate);
    restart();
    expect(await enter('000000')).toEqual({ outcome: 'wrong', triesLeft: 3 });
    await unheard;
  });

  it('has five tries also when a hundred come at once, the right one among them', async () => {
    const { enter } = await setUp();
    const pins = Array.from({ length: 100 }, (_none, index) => (index === 50 ? rightPin : '000000'));
    const answers = await Promise.all(pins.map((pin) => enter(pin)));
    const count = (outcome: StaffEntry['outcome']) => answers.filter((answer) => answer.outcome === outcome).length;
    expect([count('wrong'), count('paused'), count('open')]).toEqual([4, 96, 0]);
  });

  it.each([-2, -60, -24 * 60, -365 * 24 * 60])(
    'neither gets in early nor locks staff out when the clock is set by %i minutes',
    async (minutes) => {
      const { enter, wrongly, restart, clock } = await setUp();
      await wrongly(5);
      clock.nowIsMs += minutes * minuteMs;
      const setBackMs = clock.nowMs();
      restart();
      const answer = await enter(rightPin);
      expect(answer).toEqual({ outcome: 'paused', untilMs: setBackMs + 5 * minuteMs });
      clock.nowIsMs = setBackMs + 5 * minuteMs - 1;
      expect(await enter(rightPin)).toMatchObject({ outcome: 'paused' });
      clock.nowIsMs += 1;
      expect(await enter(rightPin)).toMatchObject({ outcome: 'open' });
    },
  );

  it('has one try, not five, where the disk takes no count of them', async () => {
    const { enter, wrongly, journal } = await setUp();
    // Stands for a disk that is full or out of order: every write fails from now on.
    journal().read((reader) => reader.prepare('PRAGMA query_only = ON').run());
    expect(await wrongly(2)).toMatchObject([{ outcome: 'paused' }, { outcome: 'paused' }]);
    expect(await enter(rightPin)).toMatchObject({ outcome: 'paused' });
  });

  it('is not written down once more at each try while the pause lasts: the trail cannot be flushed away', async () => {
    const { wrongly, audit } = await setUp();
    await wrongly(40);
    expect(await audit()).toEqual([
      ...Array.from({ length: 4 }, () => 'staff.wrong-pin wrong'),
      'staff.wrong-pin paused',
    ]);
  });
});

describe('a staff session', () => {
  it('is one at a time, and no other token opens anything', async () => {
    const { enter, room } = await setUp();
    const first = tokenOf(await enter(rightPin));
    const second = tokenOf(await enter(rightPin));
    expect([room().isOpen(first), room().isOpen(second)]).toEqual([false, true]);
    for (const forged of ['', '0', first, second.slice(1), `${second}A`, second.toLowerCase(), '__proto__'])
      expect(room().isOpen(forged), forged).toBe(false);
  });

  it.each([
    ['staff leave', (room: ReturnType<typeof createStaffRoom>) => room.handlers['staff.leave']({})],
    ['the page goes back to its first screen', (room: ReturnType<typeof createStaffRoom>) => room.leave()],
    ['the PIN is changed', (room: ReturnType<typeof createStaffRoom>) => room.staffHandlers['staff.pinChanged']({})],
  ])('is over when %s', async (_what, end) => {
    const { enter, room, audit } = await setUp();
    const token = tokenOf(await enter(rightPin));
    end(room());
    end(room());
    expect(room().isOpen(token)).toBe(false);
    expect(await audit()).toEqual(['staff.enter done', 'staff.leave done']);
  });

  it('is over after a restart', async () => {
    const { enter, room, restart } = await setUp();
    const token = tokenOf(await enter(rightPin));
    restart();
    expect(room().isOpen(token)).toBe(false);
  });

  it('does not last longer because the clock was set back', async () => {
    const { enter, room, clock } = await setUp();
    const token = tokenOf(await enter(rightPin));
    clock.nowIsMs += 4 * minuteMs;
    expect(room().isOpen(token)).toBe(true);
    clock.nowIsMs -= 3 * minuteMs;
    expect(room().isOpen(token)).toBe(false);
  });

  it('does not begin for a page that was left while the PIN was checked', async () => {
    const { enter, room, audit } = await setUp();
    const answer = enter(rightPin);
    await new Promise(setImmediate);
    room().leave();
    await expect(answer).rejects.toMatchObject({ code: 'unavailable' });
    expect(await audit()).toEqual([]);
  });
});
