/** One suite for the ways staff's tools have into the core: in-process, as kioskctl does without a kiosk, and through the door. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectStaffDoor } from '../../main/adapters/staff-door/connect-staff-door.ts';
import { createUnixStaffDoor } from '../../main/adapters/staff-door/create-unix-staff-door.ts';
import { type Reply, replySchema } from '../../main/contract/envelope.ts';
import { staffMethods } from '../../main/contract/staff-methods.ts';
import { dispatchStaff, type StaffDispatchable } from '../../main/core/dispatch.ts';
import type { Journal } from '../../main/core/journal/journal.ts';
import { createSearchCounts } from '../../main/core/journal/search-counts.ts';
import { createStaffLedger } from '../../main/core/journal/staff-actions.ts';
import { connectStaff } from '../../main/core/kiosk-connection.ts';
import type { StaffAction } from '../../main/core/staff/staff-ledger.ts';
import { createJournalStaffHandlers } from '../../main/core/staff-handlers.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { temporaryFolderForSuite } from '../unit/catalogue/temporary-folder-for-suite.ts';
import { gapOf, julyMs, openTestJournal } from '../unit/journal/journal-fixtures.ts';

interface Caller {
  ask(request: unknown): Promise<Reply>;
  close(): Promise<void>;
}

const ways: Readonly<Record<string, (core: StaffDispatchable, folder: string) => Promise<Caller>>> = {
  'in-process': (core) =>
    Promise.resolve({ ask: (request) => dispatchStaff(core, request, 'terminal'), close: () => Promise.resolve() }),
  'through the Unix socket': async (core, folder) => {
    const path = join(folder, 'kiosk.sock');
    const door = createUnixStaffDoor(path, core.logger);
    await door.open((transport) => connectStaff(core, transport));
    const transport = await connectStaffDoor(path);
    if (transport === null) {
      throw new Error('nobody is behind the door');
    }
    let answer = Promise.withResolvers<Reply>();
    transport.onMessage((text) => answer.resolve(replySchema.parse(JSON.parse(text))));
    return {
      ask: (request) => {
        answer = Promise.withResolvers<Reply>();
        transport.send(JSON.stringify(request));
        return answer.promise;
      },
      close: async () => {
        transport.close();
        await door.close();
      },
    };
  },
};

const usable = Object.entries(ways).filter(([way]) => process.platform !== 'win32' || way === 'in-process');

describe.each(usable)('the staff contract %s', (_way, openCaller) => {
  const folder = temporaryFolderForSuite();
  let journal: Journal;
  let caller: Caller;

  beforeAll(async () => {
    journal = openTestJournal(folder());
    const gaps = [gapOf('xin số nhà'.normalize('NFC')), gapOf('ly hon', { kind: 'no-choice', sessions: 7 })];
    createSearchCounts(journal).add({ gaps, openings: new Map() });
    const ledger = createStaffLedger(journal);
    const core = {
      staffHandlers: createJournalStaffHandlers(journal, { nowMs: () => julyMs }),
      staffRoom: { record: (action: StaffAction) => void ledger.record({ ...action, atMs: julyMs }) },
      logger: createRecordingLogger(),
    };
    caller = await openCaller(core, folder());
  });
  afterAll(async () => {
    await caller.close();
    journal.close();
  });

  it('lists the gaps, most asked first', async () => {
    const reply = await caller.ask({ id: 3, method: 'search.gaps', params: {} });
    expect(reply).toMatchObject({ id: 3, ok: true });
    const gaps = staffMethods['search.gaps'].result.parse(reply.ok ? reply.result : null);
    expect(gaps.map(({ words, sessions }) => [words, sessions])).toEqual([
      ['ly hon', 7],
      ['xin số nhà', 5],
    ]);
  });

  it('writes audited methods into the trail, refused ones too, and no others', async () => {
    await caller.ask({ id: 1, method: 'staff.pinChanged', params: {} });
    await caller.ask({ id: 2, method: 'staff.pinChanged', params: { pin: '280719' } });
    await caller.ask({ id: 3, method: 'printer.clear', params: {} });
    const reply = await caller.ask({ id: 4, method: 'audit.recent', params: { limit: 10 } });
    const entries = staffMethods['audit.recent'].result.parse(reply.ok ? reply.result : null);
    expect(entries.map(({ number, origin, action, outcome }) => [number, origin, action, outcome])).toEqual([
      [3, 'terminal', 'printer.clear', 'kiosk-not-running'],
      [2, 'terminal', 'staff.pinChanged', 'invalid-request'],
      [1, 'terminal', 'staff.pinChanged', 'done'],
    ]);
  });

  it.each([
    ['a method of the page', { id: 1, method: 'kiosk.describe', params: {} }, 'unknown-method'],
    ['a method of the object itself', { id: 1, method: 'constructor', params: {} }, 'unknown-method'],
    ['params the table does not know', { id: 1, method: 'search.gaps', params: { limit: 1 } }, 'invalid-request'],
    ['what is no request', 'search.gaps', 'invalid-request'],
  ])('refuses %s by name', async (_what, request, code) => {
    expect(await caller.ask(request)).toMatchObject({ ok: false, error: { code } });
  });
});
