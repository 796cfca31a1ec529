/** Opens the reader that the configuration names: a serial port, or the virtual reader's socket. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { SerialPort } from 'serialport';
import type { ScannerSource } from '../../core/ports.ts';
import { createReconnectingSource, type OpenedReader } from './reconnecting-source.ts';
import { parseScannerTarget } from './scanner-target.ts';

/** Errors: `configuration-invalid` for a target that is not understood. A reader that is not there is a state, no error. */
export function createScannerSource(target: string): ScannerSource {
  const parsed = parseScannerTarget(target);
  return createReconnectingSource(target, () =>
    parsed.kind === 'serial' ? openSerial(parsed.path, parsed.baudRate) : openSocket(parsed.port),
  );
}

function openSerial(path: string, baudRate: number): Promise<OpenedReader> {
  return new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    // A read error is followed by `close`, which is what counts; without a listener it would end the process.
    port.on('error', () => undefined);
    port.open((error) => {
      if (error !== null) {
        reject(error);
        return;
      }
      resolve({
        onData: (listener) => port.on('data', listener),
        onClose: (listener) => port.once('close', listener),
        close: () => new Promise((closed) => (port.isOpen ? port.close(() => closed()) : closed())),
      });
    });
  });
}

async function openSocket(portNumber: number): Promise<OpenedReader> {
  const socket = connect({ host: '127.0.0.1', port: portNumber });
  await once(socket, 'connect');
  socket.on('error', () => socket.destroy());
  return {
    onData: (listener) => socket.on('data', listener),
    onClose: (listener) => socket.once('close', listener),
    close: async () => {
      if (!socket.destroyed) {
        const closed = once(socket, 'close');
        socket.destroy();
        await closed;
      }
    },
  };
}
