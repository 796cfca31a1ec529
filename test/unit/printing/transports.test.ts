import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPrinterTransport } from '../../../main/adapters/printing/create-printer-transport.ts';
import { createTcpTransport } from '../../../main/adapters/printing/tcp-transport.ts';
import type { PrinterTransport } from '../../../main/core/ports.ts';

const timeouts = { connectMs: 300, stallMs: 250, jobMs: 2_000 };
/** More than the kernel's buffers on both sides hold. */
const large = new Uint8Array(32 * 1024 * 1024).fill(0x55);

let folder: string;
let server: Server | null = null;
const sockets = new Set<Socket>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-transport-'));
});

afterEach(async () => {
  for (const socket of sockets) {
    socket.destroy();
  }
  sockets.clear();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A printer that behaves as `onConnection` says. */
async function listen(onConnection: (socket: Socket) => void): Promise<PrinterTransport> {
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  server = listening;
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  const address = listening.address();
  return createTcpTransport({
    host: '127.0.0.1',
    port: typeof address === 'object' && address !== null ? address.port : 0,
    timeouts,
  });
}

/** Sockets this process still holds as a client. */
const openSockets = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

describe('tcp://', () => {
  it('hands over every byte and is done when the printer has taken leave', async () => {
    const arrived: Buffer[] = [];
    const transport = await listen((socket) => socket.on('data', (bytes: Buffer) => arrived.push(bytes)));
    const job = Uint8Array.from({ length: 100_000 }, (_, index) => index & 0xff);
    const connection = await transport.open();
    await connection.write(job);
    await connection.close();
    expect(Buffer.concat(arrived).equals(job)).toBe(true);
    expect(connection.bytesAccepted).toBe(job.length);
  });

  it('hears what the printer says', async () => {
    const transport = await listen((socket) => socket.on('data', () => socket.write(Uint8Array.of(0x12))));
    const connection = await transport.open();
    const heard = new Promise((resolve) => {
      connection.onData(resolve);
    });
    await connection.write(Uint8Array.of(0x10, 0x04, 0x01));
    expect(await heard).toEqual(Buffer.of(0x12));
    await connection.close();
  });

  it('cannot be reached where nobody listens', async () => {
    const transport = await listen(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    server = null;
    await expect(transport.open()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('cannot be reached where nothing answers the call', async () => {
    // 192.0.2.0/24 is set aside for examples: calls to it go nowhere (RFC 5737).
    const transport = createTcpTransport({ host: '192.0.2.1', port: 9100, timeouts });
    await expect(transport.open()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('gives up on a printer that stops taking bytes', async () => {
    const transport = await listen((socket) => socket.pause());
    const connection = await transport.open();
    await expect(connection.write(large)).rejects.toMatchObject({ code: 'printer-timeout' });
    expect(connection.bytesAccepted).toBeGreaterThan(0);
    expect(connection.bytesAccepted).toBeLessThan(large.length);
  });

  it('does not believe the kernel: a small job that nobody reads is no success', async () => {
    const transport = await listen((socket) => socket.pause());
    const connection = await transport.open();
    await connection.write(new Uint8Array(1_000));
    await expect(connection.close()).rejects.toMatchObject({ code: 'printer-timeout' });
  });

  it('tells when the cable is cut in the middle', async () => {
    const transport = await listen((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const connection = await transport.open();
    const closed = new Promise<void>((resolve) => {
      connection.onClose(resolve);
    });
    await expect(connection.write(large)).rejects.toMatchObject({ code: 'printer-unreachable' });
    await closed;
    await expect(connection.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'printer-unreachable' });
    await expect(connection.close()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('takes an early goodbye for a failure', async () => {
    const transport = await listen((socket) => socket.end());
    const connection = await transport.open();
    await new Promise<void>((resolve) => {
      connection.onClose(resolve);
    });
    await expect(connection.close()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('ends a job that takes too long although it moves', async () => {
    const transport = await listen((socket) => {
      socket.pause();
      const timer = setInterval(() => socket.read(256 * 1024), 10);
      socket.on('close', () => clearInterval(timer));
    });
    const slow = createTcpTransport({ ...portOf(transport), timeouts: { ...timeouts, stallMs: 5_000, jobMs: 300 } });
    const connection = await slow.open();
    await expect(connection.write(large)).rejects.toMatchObject({ code: 'printer-timeout' });
  });

  it('leaves no socket, however it ended', async () => {
    const before = openSockets();
    const transport = await listen((socket) => socket.pause());
    const abandoned = await transport.open();
    const gone = new Promise<void>((resolve) => {
      abandoned.onClose(resolve);
    });
    abandoned.abort();
    await gone;
    const stalled = await transport.open();
    await stalled.write(Uint8Array.of(1));
    await stalled.close().catch(() => undefined);
    for (const socket of sockets) {
      socket.destroy();
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(openSockets()).toBeLessThanOrEqual(before);
  });
});

function portOf(transport: PrinterTransport): { host: string; port: number } {
  const url = new URL(transport.target);
  return { host: url.hostname, port: Number(url.port) };
}

const fileTransport = (path: string): PrinterTransport => createPrinterTransport({ kind: 'file', path });

describe('file:', () => {
  it('writes whole when it is closed, replaces a former file and leaves nothing else', async () => {
    const path = join(folder, 'slip.bin');
    for (const job of ['first and longer', 'second']) {
      const connection = await fileTransport(path).open();
      await connection.write(Buffer.from(job.slice(0, 3)));
      await connection.write(Buffer.from(job.slice(3)));
      expect(connection.bytesAccepted).toBe(0);
      await connection.close();
      expect(connection.bytesAccepted).toBe(job.length);
      expect(readFileSync(path, 'utf8')).toBe(job);
    }
    expect(readdirSync(folder)).toEqual(['slip.bin']);
  });

  it('writes nothing at all when it is given up', async () => {
    const path = join(folder, 'slip.bin');
    const connection = await fileTransport(path).open();
    await connection.write(Buffer.from('half'));
    connection.abort();
    await connection.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never makes a file of a device that is unplugged', async () => {
    await expect(fileTransport('/dev/usb/lp-not-there').open()).rejects.toMatchObject({ code: 'printer-refused' });
    expect(existsSync('/dev/usb/lp-not-there')).toBe(false);
  });

  it('refuses folders and links, and a folder that is missing', async () => {
    mkdirSync(join(folder, 'a'));
    symlinkSync('/dev/null', join(folder, 'link'));
    await expect(fileTransport(join(folder, 'a')).open()).rejects.toMatchObject({ code: 'printer-refused' });
    await expect(fileTransport(join(folder, 'link')).open()).rejects.toMatchObject({ code: 'printer-refused' });
    await expect(fileTransport(join(folder, 'b', 'c')).open()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('is never asked for its status', () => {
    expect(fileTransport(join(folder, 'slip.bin')).answers).toBe(false);
  });
});

describe('virtual:', () => {
  it('is the TCP printer of this machine', () => {
    expect(createPrinterTransport({ kind: 'virtual', port: 9100 })).toMatchObject({
      target: 'virtual:9100',
      answers: true,
    });
  });
});
