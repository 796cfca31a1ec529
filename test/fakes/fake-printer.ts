/** A printer in memory: takes what it is told to take, answers what it is told to answer. */
import { KioskError } from '../../main/contract/error.ts';
import type { PrinterConnection, PrinterTransport } from '../../main/core/ports.ts';

export interface FakePrinter extends PrinterTransport {
  /** Everything that arrived, in order; status requests are kept apart. */
  readonly received: Uint8Array[];
  /** Connections that are open now. */
  readonly openConnections: number;
  /** Reply bytes to DLE EOT 1, 2 and 4; null: no answer. */
  replies: readonly [number, number, number] | null;
  reachable: boolean;
  /** Bytes of the job after which the cable is cut; null: never. */
  cutAfterBytes: number | null;
  /** Held until the test lets go; null: takes bytes at once. */
  gate: Promise<void> | null;
}

export const readyReplies = [0x12, 0x12, 0x12] as const;

export function createFakePrinter(): FakePrinter {
  const received: Uint8Array[] = [];
  let openConnections = 0;
  const printer: FakePrinter = {
    target: 'fake:',
    answers: true,
    received,
    get openConnections() {
      return openConnections;
    },
    replies: readyReplies,
    reachable: true,
    cutAfterBytes: null,
    gate: null,
    open() {
      if (!printer.reachable) {
        return Promise.reject(new KioskError('printer-unreachable', 'The fake printer is unplugged.'));
      }
      openConnections += 1;
      return Promise.resolve(
        connect(printer, () => {
          openConnections -= 1;
        }),
      );
    },
  };
  return printer;
}

function connect(printer: FakePrinter, onGone: () => void): PrinterConnection {
  let listener: ((bytes: Uint8Array) => void) | null = null;
  let bytesAccepted = 0;
  let open = true;
  const leave = (): void => {
    if (open) {
      open = false;
      onGone();
    }
  };
  return {
    get bytesAccepted() {
      return bytesAccepted;
    },
    async write(bytes) {
      const [first, second, kind] = bytes;
      if (bytes.length === 3 && first === 0x10 && second === 0x04) {
        bytesAccepted += 3;
        const reply = printer.replies?.[[1, 2, 4].indexOf(kind ?? 0)];
        queueMicrotask(() => (reply === undefined ? undefined : listener?.(Uint8Array.of(reply))));
        return;
      }
      await printer.gate;
      const taken = printer.cutAfterBytes === null ? bytes.length : Math.min(bytes.length, printer.cutAfterBytes);
      bytesAccepted += taken;
      printer.received.push(bytes.subarray(0, taken));
      if (taken < bytes.length) {
        throw new KioskError('printer-unreachable', 'The fake cable was cut.');
      }
    },
    onData: (heard) => {
      listener = heard;
    },
    onClose: () => undefined,
    close() {
      leave();
      return Promise.resolve();
    },
    abort: leave,
  };
}
