import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSerialTransport } from '../../../main/adapters/printing/serial-transport.ts';
import type { PrinterTransport } from '../../../main/core/ports.ts';
import { hasSocat, type PseudoTerminal, plugIn } from '../../fixtures/printing/pseudo-terminal.ts';
import {
  activeHandles,
  countingBytes,
  handlesBeyond,
  large,
  nextData,
  openDescriptors,
  readBytes,
  untilClosed,
} from './transport-fixtures.ts';

const job = countingBytes(70_000);

let folder: string;
let path: string;
const plugged: PseudoTerminal[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-serial-'));
  path = join(folder, 'ttyS0');
});

afterEach(async () => {
  for (const terminal of plugged.splice(0)) {
    await terminal.unplug();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function printer(): Promise<PseudoTerminal> {
  const terminal = await plugIn(path);
  plugged.push(terminal);
  return terminal;
}

function transport(flow: 'none' | 'rtscts' | 'xonxoff' = 'none', baudRate = 19_200): PrinterTransport {
  return createSerialTransport({ path, baudRate, flow });
}

/** The line's settings as the system tells them. */
function settings(): string {
  return spawnSync('stty', ['-F', path, '-a'], { encoding: 'utf8' }).stdout;
}

describe.runIf(process.platform === 'linux')('serial: (no port)', () => {
  it('is unreachable where the port is missing, and refuses what is none', async () => {
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-unreachable' });
    writeFileSync(path, '');
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-refused' });
  });

  it('is unreachable where a device is no serial port', async () => {
    const nowhere = createSerialTransport({ path: '/dev/null', baudRate: 9600, flow: 'none' });
    const before = openDescriptors();
    await expect(nowhere.open()).rejects.toMatchObject({ code: 'printer-unreachable' });
    expect(openDescriptors()).toBe(before);
  });
});

describe.runIf(hasSocat)('serial: (a pseudo terminal; needs socat)', () => {
  it('hands over a job whole, hears answers, also early ones, and serves the next job', async () => {
    const terminal = await printer();
    const connection = await transport().open();
    expect(connection.answers).toBe(true);
    terminal.say(Uint8Array.of(0x12));
    const arrived = readBytes(terminal.printed, 2 * job.length);
    await connection.write(job);
    expect(connection.bytesAccepted).toBe(job.length);
    expect(await nextData(connection)).toEqual(Buffer.of(0x12));
    await connection.write(job);
    expect((await arrived).equals(Buffer.concat([job, job]))).toBe(true);
    await connection.close();
  });

  it.each([
    ['none', /speed 19200 baud/u, /-ixon .*-ixoff|-ixon -ixoff/u],
    ['rtscts', /(?<!-)crtscts/u, /-ixon/u],
    ['xonxoff', /(?<!-)ixon/u, /(?<!-)ixoff/u],
  ] as const)('sets speed and flow control: %s', async (flow, first, second) => {
    await printer();
    const connection = await transport(flow).open();
    expect(settings()).toMatch(first);
    expect(settings()).toMatch(second);
    await connection.close();
  });

  it('gives up on a printer that takes nothing more', async () => {
    await printer();
    const connection = await transport().open();
    await expect(connection.write(large, { stallMs: 300 })).rejects.toMatchObject({ code: 'printer-timeout' });
    expect(connection.bytesAccepted).toBeGreaterThan(0);
    expect(connection.bytesAccepted).toBeLessThan(large.length);
  });

  it('notices that it was unplugged while idle, and finds it plugged in again', async () => {
    const terminal = await printer();
    const connection = await transport().open();
    await terminal.unplug();
    await untilClosed(connection);
    await expect(connection.write(job)).rejects.toMatchObject({ code: 'printer-unreachable' });
    expect(connection.bytesAccepted).toBe(0);
    const again = await printer();
    const second = await transport().open();
    const arrived = readBytes(again.printed, job.length);
    await second.write(job);
    expect((await arrived).equals(job)).toBe(true);
    await second.close();
  });

  it('notices that it was unplugged in the middle of a job', async () => {
    const terminal = await printer();
    const connection = await transport().open();
    const write = connection.write(large);
    const rejected = expect(write).rejects.toMatchObject({ code: 'printer-unreachable' });
    await vi.waitFor(() => expect(connection.bytesAccepted).toBeGreaterThan(0));
    await terminal.unplug();
    await rejected;
  });

  it('leaves the port alone that another process holds', async () => {
    await printer();
    const holder = spawn('flock', [path, '-c', 'echo held; cat'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const ended = once(holder, 'exit');
    await once(holder.stdout, 'data');
    await expect(transport().open()).rejects.toThrow(/another program holds it/u);
    holder.stdin.end();
    await ended;
    const connection = await transport().open();
    // And this one holds it, too.
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-unreachable' });
    await connection.close();
  });

  it('leaves nothing behind, however it ended', async () => {
    const terminal = await printer();
    terminal.printed.resume();
    const before = openDescriptors();
    const handles = await activeHandles();
    for (const end of ['close', 'abort', 'abort while writing'] as const) {
      const connection = await transport().open();
      expect(openDescriptors()).not.toBe(before);
      const write = connection.write(end === 'abort while writing' ? large : job.subarray(0, 1_000));
      if (end === 'abort while writing') {
        connection.abort();
        await expect(write).rejects.toMatchObject({ code: 'printer-unreachable' });
      }
      await write.catch(() => undefined);
      const closed = untilClosed(connection);
      if (end === 'abort') {
        connection.abort();
      }
      await connection.close();
      await closed;
      expect(openDescriptors()).toBe(before);
      expect(await handlesBeyond(handles)).toEqual([]);
    }
  });
});
