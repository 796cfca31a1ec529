/** `kioskctl staff set-pin` and `audit`: at a terminal, in a script, beside a running kiosk and without one. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createUnixStaffDoor } from '../../../main/adapters/staff-door/create-unix-staff-door.ts';
import { lockDataFolder } from '../../../main/core/data-folder-lock.ts';
import { createStaffLedger } from '../../../main/core/journal/staff-actions.ts';
import { connectStaff } from '../../../main/core/kiosk-connection.ts';
import { createStaffRoom } from '../../../main/core/staff/create-staff-room.ts';
import { pinFileName, readPinFile, writePinFile } from '../../../main/core/staff/pin-file.ts';
import { matchesPin } from '../../../main/core/staff/pin-hash.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { projectFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { journalBytes, openTestJournal } from '../journal/journal-fixtures.ts';
import { quickPinHash } from '../staff/quick-pin-hash.ts';
import { run } from './run-in-process.ts';

// Each PIN costs a real scrypt, and whole processes start here.
vi.setConfig({ testTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;
const onUnix = process.platform !== 'win32';

/** A data folder as a kiosk left it. */
function usedFolder(): string {
  const folder = temporaryFolder();
  openTestJournal(folder).close();
  return folder;
}

const setPin = (folder: string, input: string, ...more: string[]) =>
  run(['staff', 'set-pin', '--data-dir', folder, ...more], input);
const audit = (folder: string, ...more: string[]) => run(['staff', 'audit', '--data-dir', folder, ...more]);

async function isPin(folder: string, pin: string): Promise<boolean> {
  const file = readPinFile(folder);
  return file.kind === 'set' && matchesPin(pin, file.hash);
}

/** A kiosk's core as far as the door, the lock and the staff room go. */
async function runKiosk(folder: string) {
  const lock = lockDataFolder(folder);
  const journal = openTestJournal(folder);
  const logger = createRecordingLogger();
  const clock = createManualClock();
  const room = createStaffRoom({ ledger: createStaffLedger(journal), dataFolder: folder, clock, logger });
  const door = createUnixStaffDoor(join(folder, 'kiosk.sock'), logger);
  const core = { staffHandlers: room.staffHandlers, staffRoom: room, logger };
  await door.open((transport) => connectStaff(core, transport));
  onTestFinished(async () => {
    await door.close();
    journal.close();
    lock.release();
  });
  return {
    enter: (pin: string) => room.handlers['staff.enter']({ pin }),
    isOpen: (token: string) => room.isOpen(token),
  };
}

