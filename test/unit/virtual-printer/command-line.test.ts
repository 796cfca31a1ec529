import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../scripts/virtual-printer/command-line.ts';
import { runConsoleCommand } from '../../../scripts/virtual-printer/console-command.ts';
import { faultNames } from '../../../scripts/virtual-printer/printer-fault.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../../scripts/virtual-printer/start-virtual-printer.ts';
import { slipBytes } from './printer-world.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-command-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(args: readonly string[]): ChildProcess {
  return spawn('node_modules/.bin/node', ['scripts/virtual-printer/main.ts', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** What it wrote to standard error, and its exit code. */
async function runToEnd(args: readonly string[]): Promise<{ readonly said: string; readonly code: unknown }> {
  const child = start(args);
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const [code] = await once(child, 'close');
  return { said, code };
}

describe('the command line', () => {
  it('reads every option', () => {
    const { printer, faults } = readCommandLine(
      '--port 0 --pty /tmp/a --pipe /tmp/b --width 384 --rows-per-second 1500 --buffer 4096 --no-fence --no-asb --no-clear --no-near-end --slow 300 --garbage --seed 9 --paper-out-after 200 --drop 5000 --cutter-jam'.split(
        ' ',
      ),
    );
    expect(printer).toMatchObject({
      port: 0,
      ptyLink: '/tmp/a',
      pipePath: '/tmp/b',
      widthDots: 384,
      rowsPerSecond: 1_500,
      bufferBytes: 4_096,
      seed: 9,
      abilities: { fence: false, changes: false, clear: false, recover: true, cut: true, nearEndSensor: false },
      state: { answerDelayMs: 300, garbage: true, cutter: 'jams', paper: 'ok' },
    });
    expect(faults).toEqual([
      [{ rows: 200 }, 'paper-out'],
      [{ bytes: 5_000 }, 'drop'],
    ]);
  });

  it('listens on 9100 where no way in is named, and on no port where another is', () => {
    expect(readCommandLine([]).printer.port).toBe(9100);
    expect(readCommandLine(['--pipe', '/tmp/b']).printer.port).toBeUndefined();
  });

  it.each([
    [['--port', '99999'], '--port takes a whole number from 0 to 65535'],
    [['--width', '500'], '--width takes 576 or 384'],
    [['--slow', '-1'], '--slow'],
    [['--drop', 'x'], '--drop takes'],
    [['--colour'], '--colour'],
    [['extra'], 'extra'],
  ])('refuses %j', (args, reason) => {
    expect(() => readCommandLine(args)).toThrow(reason);
  });

  it('prints each slip to its path, obeys what is typed, and leaves nothing behind', async () => {
    const link = join(folder, 'line');
    const child = start(['--port', '0', '--pty', link, '--out', join(folder, 'slips')]);
    const heard = createInterface({ input: child.stderr ?? process.stdin });
    const lines = heard[Symbol.asyncIterator]();
    const nextLine = async (): Promise<string> => String((await lines.next()).value);
    const port = Number(/127\.0\.0\.1:(\d+)/u.exec(await nextLine())?.[1]);
    child.stdin?.write('cover-open\nnonsense\ncover-closed\n');
    expect(await nextLine()).toBe('cover-open: done');
    expect(await nextLine()).toContain('is no command');
    expect(await nextLine()).toBe('cover-closed: done');
    connect({ host: '127.0.0.1', port }).end(slipBytes(20));
    const [path] = await once(child.stdout ?? process.stdin, 'data');
    expect(String(path).trim()).toMatch(/slips\/slip-0001-.*\.png$/u);
    expect(existsSync(String(path).trim())).toBe(true);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(existsSync(link)).toBe(false);
  });

  it('says in one line what is wrong', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await runToEnd(['--port', String(port), '--out', folder])).toEqual({
      said: 'virtual-printer: the port is in use; choose another one with --port\nSee --help.\n',
      code: 2,
    });
    expect(await runToEnd(['--port', '0', '--out', join(file, 'slips')])).toMatchObject({
      said: expect.stringContaining('ENOTDIR'),
      code: 2,
    });
    expect(await runToEnd(['--help'])).toMatchObject({ said: expect.stringContaining('--paper-out-after'), code: 0 });
    server.close();
  });
});

describe('what is typed', () => {
  let printer: VirtualPrinter;
  beforeEach(async () => {
    printer = await startVirtualPrinter({ port: 0, outputFolder: null });
  });
  afterEach(() => printer.close());

  it.each([
    ['paper-out', { paper: 'out' }],
    ['near-end', { paper: 'near-end' }],
    ['cover-open', { coverOpen: true }],
    ['slow 300', { answerDelayMs: 300 }],
    ['garbage on', { garbage: true }],
    ['hang', { reads: false }],
    ['cutter-jam', { cutter: 'jams' }],
    ['refuse', { reachable: false }],
    ['error', { error: 'unrecoverable' }],
  ])('%s', (line, state) => {
    expect(runConsoleCommand(printer, line)).toBe(`${line}: done\n`);
    expect(printer.state).toMatchObject(state);
  });

  it('what went wrong can be put right', () => {
    const lines = 'paper-out cover-open cutter-jam offline error silent garbage hang refuse'.split(' ');
    for (const line of [...lines, 'paper-ok', 'cover-closed', 'cutter-ok', 'online', 'error-ok', 'silent off']) {
      expect(runConsoleCommand(printer, line)).toContain('done');
    }
    for (const line of ['garbage off', 'unhang', 'accept']) {
      expect(runConsoleCommand(printer, line)).toContain('done');
    }
    expect(runConsoleCommand(printer, 'status')).toContain('state: ready');
  });

  it('every fault has a name to type, now or later', () => {
    for (const name of faultNames) {
      expect(runConsoleCommand(printer, name)).toContain('done');
      expect(runConsoleCommand(printer, `after 100 ${name}`)).toContain('done');
    }
    expect(runConsoleCommand(printer, 'drop 5000')).toContain('done');
    expect(runConsoleCommand(printer, 'help')).toContain('paper-ok');
    expect(runConsoleCommand(printer, '')).toBe('');
    for (const line of ['slow', 'slow x', 'slow 999999', 'after 5', 'after x hang', 'drop 5 6', 'paper']) {
      expect(runConsoleCommand(printer, line)).toContain('is no command');
    }
  });
});
