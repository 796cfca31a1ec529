import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createReadStream, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DeviceFiles, deviceFiles } from '../../../main/adapters/printing/device-files.ts';
import { createUsbTransport } from '../../../main/adapters/printing/usb-transport.ts';
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

const job = countingBytes(100_000);
/** Root may open everything. */
const isRoot = process.getuid?.() === 0;

let folder: string;
let path: string;
const plugged: PseudoTerminal[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-usb-'));
  path = join(folder, 'lp0');
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

const transport = (files: Partial<DeviceFiles> = {}) =>
  createUsbTransport({ path, files: { ...deviceFiles, ...files } });

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

describe.runIf(process.platform === 'linux')('usb: (no device)', () => {
  it('is unreachable and creates nothing where the device is missing', async () => {
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-unreachable' });
    await expect(transport().open()).rejects.toThrow(/is not there: it is unplugged/u);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(path)).toBe(false);
  });

  it('refuses a plain file, a folder, and what turned into one while it was opened', async () => {
    writeFileSync(path, 'kept');
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-refused' });
    const before = openDescriptors();
    const swapped = transport({ stat: () => deviceFiles.stat('/dev/null') });
    await expect(swapped.open()).rejects.toMatchObject({ code: 'printer-refused' });
    expect(openDescriptors()).toBe(before);
    await expect(createUsbTransport({ path: folder }).open()).rejects.toMatchObject({ code: 'printer-refused' });
  });

  it('says so when another program holds it', async () => {
    const held = transport({
      stat: () => deviceFiles.stat('/dev/null'),
      open: () => Promise.reject(systemError('EBUSY')),
    });
    await expect(held.open()).rejects.toThrow(/held by another program/u);
    await expect(held.open()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('names the udev rule when this user has no right to it', async () => {
    const opened: string[] = [];
    const forbidden = transport({
      stat: () => deviceFiles.stat('/dev/null'),
      open: (_path, access) => {
        opened.push(access);
        return Promise.reject(systemError('EACCES'));
      },
    });
    await expect(forbidden.open()).rejects.toMatchObject({ code: 'printer-refused' });
    await expect(forbidden.open()).rejects.toThrow(/udev rule/u);
    expect(opened).toEqual(['read-write', 'write', 'read-write', 'write']);
  });

  it.skipIf(isRoot)('is refused by the system itself, too (skipped for root, who may open everything)', async () => {
    spawnSync('mkfifo', [path]);
    chmodSync(path, 0);
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-refused' });
  });

  it('prints without answers where reading is refused, or the printer is of the one-way kind', async () => {
    const refused = await transport({
      stat: () => deviceFiles.stat('/dev/null'),
      open: (_path, access) =>
        access === 'write' ? deviceFiles.open('/dev/null', access) : Promise.reject(systemError('EACCES')),
    }).open();
    const oneWay = await transport({
      stat: () => deviceFiles.stat('/dev/null'),
      open: (_path, access) => deviceFiles.open('/dev/null', access),
      read: () => Promise.reject(systemError('EINVAL')),
    }).open();
    for (const connection of [refused, oneWay]) {
      expect(connection.answers).toBe(false);
      await connection.write(job);
      expect(connection.bytesAccepted).toBe(job.length);
      await connection.close();
    }
  });

  it('is not through before the driver has passed the last piece on', async () => {
    let passedOn = false;
    let asked = 0;
    const connection = await transport({
      stat: () => deviceFiles.stat('/dev/null'),
      open: (_path, access) => deviceFiles.open('/dev/null', access),
      read: () => Promise.reject(systemError('EAGAIN')),
      // As usblp without waiting: takes a piece at once, and nothing more until the printer has it.
      write: (_descriptor, bytes) => {
        asked += 1;
        passedOn = asked > 5;
        return bytes.length > 0 || passedOn ? Promise.resolve(bytes.length) : Promise.reject(systemError('EAGAIN'));
      },
    }).open();
    await connection.write(Uint8Array.of(1));
    expect(passedOn).toBe(true);
    await connection.close();
  });
});

describe.runIf(hasSocat)('usb: (a pseudo terminal; needs socat)', () => {
  it('hands over a job whole, hears answers, also early ones, and serves the next job', async () => {
    const terminal = await printer();
    const connection = await transport().open();
    expect(connection.answers).toBe(true);
    terminal.say(Uint8Array.of(0x12));
    const arrived = readBytes(terminal.printed, 2 * job.length);
    await connection.write(job);
    expect(connection.bytesAccepted).toBe(job.length);
    expect(await nextData(connection)).toEqual(Uint8Array.of(0x12));
    await connection.write(job);
    expect((await arrived).equals(Buffer.concat([job, job]))).toBe(true);
    await connection.close();
  });

  it('gives up on a printer that takes nothing more, and counts exactly what it took', async () => {
    const terminal = await printer();
    const connection = await transport().open();
    await expect(connection.write(large, { stallMs: 250 })).rejects.toMatchObject({ code: 'printer-timeout' });
    const taken = connection.bytesAccepted;
    expect(taken).toBeGreaterThan(0);
    expect((await readBytes(terminal.printed, taken)).length).toBe(taken);
  });

  it('goes on where the printer takes bytes again', async () => {
    const terminal = await printer();
    const connection = await transport().open();
    const long = countingBytes(1_000_000);
    const written = connection.write(long);
    let before = -1;
    await vi.waitFor(() => {
      const still = connection.bytesAccepted === before && before > 0;
      before = connection.bytesAccepted;
      expect(still).toBe(true);
    });
    const arrived = readBytes(terminal.printed, long.length);
    await written;
    expect((await arrived).equals(long)).toBe(true);
    await connection.close();
  });

  it('notices that it was unplugged while idle, and finds it plugged in again', async () => {
    const terminal = await printer();
    const connection = await transport().open();
    await terminal.unplug();
    await untilClosed(connection);
    await expect(connection.write(job)).rejects.toMatchObject({ code: 'printer-unreachable' });
    expect(connection.bytesAccepted).toBe(0);
    await expect(connection.close()).rejects.toMatchObject({ code: 'printer-unreachable' });
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-unreachable' });
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

  it('leaves nothing behind, however it ended', async () => {
    const terminal = await printer();
    terminal.printed.resume();
    const before = openDescriptors();
    const handles = await activeHandles();
    for (const end of ['close', 'abort', 'abort while writing'] as const) {
      const connection = await transport().open();
      expect(openDescriptors()).not.toBe(before);
      const write = connection.write(end === 'abort while writing' ? large : job);
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

describe.runIf(process.platform === 'linux')('usb: (a named pipe)', () => {
  beforeEach(() => {
    spawnSync('mkfifo', [path]);
  });

  it('is unreachable while nobody reads it', async () => {
    await expect(transport().open()).rejects.toThrow(/nobody reads the pipe/u);
    await expect(transport().open()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('takes a job whole and answers nothing', async () => {
    const reader = createReadStream(path);
    const arrived = readBytes(reader, job.length);
    const connection = await vi.waitFor(() => transport().open());
    expect(connection.answers).toBe(false);
    await connection.write(job);
    await connection.close();
    expect((await arrived).equals(job)).toBe(true);
    reader.destroy();
  });

  it('fails when its reader goes', async () => {
    const reader = spawn('cat', [path], { stdio: ['ignore', 'ignore', 'ignore'] });
    const ended = once(reader, 'exit');
    const connection = await vi.waitFor(() => transport().open());
    await connection.write(job);
    reader.kill();
    await ended;
    await expect(connection.write(job)).rejects.toMatchObject({ code: 'printer-unreachable' });
    expect(connection.bytesAccepted).toBe(job.length);
  });
});