describe('kioskctl staff set-pin', () => {
  it.each(['280719\n', '280719\r\n', '280719', '280719\n915638\n'])('reads one line: %j', async (input) => {
    const folder = usedFolder();
    expect(await setPin(folder, input, '--stdin')).toEqual({
      exitCode: 0,
      errors: '',
      output: `The PIN of the staff screen is set (${join(folder, pinFileName)}).\n`,
    });
    expect(await isPin(folder, '280719')).toBe(true);
    if (onUnix) expect(statSync(join(folder, pinFileName)).mode & 0o777).toBe(0o600);
    expect(journalBytes(folder).includes('280719')).toBe(false);
  });

  it.each([
    ['', /6 to 12 digits; nothing was changed/],
    ['\n', /6 to 12 digits/],
    ['2807\n', /6 to 12 digits/],
    ['2807192807191\n', /6 to 12 digits/],
    ['mật khẩu\n', /digits only/],
    ['123456\n', /guessed first/],
    ['9'.repeat(65_536), /more than 200 characters/],
  ])('refuses %j and leaves the PIN before', async (input, words) => {
    const folder = usedFolder();
    writePinFile(folder, quickPinHash('604928'));
    expect(await setPin(folder, input, '--stdin')).toEqual({
      exitCode: 1,
      output: '',
      errors: expect.stringMatching(words),
    });
    expect(await isPin(folder, '604928')).toBe(true);
  });

  it('wants a terminal or --stdin, and no PIN on the command line', async () => {
    const folder = usedFolder();
    expect(await setPin(folder, '280719\n')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--stdin') });
    expect(await setPin(folder, '', '280719')).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('too many arguments'),
    });
    expect(await setPin(folder, '', '--pin=280719')).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('unknown option'),
    });
    expect(existsSync(join(folder, pinFileName))).toBe(false);
  });

  it('gives no PIN to a folder that is no kiosk’s', async () => {
    const folder = temporaryFolder();
    expect(await setPin(folder, '280719\n', '--stdin')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('no kiosk has run with it yet'),
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(await setPin(join(folder, 'none'), '280719\n', '--stdin')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('There is no data folder'),
    });
  });

  it.skipIf(isRoot || !onUnix)('says what is wrong with a folder that cannot be written (not as root)', async () => {
    const folder = usedFolder();
    chmodSync(folder, 0o500);
    expect(await setPin(folder, '280719\n', '--stdin')).toMatchObject({
      exitCode: 1,
      errors: expect.stringMatching(/may not use the data folder/),
    });
    chmodSync(folder, 0o700);
  });

  it.skipIf(!onUnix)('says what is wrong with a disk that is full, and leaves the PIN before', async () => {
    const folder = usedFolder();
    writePinFile(folder, quickPinHash('604928'));
    // A limit on the size of files stands for a full disk.
    const words = ['-c', 'ulimit -f 0 && exec "$0" "$@"', process.execPath, 'main/cli/kioskctl.ts'];
    const failed = spawnSync('sh', [...words, 'staff', 'set-pin', '--stdin', '--data-dir', folder], {
      cwd: projectFolder,
      input: '280719\n',
      encoding: 'utf8',
    });
    expect(failed).toMatchObject({ status: 1, stderr: expect.stringContaining('the one before still holds') });
    expect(await isPin(folder, '604928')).toBe(true);
    expect(readdirSync(folder)).not.toContain(`${pinFileName}.new`);
  });

  it('stands in the audit trail, without a kiosk', async () => {
    const folder = usedFolder();
    await setPin(folder, '280719\n', '--stdin');
    const { output } = await audit(folder, '--json');
    expect(JSON.parse(output)).toMatchObject([
      { number: 1, origin: 'terminal', action: 'staff.pinChanged', outcome: 'done' },
    ]);
  });

  it.skipIf(!onUnix)(
    'holds at once in a running kiosk, ends its session and its pause, and stands in its trail',
    async () => {
      const folder = usedFolder();
      const { enter, isOpen } = await runKiosk(folder);
      expect(await enter('280719')).toEqual({ outcome: 'not-set' });
      await setPin(folder, '280719\n', '--stdin');
      const entry = await enter('280719');
      for (let time = 0; time < 5; time += 1) await enter('000000');
      expect(await enter('280719')).toMatchObject({ outcome: 'paused' });
      expect((await setPin(folder, '604928\n', '--stdin')).errors).toBe('');
      expect(entry.outcome === 'open' && isOpen(entry.token)).toBe(false);
      expect(await enter('280719')).toEqual({ outcome: 'wrong', triesLeft: 4 });
      expect(await enter('604928')).toMatchObject({ outcome: 'open' });
      const { output } = await audit(folder);
      expect(output).toMatch(/^Number {2}Time .*\n11 +2026-07-22 09:41:05 {2}screen +staff.enter +done\n/);
      expect(output.match(/terminal {2}staff.pinChanged +done/g)).toHaveLength(2);
    },
  );

  it.skipIf(!onUnix)('holds where the kiosk cannot be told, and says so', async () => {
    const folder = usedFolder();
    const lock = lockDataFolder(folder);
    onTestFinished(() => lock.release());
    expect(await setPin(folder, '280719\n', '--stdin')).toMatchObject({
      exitCode: 0,
      errors: expect.stringMatching(/The PIN holds, but the audit trail does not tell of it: .*nobody answers/),
    });
    expect(await isPin(folder, '280719')).toBe(true);
  });

  it('explains itself', async () => {
    const { output } = await run(['staff', 'set-pin', '--help']);
    expect(output).toMatch(/^Usage: kioskctl staff set-pin/);
    expect(output).toContain('6 to 12 digits');
    expect((await run(['staff', '--help'])).output).toContain('audit [options]');
    expect((await run(['staff'])).exitCode).toBe(2);
  });
});

