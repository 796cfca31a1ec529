/**
 * A printer in memory that carries out what it is sent as a real one does: at once or, without paper, later; real-time commands
 * wherever they stand. A test says how it is and where it misbehaves.
 */
import { KioskError } from '../../main/contract/error.ts';
import type { PrinterConnection, PrinterTransport, ScheduleAfter } from '../../main/core/ports.ts';
import { type PaperSlip, readSlip } from './fake-paper.ts';

export interface FakeCondition {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly coverOpen: boolean;
  readonly cutterJammed: boolean;
  readonly error: boolean;
}

export interface FakePrinter extends PrinterTransport {
  readonly condition: FakeCondition;
  set(changes: Partial<FakeCondition>): void;
  /** Rows until the paper is out; null: it lasts. */
  paperRows: number | null;
  /** False: it does not say a word to DLE EOT, GS a; to a fence; to clearing; it does not know how to clear. */
  speaks: boolean;
  fences: boolean;
  confirmsClearing: boolean;
  clears: boolean;
  /** What it answers instead; the command by its name. */
  instead: ((command: 'status' | 'fence' | 'cleared' | 'sensor', proper: Uint8Array) => Uint8Array) | null;
  reachable: boolean;
  /** Takes bytes and prints nothing until it is false again. */
  hangs: boolean;
  /** More bytes, of whatever it is sent, until the cable is cut; null: never. */
  cutAfterBytes: number | null;
  /** Most it takes in while it prints nothing; default 64 KiB. */
  bufferBytes: number;
  /** The cable is pulled. Power: what is in its buffer is lost too. */
  unplug(options?: { readonly power?: boolean }): void;
  /** Unasked. */
  say(...bytes: number[]): void;
  /** What was cut off, blank pieces apart. */
  readonly slips: readonly PaperSlip[];
  readonly blankPieces: number;
  /** Rows with ink on them that came out so far. */
  readonly inkedRows: number;
  /** What hangs out uncut. */
  readonly hanging: PaperSlip;
  /** Everything that arrived. */
  readonly received: Buffer;
  readonly openConnections: number;
  readonly opened: number;
}

export interface FakePrinterOptions {
  /** For the limits of writes; without it they have none. */
  readonly schedule?: ScheduleAfter;
  readonly kind?: PrinterTransport['kind'];
  readonly answers?: boolean;
}

