/** A printer at a serial port (RS-232 or USB-CDC), by serialport. A piece counts as taken when it has left the port. */
import { SerialPort } from 'serialport';
import { KioskError } from '../../contract/error.ts';
import type { PrinterTarget, PrinterTransport } from '../../core/ports.ts';
import { watchPresence } from '../serial/port-presence.ts';
import { serialPortTrouble } from '../serial/serial-port-trouble.ts';
import {
  type Cable,
  type CableEvents,
  createDeviceConnection,
  defaultPrinterTimeouts,
  type PrinterTimeouts,
} from './device-connection.ts';
import { messageOf } from './device-files.ts';

export interface SerialTransportOptions extends Omit<Extract<PrinterTarget, { kind: 'serial' }>, 'kind'> {
  readonly timeouts?: Partial<PrinterTimeouts> | undefined;
}

/** A quarter of a second at 9,600 baud, so that even the slowest line shows progress well within the stall limit. */
const pieceBytes = 256;

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

/** Errors: `printer-refused`, `printer-unreachable`. */
async function examine(path: string): Promise<void> {
  const trouble = await serialPortTrouble(path);
  switch (trouble?.kind) {
    case undefined:
      return;
    case 'no-port':
      throw new KioskError('printer-refused', `${path} is no serial port.`);
    case 'forbidden':
      throw new KioskError(
        'printer-refused',
        `The serial port ${path} may not be opened by this user; join the group dialout (docs/printing.md).`,
        { cause: trouble.cause },
      );
    case 'missing':
      throw new KioskError(
        'printer-unreachable',
        `The serial port ${path} is not there: it is unplugged or has another name ("kioskctl printer list").`,
        { cause: trouble.cause },
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

function attachPort(port: SerialPort, events: CableEvents): Cable {
  let over = false;
  let released = false;
  const stopWatching = watchPresence(port, (error) => events.lost(`was unplugged (${messageOf(error)})`, error));
  const ended = (): void => {
    if (!over) {
      over = true;
      stopWatching();
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
