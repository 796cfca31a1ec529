/** `kioskctl search gaps`, without a kiosk and beside one, and in every case where neither way leads in. */
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createUnixStaffDoor } from '../../../main/adapters/staff-door/create-unix-staff-door.ts';
import { askStaff } from '../../../main/cli/ask-staff.ts';
import { lockDataFolder } from '../../../main/core/data-folder-lock.ts';
import { createSearchCounts } from '../../../main/core/journal/search-counts.ts';
import { connectStaff } from '../../../main/core/kiosk-connection.ts';
import { createJournalStaffHandlers } from '../../../main/core/staff-handlers.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { build, entriesFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { gapOf, julyMs, openTestJournal } from '../journal/journal-fixtures.ts';
import { run } from './run-in-process.ts';

const gaps = [gapOf('xin so nha', { sessions: 12 }), gapOf('ly hon', { kind: 'no-choice' })];

/** A data folder as a kiosk left it. */
function usedFolder(counted = gaps): string {
  const folder = temporaryFolder();
  const journal = openTestJournal(folder);
  createSearchCounts(journal).add({ gaps: counted, openings: new Map() });
  journal.close();
  return folder;
}

const ask = (folder: string, ...more: string[]) => run(['search', 'gaps', '--data-dir', folder, ...more]);

const staffRoom = { record: () => undefined };

/** A kiosk's core as far as the door and the lock go. */
async function runKiosk(folder: string): Promise<void> {
  const lock = lockDataFolder(folder);
  const journal = openTestJournal(folder);
  const logger = createRecordingLogger();
  const door = createUnixStaffDoor(join(folder, 'kiosk.sock'), logger);
  await door.open((transport) =>
    connectStaff(
      { staffHandlers: createJournalStaffHandlers(journal, { nowMs: () => julyMs }), staffRoom, logger },
      transport,
    ),
  );
  onTestFinished(async () => {
    await door.close();
    journal.close();
    lock.release();
  });
}

describe('kioskctl search gaps', () => {
  it('shows an aligned table, most asked first', async () => {
    expect(await ask(usedFolder())).toEqual({
      exitCode: 0,
      errors: '',
      output: [
        'Sessions  First       Last        Outcome         Words',
        '12        2026-07-20  2026-07-22  nothing found   xin so nha',
        '5         2026-07-20  2026-07-22  nothing chosen  ly hon',
        '',
      ].join('\n'),
    });
  });

  it('prints the same as JSON', async () => {
    const { exitCode, output } = await ask(usedFolder(), '--json');
    expect([exitCode, JSON.parse(output)]).toEqual([0, gaps]);
  });

  it('says kindly that there are none', async () => {
    const folder = usedFolder([]);
    expect(await ask(folder)).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^No gaps: .*\n$/) });
    expect((await ask(folder, '--json')).output).toBe('[]\n');
  });

  it.skipIf(process.platform === 'win32')('asks a running kiosk through its door', async () => {
    const folder = usedFolder();
    await runKiosk(folder);
    const { exitCode, output } = await ask(folder, '--json');
    expect([exitCode, JSON.parse(output)]).toEqual([0, gaps]);
  });

  it('leaves searching as it was', async () => {
    const catalogue = join(temporaryFolder(), 'catalogue');
    await build([entriesFolder], { outputFolder: catalogue });
    const { exitCode, output } = await run(['search', 'gaps and sao y', '--catalogue', catalogue, '--json']);
    expect([exitCode, JSON.parse(output)]).toMatchObject([0, { query: 'gaps and sao y' }]);
    expect(await run(['search', 'gaps', 'sao'])).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('too many arguments'),
    });
  });

  it('explains itself', async () => {
    expect((await run(['search', 'gaps', '--help'])).output).toMatch(/^Usage: kioskctl search gaps/);
    expect((await run(['search', '--help'])).output).toContain('gaps [options]');
  });
});

function failure(words: RegExp) {
  return { exitCode: 1, output: '', errors: expect.stringMatching(words) };
}

describe('kioskctl search gaps, where it cannot answer,', () => {
  it('says that the folder is not there', async () => {
    expect(await ask(join(temporaryFolder(), 'none'))).toEqual(failure(/^kioskctl: There is no data folder .*\n$/));
  });

  it('says that no kiosk ran with the folder, and leaves nothing in it', async () => {
    const folder = temporaryFolder();
    expect(await ask(folder)).toEqual(failure(/no kiosk has run with it yet.*--data-dir/));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the journal is none of a kiosk', async () => {
    const folder = usedFolder();
    writeFileSync(join(folder, 'journal.db'), 'Kính gửi');
    expect(await ask(folder)).toEqual(failure(/no SQLite database.*moves it aside/));
  });

  it('says that a kiosk runs whose door is gone', async () => {
    const folder = usedFolder();
    const lock = lockDataFolder(folder);
    onTestFinished(() => lock.release());
    expect(await ask(folder)).toEqual(failure(new RegExp(`process ${process.pid} .*kiosk\\.sock is dead or gone`)));
  });

  it('says that the path is too long for a door', async () => {
    const folder = join(usedFolder(), 'b'.repeat(100));
    mkdirSync(folder);
    openTestJournal(folder).close();
    expect(await ask(folder)).toMatchObject({ exitCode: 0 });
    const lock = lockDataFolder(folder);
    onTestFinished(() => lock.release());
    expect(await ask(folder)).toEqual(failure(/bytes and a socket's may have 107/));
  });

  it.skipIf(process.platform === 'win32')('says that the kiosk does not answer, or not in its words', async () => {
    const folder = usedFolder();
    let answer: string | null = null;
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (answer !== null) socket.end(answer);
    });
    server.listen(join(folder, 'kiosk.sock'));
    onTestFinished(() => {
      server.close();
    });
    const options = { dataFolder: folder, logger: createRecordingLogger(), timeoutMs: 50 };
    await expect(askStaff('search.gaps', {}, options)).rejects.toMatchObject({
      code: 'staff-door-unreachable',
      message: expect.stringContaining('does not answer within 0.05 s'),
    });
    for (const [text, words] of [
      ['', /closed its door/],
      ['hello\n', /does not understand/],
      ['{"id": 1, "ok": true, "result": [{"words": 7}]}\n', /another version/],
      ['{"id": 1, "ok": false, "error": {"code": "unknown-method", "message": "none", "retryable": false}}\n', /none/],
    ] as const) {
      answer = text;
      await expect(askStaff('search.gaps', {}, { ...options, timeoutMs: 5_000 })).rejects.toThrow(words);
    }
  });

  // Root may use everything.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('says who may ask (not as root)', async () => {
    const folder = usedFolder();
    chmodSync(folder, 0);
    expect(await ask(folder)).toEqual(failure(/as the user the kiosk runs as/));
    chmodSync(folder, 0o700);
  });
});
