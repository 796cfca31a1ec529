/** A thermal printer that is not there: takes ESC/POS by network, serial line or pipe, behaves or misbehaves, and leaves each slip as a PNG. */
import type { SlipImage } from '../../main/core/ports.ts';
import type { ConversationRecord, Door } from './conversation.ts';
import { createPrinter, type PaperPieceKind, type PrinterOptions } from './create-printer.ts';
import { openPipeDoor } from './doors/pipe-door.ts';
import { openPtyDoor } from './doors/pty-door.ts';
import { openTcpDoor } from './doors/tcp-door.ts';
import type { FaultMoment, PrinterFault } from './printer-fault.ts';
import type { PrinterState } from './printer-state.ts';
import { openSlipFolder, type PaperPiece } from './slip-folder.ts';

export interface VirtualPrinterOptions extends PrinterOptions {
  /** On 127.0.0.1; 0 takes any free port; left out: no network socket. */
  readonly port?: number | undefined;
  /** A link to a pseudo-terminal is made here. */
  readonly ptyLink?: string | undefined;
  /** A named pipe is made here. */
  readonly pipePath?: string | undefined;
  /** Made where it is missing. Null: no pictures are written, slips are counted only. */
  readonly outputFolder: string | null;
}

export interface VirtualPrinter {
  /** 0 where it has no network socket. */
  readonly port: number;
  /** Ways in, for people. */
  readonly addresses: readonly string[];
  readonly state: PrinterState;
  /** Paths of the slips cut and written so far. */
  readonly slips: readonly string[];
  /** Every piece of paper that was written, torn ones too. */
  readonly pieces: readonly PaperPiece[];
  /** Slips the blade has cut, at once. */
  readonly slipsCut: number;
  readonly paper: {
    /** Rows that came out since the last cut: 0 means that nothing of a slip hangs out. */
    readonly hangingRows: number;
    /** What hangs out, as a picture; null where nothing does. */
    readonly hanging: SlipImage | null;
    /** Rows printed and fed since the start. */
    readonly rowsUsed: number;
  };
  /** Bytes taken in and not carried out yet (half a command is not counted). */
  readonly bufferedBytes: number;
  /** In the order in which they came, those that ended too. */
  readonly connections: readonly ConversationRecord[];
  readonly openConnections: number;
  /** See `EscPosDecoder.intrusions`. */
  readonly intrusions: number;
  readonly unknownCommands: number;
  set(changes: Partial<PrinterState>): void;
  /** Lets something happen now. */
  fault(fault: PrinterFault): void;
  /** Lets something happen after so many bytes or rows from now on; returns how to call it off. */
  faultAt(moment: FaultMoment, fault: PrinterFault): () => void;
  /** Off and on again: what was not printed is lost, connections are cut. Paper that hangs out stays. */
  powerCycle(): void;
  /** A hand tears off what hangs out. */
  tearOff(): void;
  /** The path of slip `number` (from 1), once it is written. */
  slip(number: number): Promise<string>;
  /** Called with each slip's path as it is written. */
  onSlip(listener: (path: string) => void): void;
  /** Called with each piece of paper that came out, before anything is written. */
  onPaper(listener: (image: SlipImage, kind: PaperPieceKind) => void): void;
  /** Resolves when its ways in are open or shut as `reachable` says, which takes a moment after it was changed. */
  settled(): Promise<void>;
  /** Resolves when all pictures of what came out so far are written. */
  written(): Promise<void>;
  close(): Promise<void>;
}

/** Rejects where the port is in use, the folder cannot be made or the terminal or the pipe cannot be had. */
export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const { nowMs = Date.now } = options;
  const folder = options.outputFolder === null ? null : await openSlipFolder(options.outputFolder, nowMs);
  const printer = createPrinter(options);
  const counts = { cut: 0 };
  printer.onPiece((image, kind) => {
    counts.cut += kind === 'cut' ? 1 : 0;
    folder?.leave(image, kind);
  });
  const doors: Door[] = [];
  const closeDoors = async (): Promise<void> => {
    printer.stop();
    await Promise.all(doors.map((door) => door.close()));
  };
  let port = 0;
  try {
    if (options.port !== undefined) {
      const door = await openTcpDoor(printer, options.port);
      ({ port } = door);
      doors.push(door);
    }
    if (options.pipePath !== undefined) {
      doors.push(openPipeDoor(printer, options.pipePath));
    }
    if (options.ptyLink !== undefined) {
      doors.push(await openPtyDoor(printer, options.ptyLink));
    }
  } catch (error) {
    await closeDoors();
    throw error;
  }
  const settleDoors = (): void => {
    for (const door of doors) {
      door.setReachable(printer.state.reachable);
      door.pump();
    }
  };
  printer.onChange(settleDoors);
  settleDoors();

  const slips: string[] = [];
  const slipListeners = new Set<(path: string) => void>();
  folder?.onPiece(({ kind, path }) => {
    if (kind === 'cut') {
      slips.push(path);
      for (const listener of slipListeners) {
        listener(path);
      }
    }
  });

  return {
    port,
    addresses: doors.map(({ address }) => address),
    get state() {
      return printer.state;
    },
    slips,
    pieces: folder?.pieces ?? [],
    get slipsCut() {
      return counts.cut;
    },
    paper: {
      get hangingRows() {
        return printer.paper.hangingRows;
      },
      get hanging() {
        return printer.paper.look();
      },
      get rowsUsed() {
        return printer.paper.rowsUsed;
      },
    },
    get bufferedBytes() {
      return printer.bufferedBytes;
    },
    connections: printer.conversations,
    get openConnections() {
      return printer.conversations.filter(({ isOpen }) => isOpen).length;
    },
    get intrusions() {
      return printer.decoder.intrusions;
    },
    get unknownCommands() {
      return printer.decoder.unknownCommands;
    },
    set: (changes) => printer.set(changes),
    fault: (fault) => printer.fault(fault),
    faultAt: (moment, fault) => printer.faultAt(moment, fault),
    powerCycle: () => printer.powerCycle(),
    tearOff: () => printer.tearOff(),
    slip: (number) =>
      new Promise((resolve) => {
        const check = (): void => {
          const path = slips[number - 1];
          if (path !== undefined) {
            slipListeners.delete(check);
            resolve(path);
          }
        };
        slipListeners.add(check);
        check();
      }),
    onSlip: (listener) => {
      slipListeners.add(listener);
    },
    onPaper: (listener) => printer.onPiece(listener),
    async settled() {
      await Promise.all(doors.map((door) => door.settled()));
    },
    written: () => folder?.written() ?? Promise.resolve(),
    async close() {
      await closeDoors();
      await folder?.written();
    },
  };
}
