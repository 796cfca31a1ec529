/** A printer in the network, port 9100. One connection serves many jobs; the kernel taking bytes is not the printer taking them. */
import { connect, type Socket } from 'node:net';
import { KioskError } from '../../contract/error.ts';
import type { PrinterTransport } from '../../core/ports.ts';
import {
  type Cable,
  type CableEvents,
  createDeviceConnection,
  defaultPrinterTimeouts,
  type PrinterTimeouts,
} from './device-connection.ts';

export interface TcpTransportOptions {
  readonly host: string;
  readonly port: number;
  /** As it was written; default `tcp://host:port`. */
  readonly target?: string;
  readonly timeouts?: Partial<PrinterTimeouts> | undefined;
}

const pieceBytes = 8 * 1024;
/** Idle time after which the other side is asked whether it still lives; a dead one is noticed some ten seconds later. */
const keepAliveMs = 10_000;

/** `close` waits until the printer has closed its side after ours. Whatever fails is ended by a reset. */
export function createTcpTransport(options: TcpTransportOptions): PrinterTransport {
  const { host, port } = options;
  const target = options.target ?? `tcp://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const timeouts = { ...defaultPrinterTimeouts, ...options.timeouts };
  return {
    target,
    kind: 'device',
    async open() {
      const socket = await reach(host, port, timeouts.connectMs, target);
      return createDeviceConnection({ target, timeouts, attach: (events) => attachSocket(socket, events) });
    },
  };
}

function reach(host: string, port: number, connectMs: number, target: string): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs });
  const unreachable = (reason: string, cause?: Error): void => {
    socket.destroy();
    const message = `The printer ${target} cannot be reached (${reason}); check its power, its cable and its address.`;
    reject(new KioskError('printer-unreachable', message, { cause }));
  };
  const onError = (error: Error): void => unreachable(error.message, error);
  const timer = setTimeout(() => unreachable(`no answer within ${connectMs} ms`), connectMs);
  socket.once('error', onError);
  socket.once('connect', () => {
    clearTimeout(timer);
    socket.off('error', onError);
    resolve(socket);
  });
  socket.once('close', () => clearTimeout(timer));
  return promise;
}

function attachSocket(socket: Socket, events: CableEvents): Cable {
  let leaving = false;
  socket.on('data', (bytes: Buffer) => events.heard(bytes));
  socket.on('error', (error) => events.lost(`broke the connection (${error.message})`, error));
  socket.on('end', () => {
    if (!leaving) {
      events.hungUp();
    }
  });
  socket.on('close', () => events.ended());
  return {
    answers: true,
    pieceBytes,
    take(piece) {
      const taken = Promise.withResolvers<number>();
      // Counted when handed over: from here on the bytes may be on the paper.
      events.accepted(piece.length);
      socket.write(piece, (error) => {
        if (error === null || error === undefined) {
          taken.resolve(piece.length);
        }
      });
      return taken.promise;
    },
    // What the kernel still holds cannot be asked; the fence tells, or the printer's leave.
    settle: () => Promise.resolve(),
    leave() {
      leaving = true;
      socket.end();
    },
    // A reset takes back what the kernel still holds, so that nothing of this job comes out later.
    drop: () => void socket.resetAndDestroy(),
  };
}
