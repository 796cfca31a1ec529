/** What a page can reach of the staff methods, by every way it has into the core: with the PIN, without it, and with tricks. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../main/contract/envelope.ts';
import { staffMethods } from '../../main/contract/staff-methods.ts';
import { staffEntrySchema, staffSessionMs } from '../../main/contract/staff-session.ts';
import type { Journal } from '../../main/core/journal/journal.ts';
import { createStaffLedger } from '../../main/core/journal/staff-actions.ts';
import { createStaffRoom } from '../../main/core/staff/create-staff-room.ts';
import { writePinFile } from '../../main/core/staff/pin-file.ts';
import { createFakeKiosk } from '../fakes/fake-kiosk.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { temporaryFolderForSuite } from '../unit/catalogue/temporary-folder-for-suite.ts';
import { openTestJournal } from '../unit/journal/journal-fixtures.ts';
import { quickPinHash } from '../unit/staff/quick-pin-hash.ts';
import { type PageCaller, pageWays } from './page-ways.ts';

// Each try costs a real scrypt.
vi.setConfig({ testTimeout: 30_000 });

const pin = '280719';
const methodNames = Object.keys(staffMethods);
const shapes = [
  ['no token', undefined],
  ['an empty token', ''],
  ['a token of the right form', 'A'.repeat(43)],
  ['a name of the object itself', '__proto__'],
] as const;

describe.each(Object.entries(pageWays))('staff methods on a page %s', (_way, openCaller) => {
  const folder = temporaryFolderForSuite();
  const clock = createManualClock();
  const changedRolls: number[] = [];
  let journal: Journal;
  let caller: PageCaller;
  let lastId = 0;

  beforeAll(async () => {
    journal = openTestJournal(folder());
    writePinFile(folder(), quickPinHash(pin));
    const logger = createRecordingLogger();
    const staffRoom = createStaffRoom({ ledger: createStaffLedger(journal), dataFolder: folder(), clock, logger });
    const fake = createFakeKiosk(logger);
    caller = await openCaller({
      ...fake,
      staffRoom,
      handlers: {
        ...fake.handlers,
        ...staffRoom.handlers,
        'session.end': () => {
          staffRoom.leave();
          return {};
        },
      },
      staffHandlers: {
        ...fake.staffHandlers,
        ...staffRoom.staffHandlers,
        'printer.changeRoll': ({ metres }) => {
          changedRolls.push(metres ?? 0);
          return {};
        },
      },
    });
  });
  afterAll(async () => {
    await caller.close();
    journal.close();
  });

  const ask = (method: string, params: unknown, staffSession?: unknown): Promise<Reply> => {
    lastId += 1;
    return caller.ask({ id: lastId, method, params, ...(staffSession === undefined ? {} : { staffSession }) });
  };

  async function enter(words: unknown): Promise<string> {
    const reply = await ask('staff.enter', { pin: words });
    const entry = staffEntrySchema.parse(reply.ok ? reply.result : null);
    return entry.outcome === 'open' ? entry.token : entry.outcome;
  }

  const refused = { ok: false, error: { code: 'staff-session-required' } };

  it.each(shapes)('are refused with %s, one and all', async (_what, token) => {
    const replies = await Promise.all(methodNames.map((method) => ask(method, {}, token)));
    for (const [index, reply] of replies.entries()) expect(reply, methodNames[index]).toMatchObject(refused);
    expect(changedRolls).toEqual([]);
  });

  it.each([
    ['a token of 64 kB', 'A'.repeat(60_000)],
    ['a token that is a list', ['A'.repeat(43)]],
    ['a token that is an object', { length: 43 }],
    ['a token that is true', true],
  ])('are refused with %s', async (_what, token) => {
    expect(await ask('printer.changeRoll', { metres: 60 }, token)).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    });
  });

  it.each([
    ['of 60 kB', '0'.repeat(60_000)],
    ['of 33 letters', '0'.repeat(33)],
    ['that is empty', ''],
    ['that is a number', 280_719],
    ['that is a list', [pin]],
    ['that is an object', { toString: pin }],
    ['that is nothing', null],
  ])('stay shut to a PIN %s, which is not even looked at', async (_what, words) => {
    expect(await ask('staff.enter', { pin: words })).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
  });

  it('open with the PIN, say what is asked, and write down what was done', async () => {
    expect(await enter('__proto__')).toBe('wrong');
    const token = await enter(pin);
    expect(await ask('printer.changeRoll', { metres: 60 }, token)).toMatchObject({ ok: true });
    expect(await ask('printer.changeRoll', { metres: -1 }, token)).toMatchObject({
      error: { code: 'invalid-request' },
    });
    const reply = await ask('audit.recent', { limit: 10 }, token);
    const entries = staffMethods['audit.recent'].result.parse(reply.ok ? reply.result : null);
    expect(entries.map(({ origin, action, outcome }) => `${origin} ${action} ${outcome}`)).toEqual([
      'screen printer.changeRoll invalid-request',
      'screen printer.changeRoll done',
      'screen staff.enter done',
      'screen staff.wrong-pin wrong',
    ]);
    expect(changedRolls).toEqual([60]);
  });

  it.each([
    ['staff left', () => ask('staff.leave', {})],
    ['the page went back to its first screen', () => ask('session.end', {})],
    ['five minutes are over', () => Promise.resolve((clock.nowIsMs += staffSessionMs))],
  ])('are shut again when %s', async (_what, end) => {
    const token = await enter(pin);
    expect(await ask('audit.recent', { limit: 1 }, token)).toMatchObject({ ok: true });
    await end();
    expect(await ask('audit.recent', { limit: 1 }, token)).toMatchObject(refused);
  });

  it('are no methods of the page, and methods of the page none of theirs', async () => {
    const token = await enter(pin);
    expect(await ask('toString', {}, token)).toMatchObject({ error: { code: 'unknown-method' } });
    expect(await ask('__proto__', {}, token)).toMatchObject({ error: { code: 'unknown-method' } });
    expect(await ask('session.end', {}, token)).toMatchObject({ ok: true });
  });
});
