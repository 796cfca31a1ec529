/** A printer at a serial port (RS-232 or USB-CDC), by serialport. A piece counts as taken when it has left the port. */
import { write } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import { KioskError } from '../../contract/error.ts';
import type { PrinterTarget, PrinterTransport } from '../../core/ports.ts';
import {
  type Cable,
  type CableEvents,
  createDeviceConnection,
  defaultPrinterTimeouts,
  type PrinterTimeouts,
} from './device-connection.ts';
import { messageOf, systemCode } from './device-files.ts';

export interface SerialTransportOptions extends Omit<Extract<PrinterTarget, { kind: 'serial' }>, 'kind'> {
  readonly timeouts?: Partial<PrinterTimeouts> | undefined;
}

/** A quarter of a second at 9,600 baud, so that even the slowest line shows progress well within the stall limit. */
const pieceBytes = 256;
/** How often it is made sure that the port is still there. */
const presenceMs = 1_000;
const nothing = new Uint8Array(0);

/** The port is locked against other programs that lock it too. */
export function createSerialTransport(options: SerialTransportOptions): PrinterTransport {
  const { path, baudRate, flow } = options;
  const target = `serial:${path}?baud=${baudRate}&flow=${flow}`;
  return {
    target,
    kind: 'device',
    async open() {
      await examine(path);
      const port = await openPort(options);
      return createDeviceConnection({
        target,
        timeouts: { ...defaultPrinterTimeouts, ...options.timeouts },
        attach: (events) => attachPort(port, events),
      });
    },
  };
}

/** Says what serialport has only a sentence for. Ports of Windows have no place in the file system. */
async function examine(path: string): Promise<void> {
  if (!path.startsWith('/')) {
    return;
  }
  try {
    if (!(await stat(path)).isCharacterDevice()) {
      throw new KioskError('printer-refused', `${path} is no serial port.`);
    }
    await access(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    if (error instanceof KioskError) {
      throw error;
    }
    throw systemCode(error) === 'EACCES'
      ? new KioskError(
          'printer-refused',
          `The serial port ${path} may not be opened by this user; join the group dialout (docs/printing.md).`,
          { cause: error },
        )
      : new KioskError(
          'printer-unreachable',
          `The serial port ${path} is not there: it is unplugged or has another name ("kioskctl printer list").`,
          { cause: error },
        );
  }
}

function openPort({ path, baudRate, flow }: SerialTransportOptions): Promise<SerialPort> {
  const { promise, resolve, reject } = Promise.withResolvers<SerialPort>();
  const handshake = flow === 'rtscts' ? { rtscts: true } : flow === 'xonxoff' ? { xon: true, xoff: true } : {};
  const port = new SerialPort({ path, baudRate, ...handshake, lock: true, autoOpen: false });
  // An error is followed by `close`, which is what counts; without a listener it would end the process.
  port.on('error', () => undefined);
  port.open((error) => {
    if (error === null) {
      resolve(port);
    } else {
      const message = `The serial port ${path} cannot be opened: another program holds it, or it is none (${error.message}).`;
      reject(new KioskError('printer-unreachable', message, { cause: error }));
    }
  });
  return promise;
}

/** Null where it is closed, or where the system's ports have none. */
function descriptorOf({ port }: SerialPort): number | null {
  return port !== undefined && port.isOpen && 'fd' in port && typeof port.fd === 'number' ? port.fd : null;
}

function attachPort(port: SerialPort, events: CableEvents): Cable {
  let over = false;
  let released = false;
  // Unplugged while serialport reads, the port reads as empty for ever and serialport goes on reading it. A write tells.
  const presence = setInterval(() => {
    const descriptor = descriptorOf(port);
    if (descriptor !== null) {
      write(descriptor, nothing, (error) => {
        if (error !== null && systemCode(error) !== 'EAGAIN' && port.isOpen) {
          events.lost(`was unplugged (${messageOf(error)})`, error);
        }
      });
    }
  }, presenceMs).unref();
  const ended = (): void => {
    if (!over) {
      over = true;
      clearInterval(presence);
      events.ended();
    }
  };
  port.on('data', (bytes: Buffer) => events.heard(bytes));
  port.on('close', (error: unknown) => {
    if (error instanceof Error) {
      events.lost(`was unplugged (${messageOf(error)})`, error);
    }
    ended();
  });
  const shut = (): void => (port.isOpen ? port.close(ended) : undefined);
  return {
    answers: true,
    pieceBytes,
    take(piece) {
      const taken = Promise.withResolvers<number>();
      // Counted when handed over: how much of a piece had left when the line broke, the port does not say.
      events.accepted(piece.length);
      port.write(piece, (writing) => {
        if (writing === null || writing === undefined) {
          port.drain((draining) => (draining === null ? taken.resolve(piece.length) : undefined));
        }
      });
      return taken.promise;
    },
    settle: () => Promise.resolve(),
    leave: shut,
    drop() {
      if (!released && port.isOpen) {
        released = true;
        // What waits for a printer that takes nothing is thrown away; otherwise a thread would go on waiting in the kernel.
        port.flush(shut);
      }
    },
  };
}
