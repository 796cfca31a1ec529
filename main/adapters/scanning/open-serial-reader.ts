/** Opens a reader at a serial port (RS-232 or USB-CDC), or at a pseudo-terminal that stands in for one. */
import { SerialPort } from 'serialport';
import { isPresent, watchPresence } from '../serial/port-presence.ts';
import { serialPortTrouble } from '../serial/serial-port-trouble.ts';
import type { OpenedReader } from './reconnecting-source.ts';
import type { SerialLine } from './scanner-target.ts';

/** The port is locked against other programs that lock it too. Rejects with the reason, for staff. */
export async function openSerialReader(line: SerialLine): Promise<OpenedReader> {
  await examine(line.path);
  const port = await openPort(line);
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const shut = (): void => {
    if (port.isOpen) {
      port.close();
    }
  };
  const stopWatching = watchPresence(port, shut);
  port.once('close', () => {
    stopWatching();
    resolve();
  });
  return {
    onData: (listener) => port.on('data', listener),
    onClose: (listener) => void closed.then(listener),
    isPresent: () => {
      const isThere = isPresent(port);
      if (!isThere) {
        shut();
      }
      return isThere;
    },
    close: () => {
      shut();
      return closed;
    },
  };
}

async function examine(path: string): Promise<void> {
  const trouble = await serialPortTrouble(path);
  switch (trouble?.kind) {
    case undefined:
      return;
    case 'no-port':
      throw new Error(`${path} is no serial port.`);
    case 'forbidden':
      throw new Error(
        `The serial port ${path} may not be opened by this user; join the group dialout (docs/scanning.md).`,
        {
          cause: trouble.cause,
        },
      );
    case 'missing':
      throw new Error(
        `The serial port ${path} is not there: it is unplugged or has another name ("kioskctl scanner list").`,
        { cause: trouble.cause },
      );
  }
}

function openPort(line: SerialLine): Promise<SerialPort> {
  const { promise, resolve, reject } = Promise.withResolvers<SerialPort>();
  const port = new SerialPort({ ...line, lock: true, autoOpen: false });
  // A read error is followed by `close`, which is what counts; without a listener it would end the process.
  port.on('error', () => undefined);
  port.open((error) => {
    if (error === null) {
      resolve(port);
    } else {
      const message = `The serial port ${line.path} cannot be opened: another program holds it, or it is none (${error.message}).`;
      reject(new Error(message, { cause: error }));
    }
  });
  return promise;
}