export function createFakePrinter({ schedule, kind = 'device', answers = true }: FakePrinterOptions = {}): FakePrinter {
  let condition: FakeCondition = { paper: 'ok', coverOpen: false, cutterJammed: false, error: false };
  let tellsChanges = false;
  let buffer: number[] = [];
  let realTime: number[] = [];
  /** Of the strip that is being printed. */
  let strip: { rowBytes: number; rowsLeft: number } | null = null;
  let rows: Uint8Array[] = [];
  let blankPieces = 0;
  let inkedRows = 0;
  const slips: PaperSlip[] = [];
  const received: number[] = [];
  let opened = 0;
  let connected: { heard: ((bytes: Uint8Array) => void) | null; early: number[]; end: () => void } | null = null;
  let room = Promise.withResolvers<void>();

  const isHalted = (): boolean =>
    condition.paper === 'out' || condition.coverOpen || condition.cutterJammed || condition.error;

  function send(bytes: Uint8Array): void {
    const to = connected;
    queueMicrotask(() => {
      if (to !== null && to === connected) {
        if (to.heard === null) {
          to.early.push(...bytes);
        } else {
          to.heard(bytes);
        }
      }
    });
  }

  function reply(command: 'status' | 'fence' | 'cleared' | 'sensor', ...bytes: number[]): void {
    const proper = Uint8Array.from(bytes);
    send(printer.instead === null ? proper : printer.instead(command, proper));
  }

  function statusByte(question: number): number {
    const out = condition.paper === 'out';
    const near = out || condition.paper === 'near-end';
    const bytes: Readonly<Record<number, number>> = {
      1: isHalted() ? 0x08 : 0,
      2: (condition.coverOpen ? 0x04 : 0) | (out ? 0x20 : 0) | (condition.cutterJammed || condition.error ? 0x40 : 0),
      3: (condition.cutterJammed ? 0x08 : 0) | (condition.error ? 0x20 : 0),
      4: (near ? 0x0c : 0) | (out ? 0x60 : 0),
    };
    return 0x12 | (bytes[question] ?? 0);
  }

  function tellStatus(): void {
    if (tellsChanges && printer.speaks) {
      const out = condition.paper === 'out';
      reply(
        'status',
        0x10 | (isHalted() ? 0x08 : 0) | (condition.coverOpen ? 0x20 : 0),
        (condition.cutterJammed ? 0x08 : 0) | (condition.error ? 0x20 : 0),
        (out || condition.paper === 'near-end' ? 0x03 : 0) | (out ? 0x0c : 0),
        0x0f,
      );
    }
  }

  function hearRealTime(byte: number): void {
    realTime = [...realTime, byte].slice(-10);
    const [a, b, c] = realTime.slice(-3);
    if (a === 0x10 && b === 0x04 && c !== undefined && c >= 1 && c <= 4 && printer.speaks) {
      reply('status', statusByte(c));
    } else if (a === 0x10 && b === 0x05 && c === 0x02 && condition.cutterJammed) {
      empty();
    } else if (realTime.join() === '16,20,8,1,3,20,1,6,2,8' && printer.clears) {
      empty();
      if (printer.confirmsClearing) {
        reply('cleared', 0x37, 0x25, 0x00);
      }
    }
  }

  function empty(): void {
    buffer = [];
    strip = null;
    makeRoom();
  }

  function makeRoom(): void {
    room.resolve();
    room = Promise.withResolvers();
  }

  function printRow(row: Uint8Array): void {
    rows.push(row);
    inkedRows += row.some((byte) => byte !== 0) ? 1 : 0;
    if (printer.paperRows !== null) {
      printer.paperRows -= 1;
      if (printer.paperRows <= 0) {
        printer.paperRows = null;
        printer.set({ paper: 'out' });
      }
    }
  }

  function cut(): void {
    const slip = readSlip(rows);
    if (slip.marks.length === 0 && !rows.some((row) => row.some((byte) => byte !== 0))) {
      blankPieces += 1;
    } else {
      slips.push(slip);
    }
    rows = [];
  }

  function init(): boolean {
    buffer.splice(0, 2);
    tellsChanges = false;
    return true;
  }

  /** Carries one command out; false where more bytes must come first. */
  function step(): boolean {
    if (strip !== null) {
      if (buffer.length < strip.rowBytes) {
        return false;
      }
      const row = Uint8Array.from(buffer.splice(0, strip.rowBytes));
      strip.rowsLeft -= 1;
      strip = strip.rowsLeft === 0 ? null : strip;
      printRow(row);
      return true;
    }
    const [first, second, third] = buffer;
    if ((first === 0x1d || first === 0x1b || first === 0x10) && (second === undefined || third === undefined)) {
      return first === 0x1b && second === 0x40 ? init() : false;
    }
    const take = (count: number, action: () => void = () => undefined): boolean => {
      if (buffer.length < count) {
        return false;
      }
      buffer.splice(0, count);
      action();
      return true;
    };
    if (first === 0x1d && second === 0x76) {
      const [, , , , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = buffer;
      return take(8, () => {
        const rowsLeft = yLow + yHigh * 256;
        strip = rowsLeft === 0 ? null : { rowBytes: xLow + xHigh * 256, rowsLeft };
      });
    }
    if (first === 0x1d && second === 0x28 && third === 0x48) {
      const id = buffer.slice(7, 11);
      return take(11, () => (printer.fences ? reply('fence', 0x37, 0x22, ...id, 0x00) : undefined));
    }
    if (first === 0x1d && second === 0x61) {
      return take(3, () => {
        tellsChanges = third !== 0;
        tellStatus();
      });
    }
    if (first === 0x1d && second === 0x72) {
      return take(3, () =>
        printer.fences ? reply('sensor', condition.paper === 'near-end' ? 0x03 : 0x00) : undefined,
      );
    }
    if (first === 0x1d && second === 0x56) {
      return take(third === 65 || third === 66 ? 4 : 3, cut);
    }
    if (first === 0x1b && second === 0x40) {
      return init();
    }
    if (first === 0x1b && (second === 0x64 || second === 0x61)) {
      return take(3, () =>
        rows.push(...Array.from({ length: second === 0x64 ? (third ?? 0) : 0 }, () => new Uint8Array(1))),
      );
    }
    if (first === 0x10) {
      // Carried out when it came.
      return take(second === 0x14 ? 10 : 3);
    }
    return take(1);
  }

  function work(): void {
    while (buffer.length > 0 && !isHalted() && !printer.hangs) {
      if (!step()) {
        break;
      }
    }
    makeRoom();
  }

  function connect(): PrinterConnection {
    let bytesAccepted = 0;
    let isOpen = true;
    let listener: (() => void) | null = null;
    const end = (): void => {
      if (isOpen) {
        isOpen = false;
        connected = connected === self ? null : connected;
        makeRoom();
        listener?.();
      }
    };
    const mustWait = (): boolean => isOpen && buffer.length >= printer.bufferBytes;
    const self: NonNullable<typeof connected> = { heard: null, early: [], end };
    connected?.end();
    connected = self;
    tellsChanges = false;
    return {
      answers,
      get bytesAccepted() {
        return bytesAccepted;
      },
      async write(bytes, { totalMs = 60_000, stallMs = 10_000 } = {}) {
        let isLate = false;
        const late = (): void => {
          isLate = true;
          end();
        };
        const callOffTotal = schedule?.(totalMs, late);
        let callOffStall = schedule?.(stallMs, late);
        try {
          for (const byte of bytes) {
            while (mustWait()) {
              await room.promise;
            }
            if (!isOpen) {
              throw isLate ? new KioskError('printer-timeout', 'The fake printer took nothing.') : lost();
            }
            if (printer.cutAfterBytes !== null && printer.cutAfterBytes <= 0) {
              printer.cutAfterBytes = null;
              end();
              throw lost();
            }
            printer.cutAfterBytes = printer.cutAfterBytes === null ? null : printer.cutAfterBytes - 1;
            callOffStall?.();
            callOffStall = schedule?.(stallMs, late);
            bytesAccepted += 1;
            received.push(byte);
            buffer.push(byte);
            hearRealTime(byte);
            work();
          }
        } finally {
          callOffTotal?.();
          callOffStall?.();
        }
      },
      onData: (heard) => {
        self.heard = heard;
        if (self.early.length > 0) {
          heard(Uint8Array.from(self.early.splice(0)));
        }
      },
      onClose: (heard) => {
        listener = heard;
        if (!isOpen) {
          heard();
        }
      },
      close() {
        if (!isOpen) {
          return Promise.reject(lost());
        }
        end();
        return Promise.resolve();
      },
      abort: end,
    };
  }

  const printer: FakePrinter = {
    target: 'fake:',
    kind,
    get condition() {
      return condition;
    },
    set(changes) {
      condition = { ...condition, ...changes };
      tellStatus();
      work();
    },
    paperRows: null,
    speaks: true,
    fences: true,
    confirmsClearing: true,
    clears: true,
    instead: null,
    reachable: true,
    hangs: false,
    cutAfterBytes: null,
    bufferBytes: 64 * 1024,
    unplug({ power = false } = {}) {
      connected?.end();
      if (power) {
        empty();
        realTime = [];
      }
    },
    say: (...bytes) => send(Uint8Array.from(bytes)),
    slips,
    get blankPieces() {
      return blankPieces;
    },
    get inkedRows() {
      return inkedRows;
    },
    get hanging() {
      return readSlip(rows);
    },
    get received() {
      return Buffer.from(received);
    },
    get openConnections() {
      return connected === null ? 0 : 1;
    },
    get opened() {
      return opened;
    },
    open() {
      if (!printer.reachable) {
        return Promise.reject(new KioskError('printer-unreachable', 'The fake printer is unplugged.'));
      }
      opened += 1;
      return Promise.resolve(connect());
    },
  };
  return printer;
}

function lost(): KioskError {
  return new KioskError('printer-unreachable', 'The fake cable was cut.');
}
