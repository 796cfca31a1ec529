/** Chooses the cable for a target. */
import type { PrinterTarget, PrinterTransport } from '../../core/ports.ts';
import type { PrinterTimeouts } from './device-connection.ts';
import { createFileTransport } from './file-transport.ts';
import { createSerialTransport } from './serial-transport.ts';
import { createTcpTransport } from './tcp-transport.ts';
import { createUsbTransport } from './usb-transport.ts';

/** Opens nothing yet. `virtual:` is the TCP printer of `scripts/virtual-printer` on this machine. */
export function createPrinterTransport(target: PrinterTarget, timeouts?: Partial<PrinterTimeouts>): PrinterTransport {
  switch (target.kind) {
    case 'tcp':
      return createTcpTransport({ ...target, timeouts });
    case 'virtual':
      return createTcpTransport({ host: '127.0.0.1', port: target.port, target: `virtual:${target.port}`, timeouts });
    case 'usb':
      return createUsbTransport({ path: target.path, timeouts });
    case 'serial':
      return createSerialTransport({ ...target, timeouts });
    case 'file':
      break;
  }
  return createFileTransport(target.path);
}
