import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPrinterTransport } from '../../../main/adapters/printing/create-printer-transport.ts';
import { createTcpTransport } from '../../../main/adapters/printing/tcp-transport.ts';
import type { PrinterTransport } from '../../../main/core/ports.ts';
import { countingBytes, handlesBeyond, large, nextData, openDescriptors, untilClosed } from './transport-fixtures.ts';

/** Generous, so that a busy machine fails no test; those that wait for a limit set their own. */
const timeouts = { connectMs: 5_000, stallMs: 10_000, totalMs: 60_000 };
const soon = { stallMs: 250 };

let server: Server | null = null;
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) {
    socket.destroy();
  }
  sockets.clear();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

/** A printer that behaves as `onConnection` says. */
async function listen(
  onConnection: (socket: Socket) => void,
  limits: Partial<typeof timeouts> = {},
): Promise<PrinterTransport> {
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
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return createTcpTransport({ host: '127.0.0.1', port, timeouts: { ...timeouts, ...limits } });
}

describe('tcp://', () => {
  it('hands over every byte of many jobs on one connection and is done when the printer has taken leave', async () => {
    const arrived: Buffer[] = [];
    const transport = await listen((socket) => socket.on('data', (bytes: Buffer) => arrived.push(bytes)));
    const job = countingBytes(100_000);
    const connection = await transport.open();
    await connection.write(job);
    await connection.write(job);
    await connection.close();
    expect(Buffer.concat(arrived).equals(Buffer.concat([job, job]))).toBe(true);
    expect(connection.bytesAccepted).toBe(2 * job.length);
  });

  it('stays open however long nothing is printed', async () => {
    const transport = await listen((socket) => socket.resume());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const connection = await transport.open();
      await connection.write(Uint8Array.of(1));
      await vi.advanceTimersByTimeAsync(10 * timeouts.totalMs);
      await connection.write(Uint8Array.of(2));
      await connection.close();
      expect(connection.bytesAccepted).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('puts one write after the other, never one into the other', async () => {
    const arrived: Buffer[] = [];
    const transport = await listen((socket) => socket.on('data', (bytes: Buffer) => arrived.push(bytes)));
    const connection = await transport.open();
    const jobs = [1, 2, 3].map((value) => new Uint8Array(50_000).fill(value));
    await Promise.all(jobs.map((job) => connection.write(job)));
    await connection.close();
    expect(Buffer.concat(arrived).equals(Buffer.concat(jobs))).toBe(true);
  });

  it('hears what the printer says, and what it said before anybody listened first', async () => {
    const transport = await listen((socket) => {
      socket.write(Uint8Array.of(0x10, 0, 0, 0));
      socket.on('data', () => socket.write(Uint8Array.of(0x12)));
    });
    const connection = await transport.open();
    await vi.waitFor(async () => expect(await nextData(connection)).toEqual(Buffer.of(0x10, 0, 0, 0)));
    const answer = nextData(connection);
    await connection.write(Uint8Array.of(0x10, 0x04, 0x01));
    expect(await answer).toEqual(Buffer.of(0x12));
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
    const transport = createTcpTransport({ host: '192.0.2.1', port: 9100, timeouts: { connectMs: 300 } });
    await expect(transport.open()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('gives up on a printer that stops taking bytes', async () => {
    const transport = await listen((socket) => socket.pause(), soon);
    const connection = await transport.open();
    await expect(connection.write(large)).rejects.toMatchObject({ code: 'printer-timeout' });
    expect(connection.bytesAccepted).toBeGreaterThan(0);
    expect(connection.bytesAccepted).toBeLessThan(large.length);
    await expect(connection.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'printer-timeout' });
  });

  it('waits for longer where the caller knows why nothing is taken', async () => {
    const transport = await listen((socket) => {
      socket.pause();
      setTimeout(() => socket.resume(), 2 * soon.stallMs);
    }, soon);
    const connection = await transport.open();
    await connection.write(large, { stallMs: 60_000, totalMs: 60_000 });
    expect(connection.bytesAccepted).toBe(large.length);
    await connection.close();
  });

  it('ends a job that takes too long although it moves', async () => {
    const transport = await listen((socket) => {
      socket.pause();
      const timer = setInterval(() => socket.read(256 * 1024), 10);
      socket.on('close', () => clearInterval(timer));
    });
    const connection = await transport.open();
    await expect(connection.write(large, { totalMs: 300 })).rejects.toMatchObject({ code: 'printer-timeout' });
  });

  it('does not believe the kernel: a small job that nobody reads is no success', async () => {
    const transport = await listen((socket) => socket.pause(), soon);
    const connection = await transport.open();
    await connection.write(new Uint8Array(1_000));
    await expect(connection.close()).rejects.toMatchObject({ code: 'printer-timeout' });
  });

  it('tells when the cable is cut in the middle', async () => {
    const transport = await listen((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const connection = await transport.open();
    const closed = untilClosed(connection);
    await expect(connection.write(large)).rejects.toMatchObject({ code: 'printer-unreachable' });
    await closed;
    await expect(connection.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'printer-unreachable' });
    await expect(connection.close()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('takes a printer that hangs up in the middle for a failure', async () => {
    const transport = await listen((socket) => {
      socket.pause();
      socket.end();
    });
    const connection = await transport.open();
    await expect(connection.write(large)).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('takes one that hangs up while nothing is printed for closed, no more', async () => {
    const transport = await listen((socket) => socket.resume().end());
    const connection = await transport.open();
    await untilClosed(connection);
    await untilClosed(connection);
    await expect(connection.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'printer-unreachable' });
    expect(connection.bytesAccepted).toBe(0);
    await connection.close();
  });

  it.runIf(process.platform === 'linux')('asks now and then whether the other side still lives', async () => {
    const transport = await listen((socket) => socket.resume());
    const connection = await transport.open();
    const port = Number(new URL(transport.target).port).toString(16).toUpperCase().padStart(4, '0');
    // "tr" 02: the keepalive timer runs (Linux, Documentation/networking/proc_net_tcp.rst).
    const rows = readFileSync('/proc/net/tcp', 'utf8').split('\n');
    const outgoing = rows.find((row) => new RegExp(`:[0-9A-F]{4} 0100007F:${port} 01 `, 'u').test(row));
    expect(outgoing).toMatch(/ 02:[0-9A-F]{8} /u);
    await connection.close();
  });

  it('leaves nothing behind, however it ended', async () => {
    const transport = await listen((socket) => socket.pause(), soon);
    const before = openDescriptors();
    const abandoned = await transport.open();
    const write = abandoned.write(large);
    abandoned.abort();
    await expect(write).rejects.toMatchObject({ code: 'printer-unreachable' });
    await abandoned.close();
    const stalled = await transport.open();
    await stalled.write(Uint8Array.of(1));
    await stalled.close().catch(() => undefined);
    for (const socket of sockets) {
      socket.destroy();
    }
    expect(await handlesBeyond([])).toEqual([]);
    expect(openDescriptors()).toBe(before);
  });
});

describe('virtual:', () => {
  it('is the TCP printer of this machine', () => {
    expect(createPrinterTransport({ kind: 'virtual', port: 9100 })).toMatchObject({
      target: 'virtual:9100',
      kind: 'device',
    });
  });
});
