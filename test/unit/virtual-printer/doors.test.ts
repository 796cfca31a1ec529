/** The ways into the virtual printer, with real sockets, a real pseudo-terminal and a real pipe. */
import { once } from 'node:events';
import {
  closeSync,
  constants,
  createWriteStream,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../../../scripts/virtual-printer/start-virtual-printer.ts';
import { clear, hex, slipBytes } from './printer-world.ts';

let folder: string;
let printer: VirtualPrinter;
let sockets: Socket[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-doors-'));
  sockets = [];
});

afterEach(async () => {
  for (const socket of sockets) {
    socket.destroy();
  }
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<VirtualPrinterOptions> = {}): Promise<void> {
  printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'slips'), ...options });
}

async function call(): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: printer.port, noDelay: true });
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** The next so many bytes the printer says, in hex. */
async function hear(from: Socket | SerialPort, count: number): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let heard = Buffer.alloc(0);
  const listen = (bytes: Buffer): void => {
    heard = Buffer.concat([heard, bytes]);
    if (heard.length >= count) {
      from.off('data', listen);
      resolve(heard.toString('hex'));
    }
  };
  from.on('data', listen);
  return promise;
}

describe('by network', () => {
  it('takes leave when it has taken all, and the slip is there', async () => {
    await start();
    const socket = await call();
    socket.end(slipBytes(20));
    await once(socket, 'close');
    expect(printer.slipsCut).toBe(1);
    expect(await printer.slip(1)).toMatch(/slip-0001-.*\.png$/u);
    expect(printer.connections).toEqual([{ door: 'tcp', bytesTaken: 8 + 1_440 + 3, isOpen: false }]);
    expect(printer.openConnections).toBe(0);
  });

  it('talks to one at a time; the next one is heard when the first has gone', async () => {
    await start();
    const first = await call();
    first.write(hex('100401'));
    expect(await hear(first, 1)).toBe('12');
    const second = await call();
    second.write(hex('100404'));
    first.write(hex('100402'));
    expect(await hear(first, 1)).toBe('12');
    expect(printer.openConnections).toBe(2);
    const answer = hear(second, 1);
    first.destroy();
    expect(await answer).toBe('12');
  });

  it('keeps what a reset connection left; the next one can clear it', async () => {
    await start({ state: { paper: 'out' } });
    const first = await call();
    first.write(Buffer.concat([slipBytes(20), hex('100404')]));
    expect(await hear(first, 1)).toBe('7e');
    first.resetAndDestroy();
    const second = await call();
    second.write(hex(clear));
    expect(await hear(second, 3)).toBe('372500');
    printer.set({ paper: 'ok' });
    second.write(hex('1d7201'));
    expect(await hear(second, 1)).toBe('00');
    expect(printer.slipsCut).toBe(0);
    expect(printer.paper.hangingRows).toBe(0);
  });

  it('halted and full it does not take leave, and goes on when there is paper', async () => {
    await start({ state: { paper: 'out' }, bufferBytes: 1_000 });
    const socket = await call();
    socket.end(slipBytes(20));
    const other = await call();
    other.write(hex('100401'));
    printer.set({ paper: 'ok' });
    await once(socket, 'close');
    expect(await hear(other, 1)).toBe('12');
    expect(printer.slipsCut).toBe(1);
  });

  it('a reset takes back what the printer had not taken yet', async () => {
    await start({ state: { paper: 'out' }, bufferBytes: 1_000 });
    const first = await call();
    first.write(hex('100404'));
    await hear(first, 1);
    first.write(slipBytes(20));
    first.resetAndDestroy();
    const second = await call();
    second.write(hex('100401'));
    expect(await hear(second, 1)).toBe('1a');
    expect(printer.bufferedBytes).toBeLessThanOrEqual(1_000);
    printer.set({ paper: 'ok' });
    expect(printer.slipsCut).toBe(0);
    expect(printer.paper.hangingRows).toBeLessThan(20);
  });

  it.each([
    ['drop', 'ECONNRESET'],
    ['drop-fin', 'end'],
  ] as const)('breaks the connection after so many bytes: %s', async (fault, seen) => {
    await start();
    printer.faultAt({ bytes: 500 }, fault);
    const socket = await call();
    const ended = new Promise((resolve) => {
      socket.once('error', (error) => resolve('code' in error ? error.code : error.message));
      socket.once('end', () => resolve('end'));
      socket.resume();
    });
    socket.write(slipBytes(20));
    expect(await ended).toBe(seen);
    expect(printer.connections).toEqual([{ door: 'tcp', bytesTaken: 500, isOpen: false }]);
    const next = await call();
    next.write(hex('100401'));
    expect(await hear(next, 1)).toBe('12');
  });

  it('refuses connections, and takes them again on the same port', async () => {
    await start();
    printer.set({ reachable: false });
    const refused = connect({ host: '127.0.0.1', port: printer.port });
    const [error] = await once(refused, 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    printer.set({ reachable: true });
    const socket = await call();
    socket.write(hex('100401'));
    expect(await hear(socket, 1)).toBe('12');
  });

  it('hung it takes the connection and nothing more, and switched off and on it works again', async () => {
    await start({ state: { reads: false } });
    const socket = await call();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(slipBytes(20));
    const other = await call();
    other.destroy();
    expect(printer.connections[0]).toMatchObject({ bytesTaken: 0, isOpen: true });
    printer.powerCycle();
    await closed;
    const next = await call();
    next.write(hex('100401'));
    expect(await hear(next, 1)).toBe('12');
  });

  it('hung it does not take leave either', async () => {
    await start({ state: { reads: false } });
    const socket = await call();
    socket.end();
    // By the time the next ones are there, the first one's goodbye has long come.
    await call();
    await call();
    expect(printer.connections[0]).toMatchObject({ isOpen: true });
  });

  it('says so where the port is taken', async () => {
    await start();
    await expect(startVirtualPrinter({ port: printer.port, outputFolder: null })).rejects.toThrow('EADDRINUSE');
  });
});

async function open(link: string): Promise<SerialPort> {
  const port = new SerialPort({ path: link, baudRate: 115_200 });
  await once(port, 'open');
  return port;
}

describe('by serial line', () => {
  it('prints every byte as it is, answers, and is gone when it is unplugged and back when it is plugged in', async () => {
    const link = join(folder, 'printer');
    await start({ port: undefined, ptyLink: link });
    expect(printer.addresses).toEqual([link]);
    const port = await open(link);
    // Every byte there is, in a picture: nothing on the way may take one for its own.
    const bytes = Uint8Array.from({ length: 72 * 8 }, (_byte, index) => (index * 7 + (index >> 8)) & 0xff);
    port.write(Buffer.concat([hex('1d7630 00 4800 0800'), bytes, hex('1d5600 1d284806003030 03040d0a')]));
    expect(await hear(port, 7)).toBe('3722 0304 0d0a 00'.replaceAll(' ', ''));
    expect(printer.slipsCut).toBe(1);
    port.write(hex('100404'));
    expect(await hear(port, 1)).toBe('12');

    const closed = once(port, 'close');
    printer.set({ reachable: false });
    await closed;
    // The line goes first, its name a moment later; both are there again, or neither.
    printer.set({ reachable: true });
    await printer.settled();
    const again = await open(link);
    again.write(hex('100401'));
    expect(await hear(again, 1)).toBe('12');
    await new Promise((resolve) => again.close(resolve));
  });

  it('leaves neither link nor terminal behind', async () => {
    const link = join(folder, 'printer');
    await start({ port: undefined, ptyLink: link });
    await printer.close();
    expect(existsSync(link)).toBe(false);
  });

  it('does not replace a file', async () => {
    await start();
    const path = join(folder, 'file');
    writeFileSync(path, 'mine');
    await expect(startVirtualPrinter({ ptyLink: path, outputFolder: null })).rejects.toThrow('is no link');
  });
});

describe('by named pipe', () => {
  it('takes what one writer after the other puts in, and says nothing', async () => {
    const path = join(folder, 'pipe');
    await start({ port: undefined, pipePath: path });
    for (const rows of [20, 1_500]) {
      const writer = createWriteStream(path);
      writer.end(Buffer.concat([hex('100401'), slipBytes(rows)]));
      await once(writer, 'close');
    }
    await printer.slip(2);
    expect(printer.pieces.map(({ heightDots }) => heightDots)).toEqual([20, 1_500]);
    expect(printer.connections).toHaveLength(1);
    await printer.close();
    expect(existsSync(path)).toBe(false);
  });

  it('holds the writer up while it is halted and full', async () => {
    const path = join(folder, 'pipe');
    await start({ port: undefined, pipePath: path, state: { paper: 'out' } });
    const file = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    const job = slipBytes(10_000);
    let written = 0;
    for (let idle = 0; idle < 50; idle += 1) {
      const taken = writeSome(file, job.subarray(written));
      written += taken;
      idle = taken === 0 ? idle : 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    closeSync(file);
    expect(printer.bufferedBytes).toBe(65_536);
    // Its buffer, the pipe's own and what is under way between them; the job is ten times as long.
    expect(written).toBeLessThan(6 * 65_536);
    printer.set({ paper: 'ok' });
    // The rest of what was written comes out; the job was not written to its end.
    await vi.waitUntil(() => printer.paper.rowsUsed === Math.floor((written - 8) / 72));
  });

  it('says what is wrong where it cannot be', async () => {
    await start();
    await expect(startVirtualPrinter({ pipePath: join(folder, 'no', 'pipe'), outputFolder: null })).rejects.toThrow(
      'cannot be made',
    );
  });
});

/** What a full pipe takes: 0 where it takes nothing. */
function writeSome(file: number, bytes: Uint8Array): number {
  try {
    return writeSync(file, bytes);
  } catch {
    // EAGAIN.
    return 0;
  }
}
