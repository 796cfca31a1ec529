/**
 * What is the same for every cable to a device: one write after the other, limits for each, and one honest end. The cables
 * themselves (TCP, USB, serial) know only how bytes are handed over.
 */
import { KioskError } from '../../contract/error.ts';
import type { PrinterConnection, WriteLimits } from '../../core/ports.ts';
import { createConnectionListeners } from './connection-listeners.ts';

export interface Cable {
  readonly answers: boolean;
  /** Most bytes handed over at once: few enough that progress shows before a stall is declared. */
  readonly pieceBytes: number;
  /** Resolves with how many bytes of the piece the device took; 0: not yet, ask again. May stay pending once the cable is lost. */
  take(piece: Uint8Array): Promise<number>;
  /** Resolves when nothing that was taken is still on its way. */
  settle(): Promise<void>;
  /** Says goodbye; `ended` follows when the device has taken leave. */
  leave(): void;
  /** Lets go at once, whatever is under way; `ended` follows. May be called more than once. */
  drop(): void;
}

/** What a cable tells of itself. */
export interface CableEvents {
  /** So many more bytes may be on the paper from now on. */
  accepted(count: number): void;
  heard(bytes: Uint8Array): void;
  /** The device took leave of its own accord; what was taken before has arrived. */
  hungUp(): void;
  /** It is broken, pulled or switched off; the connection drops it then. `reason` goes on after "The printer …". */
  lost(reason: string, cause?: Error): void;
  /** No handle of it is left. */
  ended(): void;
}

export interface PrinterTimeouts {
  /** Until the connection stands. Default 5,000. */
  readonly connectMs: number;
  /** Without a byte being taken, or without the printer taking leave at the end. Default 10,000. */
  readonly stallMs: number;
  /** For one write. Default 60,000. */
  readonly totalMs: number;
}

export const defaultPrinterTimeouts: PrinterTimeouts = { connectMs: 5_000, stallMs: 10_000, totalMs: 60_000 };

type End = KioskError | 'orderly';

export interface DeviceConnectionOptions {
  readonly target: string;
  readonly timeouts: PrinterTimeouts;
  readonly attach: (events: CableEvents) => Cable;
}

/** Errors of `write` and `close` as the port says; nothing is left of the cable once `close` or `onClose` told so. */
export function createDeviceConnection({ target, timeouts, attach }: DeviceConnectionOptions): PrinterConnection {
  const listeners = createConnectionListeners();
  const gone = Promise.withResolvers<End>();
  const state: { end: End | null; aborted: boolean; writing: boolean } = { end: null, aborted: false, writing: false };
  let bytesAccepted = 0;
  /** Ends what is awaited now. A race against `gone` would leave a listener there with every piece of every job. */
  let interrupt: ((end: End) => void) | null = null;
  /** The last write, over or not; each waits for the one before. */
  let lastWrite: Promise<unknown> = Promise.resolve();

  const fail = (code: 'printer-timeout' | 'printer-unreachable', reason: string, cause?: Error): void => {
    state.end ??= new KioskError(code, `The printer ${target} ${reason}.`, { cause });
    cable.drop();
  };
  const cable: Cable = attach({
    accepted: (count) => {
      bytesAccepted += count;
    },
    heard: (bytes) => listeners.heard(bytes),
    hungUp: () => {
      if (state.writing) {
        fail('printer-unreachable', 'hung up in the middle');
      } else {
        state.end ??= 'orderly';
      }
    },
    lost: (reason, cause) => fail('printer-unreachable', reason, cause),
    ended: () => {
      state.end ??= 'orderly';
      interrupt?.(state.end);
      gone.resolve(state.end);
      listeners.ended();
    },
  });

  function refuseIfOver(): void {
    if (state.end !== null) {
      throw errorOf(state.end, target);
    }
  }

  async function orEnd<T>(awaited: Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    interrupt = (end) => reject(errorOf(end, target));
    awaited.then(resolve, reject);
    try {
      return await promise;
    } finally {
      interrupt = null;
    }
  }

  async function writeNow(bytes: Uint8Array, limits: WriteLimits): Promise<void> {
    const { stallMs = timeouts.stallMs, totalMs = timeouts.totalMs } = limits;
    refuseIfOver();
    state.writing = true;
    const total = setTimeout(() => fail('printer-timeout', `was not through within ${totalMs} ms`), totalMs);
    const stall = setTimeout(() => fail('printer-timeout', `took nothing for ${stallMs} ms`), stallMs);
    try {
      for (let offset = 0; offset < bytes.length; ) {
        const taken = await orEnd(cable.take(bytes.subarray(offset, offset + cable.pieceBytes)));
        refuseIfOver();
        if (taken > 0) {
          offset += taken;
          stall.refresh();
        }
      }
      await orEnd(cable.settle());
      refuseIfOver();
    } finally {
      clearTimeout(total);
      clearTimeout(stall);
      state.writing = false;
    }
  }

  return {
    answers: cable.answers,
    get bytesAccepted() {
      return bytesAccepted;
    },
    write(bytes, limits = {}) {
      const write = lastWrite.then(() => writeNow(bytes, limits));
      lastWrite = write.catch(() => undefined);
      return write;
    },
    onData: listeners.onData,
    onClose: listeners.onClose,
    async close() {
      await lastWrite;
      let patience: NodeJS.Timeout | undefined;
      if (state.end === null) {
        patience = setTimeout(
          () => fail('printer-timeout', `did not take leave within ${timeouts.stallMs} ms`),
          timeouts.stallMs,
        );
        cable.leave();
      }
      const end = await gone.promise;
      clearTimeout(patience);
      if (end instanceof KioskError && !state.aborted) {
        throw end;
      }
    },
    abort() {
      state.aborted = state.end === null;
      state.end ??= new KioskError('printer-unreachable', `The connection to ${target} was given up.`);
      cable.drop();
    },
  };
}

function errorOf(end: End, target: string): KioskError {
  return end instanceof KioskError ? end : new KioskError('printer-unreachable', `${target} is closed already.`);
}
