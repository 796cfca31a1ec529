/** `kioskctl status`: as text and as JSON, with a kiosk that runs, one that needs a hand, and none. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createUnixStaffDoor } from '../../../main/adapters/staff-door/create-unix-staff-door.ts';
import { staffSocketPath } from '../../../main/adapters/staff-door/staff-socket-path.ts';
import { durationText } from '../../../main/cli/duration-text.ts';
import { type KioskStatus, kioskStatusSchema, troubles } from '../../../main/contract/status.ts';
import { lockDataFolder } from '../../../main/core/data-folder-lock.ts';
import { createUpdateLedger } from '../../../main/core/journal/update-state.ts';
import { connectStaff } from '../../../main/core/kiosk-connection.ts';
import { firstPointer, writePointer } from '../../../main/core/sync/release-pointer.ts';
import { dayMs, hourMs, makeFailure, makeStatus, makeUpdates, statusMs } from '../../fakes/make-kiosk-status.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { openTestJournal } from '../journal/journal-fixtures.ts';
import { run } from './run-in-process.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: statusMs });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A kiosk that answers with this status. */
async function runningKiosk(status: KioskStatus): Promise<string> {
  const folder = temporaryFolder();
  const lock = lockDataFolder(folder);
  const logger = createRecordingLogger();
  const door = createUnixStaffDoor(staffSocketPath(folder), logger);
  const core = { staffHandlers: { 'kiosk.status': () => status }, staffRoom: { record: () => undefined }, logger };
  await door.open((transport) => connectStaff(core, transport));
  onTestFinished(async () => {
    await door.close();
    lock.release();
  });
  return folder;
}

/** The data folder as a kiosk left it that showed release 7 and was refused the last time it looked. */
function leftFolder(): string {
  const folder = temporaryFolder();
  const journal = openTestJournal(folder);
  const ledger = createUpdateLedger(journal);
  ledger.succeeded(statusMs - 2 * dayMs);
  ledger.record({
    atMs: statusMs - 3 * hourMs,
    source: 'network',
    outcome: 'failed',
    number: null,
    reason: 'frozen',
    detail: '',
  });
  journal.close();
  mkdirSync(join(folder, 'releases'));
  const release = {
    folder: `7-${'a'.repeat(12)}`,
    number: 7,
    rowsSha256: 'a'.repeat(64),
    unpackedBytes: 1,
    procedureCount: 478,
    publishedAtMs: statusMs - 5 * dayMs,
    dataDate: '2026-07-15',
    sheet: null,
    committedAtMs: statusMs - 5 * dayMs,
    isLeft: false,
  };
  writePointer(join(folder, 'releases', 'pointer.json'), {
    ...firstPointer,
    shown: release.folder,
    releases: [release],
  });
  return folder;
}

const ask = (folder: string, ...more: string[]) => run(['status', '--data-dir', folder, ...more]);

