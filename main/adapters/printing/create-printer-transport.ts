/** Chooses the cable for a target. */
import type { PrinterTarget, PrinterTransport } from '../../core/ports.ts';
import { createFileTransport } from './file-transport.ts';
import { createTcpTransport, type TcpTimeouts } from './tcp-transport.ts';

/** Opens nothing yet. `virtual:` is the TCP printer of `scripts/virtual-printer` on this machine. */
export function createPrinterTransport(target: PrinterTarget, timeouts?: Partial<TcpTimeouts>): PrinterTransport {
  switch (target.kind) {
    case 'tcp':
      return createTcpTransport({ ...target, timeouts });
    case 'virtual':
      return createTcpTransport({ host: '127.0.0.1', port: target.port, target: `virtual:${target.port}`, timeouts });
    case 'file':
      break;
  }
  return createFileTransport(target.path);
}