const hasScript = onUnix && spawnSync('script', ['--version']).status === 0;

/** Types at a real terminal (util-linux's `script` makes one); gives all that was shown there. */
async function typeAtTerminal(folder: string, keys: string, terminal = 'xterm') {
  const command = `'${process.execPath}' main/cli/kioskctl.ts staff set-pin --data-dir '${folder}'`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: projectFolder,
    env: { ...process.env, TERM: terminal },
  });
  let shown = '';
  child.stdout.on('data', (bytes: Buffer) => {
    // Not before it is asked for: until then the terminal still shows what is typed.
    if (shown === '') child.stdin.write(keys);
    shown += bytes.toString();
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode: Number(exitCode), shown };
}

describe.skipIf(!hasScript)('kioskctl staff set-pin at a terminal (needs util-linux’s script)', () => {
  it.each(['xterm', 'dumb'])('asks twice and shows nothing of it where the terminal is %s', async (terminal) => {
    const folder = usedFolder();
    const { exitCode, shown } = await typeAtTerminal(folder, '2807190\u007f\r280719\r', terminal);
    expect([exitCode, await isPin(folder, '280719')], shown).toEqual([0, true]);
    expect(shown).toContain('New PIN (6 to 12 digits, not shown): \r\nThe same once more: \r\n');
    expect(shown).not.toMatch(/\d{6}|\*/);
  });

  it.each([
    ['the two differ', '280719\r280718\r', /not the same; nothing was changed/],
    ['the first will not do, at once', '111111\r', /guessed first; nothing was changed/],
    ['the person presses Ctrl-C', '2807\u0003', /Interrupted; nothing was changed/],
    ['the person presses Ctrl-D', '\u0004', /Interrupted; nothing was changed/],
  ])('changes nothing where %s', async (_what, keys, words) => {
    const folder = usedFolder();
    const { exitCode, shown } = await typeAtTerminal(folder, keys);
    expect(exitCode).toBe(1);
    expect(shown).toMatch(words);
    expect(existsSync(join(folder, pinFileName))).toBe(false);
  });
});

describe('kioskctl staff audit', () => {
  it('says kindly that there is nothing', async () => {
    const folder = usedFolder();
    expect(await audit(folder)).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/^Staff have done nothing/),
    });
    expect((await audit(folder, '--json')).output).toBe('[]\n');
  });

  it('shows as many as asked for, the newest first', async () => {
    const folder = usedFolder();
    const journal = openTestJournal(folder);
    const ledger = createStaffLedger(journal);
    for (let number = 1; number <= 5; number += 1)
      ledger.record({ atMs: number, origin: 'screen', action: 'printer.clear', outcome: 'unavailable' });
    journal.close();
    const { output } = await audit(folder, '--limit', '2', '--json');
    expect(JSON.parse(output)).toEqual([
      { number: 5, atMs: 5, origin: 'screen', action: 'printer.clear', outcome: 'unavailable' },
      { number: 4, atMs: 4, origin: 'screen', action: 'printer.clear', outcome: 'unavailable' },
    ]);
    expect(readFileSync(join(folder, 'journal.db')).length).toBeGreaterThan(0);
  });

  it.each(['0', '201', '1.5', 'all', '-1'])('refuses --limit %s', async (limit) => {
    expect(await audit(usedFolder(), '--limit', limit)).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('from 1 to 200'),
    });
  });
});