describe.skipIf(process.platform === 'win32')('kioskctl status beside a kiosk', () => {
  it('says that all is well, how old everything is, and ends with 0', async () => {
    expect(await ask(await runningKiosk(makeStatus()))).toEqual({
      exitCode: 0,
      errors: '',
      output: `All is well.

Kiosk        software 0.5.0, up for 3 days, started 12 times, 123 MB of memory
Catalogue    release 7, published 2026-07-22 04:41:05, 5 hours old
             478 procedures, data of 2026-07-21, with the sheet of phuong-mau
             shown 30 minutes after it was published
Last check   30 minutes ago by network, went well; next in 12 minutes
Trust        root 2, SHA-256 of the installed one abab abab abab abab abab abab
             abab abab abab abab abab abab abab abab abab abab
Clock        sure
Printer      is ready, for 2 hours; about 41.3 m of paper left
Reader       connected, for 2 hours
Since start  120 searches (3 without a result); 44 slips printed, 1 failed; 9
             queue numbers; 5 scans; update failures: unreachable 2
`,
    });
  });

  it('says first what needs a hand and what to do, and ends with 1', async () => {
    const updates = makeUpdates({
      trust: null,
      nextCheckAtMs: null,
      lastSuccessAtMs: null,
      failure: makeFailure('bad-signature', { detail: 'timestamp: threshold of 1 not met' }),
    });
    const { exitCode, output } = await ask(
      await runningKiosk(makeStatus({ updates, troubles: ['printer-paper-out', 'update-untrusted'] })),
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /^This needs a hand:\nprinter-paper-out {2}The printer has no paper\. Put in a new roll\.\n/u,
    );
    expect(output).toMatch(/failed: bad-signature; no repository is\s+configured/u);
    expect(output).toContain('the signatures do not hold: timestamp: threshold of 1 not met');
    expect(output).toContain('last went well: never yet');
  });

  it.each(troubles)('has words for %s', async (trouble) => {
    const { exitCode, output } = await ask(await runningKiosk(makeStatus({ troubles: [trouble] })));
    expect([exitCode, output.split('\n')[1]]).toEqual([1, expect.stringMatching(new RegExp(`^${trouble}  \\S.{10}`))]);
  });

  it('tells the bundled catalogue for what it is', async () => {
    const { shown } = makeUpdates();
    const bundled = {
      ...shown,
      number: 0,
      publishedAtMs: null,
      committedAtMs: null,
      origin: 'bundled',
      office: null,
    } as const;
    const { output } = await ask(await runningKiosk(makeStatus({ updates: makeUpdates({ shown: bundled }) })));
    expect(output).toContain('the one that came with the software, 33 hours old');
    expect(output).not.toContain('after it was published');
  });

  it('says which release on a stick waits for a person, and how it is taken', async () => {
    const stick = { name: 'IT', number: 8, publishedAtMs: statusMs, isNewer: true };
    const { output } = await ask(await runningKiosk(makeStatus({ updates: makeUpdates({ stick }) })));
    expect(output).toContain('Stick        release 8 on IT waits: kioskctl update --stick 8\n');
    const old = await ask(
      await runningKiosk(makeStatus({ updates: makeUpdates({ stick: { ...stick, isNewer: false } }) })),
    );
    expect(old.output).not.toContain('Stick');
  });

  it('prints JSON as the contract has it', async () => {
    const { exitCode, output } = await ask(await runningKiosk(makeStatus()), '--json');
    const { running, ...status } = JSON.parse(output);
    expect([exitCode, running, kioskStatusSchema.parse(status)]).toEqual([0, true, makeStatus()]);
  });
});

describe('kioskctl status without a kiosk', () => {
  it('says so, tells what the last one left, and ends with 3', async () => {
    const folder = leftFolder();
    expect(await ask(folder)).toMatchObject({
      exitCode: 3,
      errors: '',
      output: expect.stringMatching(
        /^No kiosk runs with [^]*release 7, published 2026-07-17 09:41:05, 5 days ago, data of 2026-07-15\n[^]*3 hours ago, failed: the signed dates have run out[^]*2 days ago\n$/u,
      ),
    });
    expect(JSON.parse((await ask(folder, '--json')).output)).toEqual({
      running: false,
      shown: { number: 7, publishedAtMs: statusMs - 5 * dayMs, dataDate: '2026-07-15' },
      lastSuccessAtMs: statusMs - 2 * dayMs,
      lastCheck: { atMs: statusMs - 3 * hourMs, failure: 'frozen' },
    });
  });

  it('tells of one that never saw an update', async () => {
    const folder = temporaryFolder();
    openTestJournal(folder).close();
    const { exitCode, output } = await ask(folder);
    expect([exitCode, output]).toEqual([
      3,
      expect.stringMatching(/came with the software\nLast check {2}none\nWent well {3}never\n/u),
    ]);
  });

  it('says that no kiosk has run with the folder, as every command does', async () => {
    expect(await ask(temporaryFolder())).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('no kiosk has run'),
    });
  });

  it('names the exit codes in its help', async () => {
    const { exitCode, output } = await run(['status', '--help']);
    expect([exitCode, output]).toEqual([0, expect.stringContaining('3 no kiosk runs.')]);
  });
});

it.each([
  [0, 'a moment'],
  [1_999, 'a moment'],
  [2_000, '2 seconds'],
  [119_000, '119 seconds'],
  [7_199_999, '119 minutes'],
  [47 * hourMs, '47 hours'],
  [2 * dayMs, '2 days'],
])('says of %s ms "%s"', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
