/** A printer in the network, port 9100. The kernel taking bytes is not the printer taking them: only an orderly end counts. */
import { connect, type Socket } from 'node:net';
import { KioskError } from '../../contract/error.ts';
import type { PrinterConnection, PrinterTransport } from '../../core/ports.ts';

export interface TcpTimeouts {
  /** Until the connection stands. Default 5,000. */
  readonly connectMs: number;
  /** Without any piece being taken, or without the printer taking leave at the end. Default 10,000. */
  readonly stallMs: number;
  /** From the connection to its end. Default 60,000. */
  readonly jobMs: number;
}

export interface TcpTransportOptions {
  readonly host: string;
  readonly port: number;
  /** As it was written; default `tcp://host:port`. */
  readonly target?: string;
  readonly timeouts?: Partial<TcpTimeouts> | undefined;
}

const defaultTimeouts: TcpTimeouts = { connectMs: 5_000, stallMs: 10_000, jobMs: 60_000 };
/** Small enough that progress shows before a stall is declared. */
const pieceBytes = 8 * 1024;

export function createTcpTransport(options: TcpTransportOptions): PrinterTransport {
  const { host, port } = options;
  const target = options.target ?? `tcp://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  return {
    target,
    answers: true,
    async open() {
      return converse(await reach(host, port, timeouts.connectMs, target), timeouts, target);
    },
  };
}

function reach(host: string, port: number, connectMs: number, target: string): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect({ host, port, noDelay: true });
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

function converse(socket: Socket, timeouts: TcpTimeouts, target: string): PrinterConnection {
  let bytesAccepted = 0;
  let onData: ((bytes: Uint8Array) => void) | null = null;
  const closeListeners: (() => void)[] = [];
  const state: { end: KioskError | 'orderly' | null; leaving: boolean } = { end: null, leaving: false };
  const gone = Promise.withResolvers<KioskError | 'orderly'>();

  const fail = (code: 'printer-timeout' | 'printer-unreachable', reason: string, cause?: Error): void => {
    state.end ??= new KioskError(code, `The printer ${target} ${reason}.`, { cause });
    // A reset takes back what the kernel still holds, so that nothing of this job comes out later.
    socket.resetAndDestroy();
  };
  const jobTimer = setTimeout(
    () => fail('printer-timeout', `did not finish within ${timeouts.jobMs} ms`),
    timeouts.jobMs,
  );

  socket.on('data', (bytes: Buffer) => onData?.(bytes));
  socket.on('error', (error) => fail('printer-unreachable', `broke the connection (${error.message})`, error));
  socket.on('end', () => {
    if (!state.leaving) {
      fail('printer-unreachable', 'closed the connection before the end');
    }
  });
  socket.on('close', () => {
    clearTimeout(jobTimer);
    state.end ??= 'orderly';
    gone.resolve(state.end);
    for (const listener of closeListeners) {
      listener();
    }
  });

  /** Resolves with what is awaited, or rejects with the reason why the connection ended first. */
  async function orEnd(awaited: Promise<unknown>, stallReason: string): Promise<void> {
    const stall = setTimeout(() => fail('printer-timeout', stallReason), timeouts.stallMs);
    try {
      const end = await Promise.race([awaited.then(() => null), gone.promise]);
      if (end instanceof KioskError) {
        throw end;
      }
    } finally {
      clearTimeout(stall);
    }
  }

  function handOver(piece: Uint8Array): Promise<void> {
    const taken = Promise.withResolvers<void>();
    // Counted when handed over: from here on the bytes may be on the paper.
    bytesAccepted += piece.length;
    socket.write(piece, (error) => (error === null || error === undefined ? taken.resolve() : undefined));
    return taken.promise;
  }

  return {
    get bytesAccepted() {
      return bytesAccepted;
    },
    async write(bytes) {
      for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
        if (state.end !== null || state.leaving) {
          throw state.end instanceof KioskError
            ? state.end
            : new KioskError('printer-unreachable', `${target} is closed already.`);
        }
        await orEnd(handOver(bytes.subarray(offset, offset + pieceBytes)), `took nothing for ${timeouts.stallMs} ms`);
      }
    },
    onData: (listener) => {
      onData = listener;
    },
    onClose: (listener) => {
      closeListeners.push(listener);
    },
    async close() {
      if (state.end instanceof KioskError) {
        await gone.promise;
        throw state.end;
      }
      state.leaving = true;
      socket.end();
      await orEnd(gone.promise, `did not take leave within ${timeouts.stallMs} ms`);
      await gone.promise;
    },
    abort: () => {
      state.end ??= new KioskError('printer-unreachable', `The connection to ${target} was given up.`);
      socket.resetAndDestroy();
    },
  };
}
