/** A thermal printer that is not there: takes ESC/POS on a TCP port, answers as a real one and leaves each slip as a PNG. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { encodePng } from '../../main/core/printing/typesetting/encode-png.ts';
import type { SlipImage } from '../../main/core/printing/typesetting/slip-layout.ts';
import { createEscPosDecoder } from './escpos-decoder.ts';
import { createPaperRoll } from './paper-roll.ts';
import { isHalted, type PrinterState, paperSensorReply, readyState, statusReply } from './printer-state.ts';
import { createRealTimeScanner } from './real-time-scanner.ts';

export interface VirtualPrinterOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly outputFolder: string;
  /** 576 (default) or 384. */
  readonly widthDots?: number;
  readonly state?: Partial<PrinterState>;
  readonly nowMs?: () => number;
}

export interface VirtualPrinter {
  readonly port: number;
  /** Paths of the slips cut so far. */
  readonly slips: readonly string[];
  /** See `EscPosDecoder.intrusions`. */
  readonly intrusions: number;
  readonly unknownCommands: number;
  set(changes: Partial<PrinterState>): void;
  /** The path of slip `number` (from 1), once it is written. */
  slip(number: number): Promise<string>;
  /** Called with each slip's path as it is written. */
  onSlip(listener: (path: string) => void): void;
  close(): Promise<void>;
}

/** What a halted printer still takes in before it stops reading. */
const bufferBytes = 64 * 1024;

/** Listens on 127.0.0.1. Rejects where the port is in use or the folder cannot be made. */
export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const { outputFolder, nowMs = Date.now } = options;
  await mkdir(outputFolder, { recursive: true });
  const firstNumber = (await readdir(outputFolder)).filter((name) => /^slip-\d+-.*\.png$/u.test(name)).length + 1;
  const paper = createPaperRoll(options.widthDots ?? 576);
  const slips: string[] = [];
  const listeners = new Set<(path: string) => void>();
  const queue: Socket[] = [];
  let state: PrinterState = { ...readyState, ...options.state };
  let held = Buffer.alloc(0);
  let writing: Promise<void> = Promise.resolve();
  let cuts = 0;

  async function leave(path: string, image: SlipImage): Promise<void> {
    await writeFile(path, encodePng(image));
    slips.push(path);
    for (const listener of listeners) {
      listener(path);
    }
  }

  const cut = (): void => {
    const image = paper.tearOff();
    if (image === null) {
      return;
    }
    const number = String(firstNumber + cuts).padStart(4, '0');
    cuts += 1;
    const path = join(
      outputFolder,
      `slip-${number}-${new Date(nowMs()).toISOString().slice(0, 19).replaceAll(':', '-')}.png`,
    );
    writing = writing.then(() => leave(path, image));
  };
  const decoder = createEscPosDecoder(paper, {
    onCut: cut,
    onReply: (bytes) => (state.answers ? queue[0]?.write(bytes) : undefined),
    paperSensor: () => paperSensorReply(state),
  });

  const settle = (): void => {
    if (!isHalted(state) && held.length > 0) {
      const bytes = held;
      held = Buffer.alloc(0);
      decoder.push(bytes);
    }
    const [current] = queue;
    if (state.reads && held.length < bufferBytes) {
      current?.resume();
    } else {
      current?.pause();
    }
  };

  const server = createServer((socket) => {
    const scanner = createRealTimeScanner();
    // One conversation at a time, as printers do: the next one waits unread.
    queue.push(socket);
    socket.pause();
    socket.on('data', (bytes: Buffer) => {
      for (const kind of scanner.scan(bytes)) {
        const reply = statusReply(state, kind);
        if (state.answers && reply !== null) {
          socket.write(Uint8Array.of(reply));
        }
      }
      held = Buffer.concat([held, bytes]);
      settle();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      queue.splice(queue.indexOf(socket), 1);
      settle();
    });
    settle();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    slips,
    get intrusions() {
      return decoder.intrusions;
    },
    get unknownCommands() {
      return decoder.unknownCommands;
    },
    set(changes) {
      state = { ...state, ...changes };
      settle();
    },
    slip: (number) =>
      new Promise((resolve) => {
        const check = (): void => {
          const path = slips[number - 1];
          if (path !== undefined) {
            listeners.delete(check);
            resolve(path);
          }
        };
        listeners.add(check);
        check();
      }),
    onSlip: (listener) => {
      listeners.add(listener);
    },
    async close() {
      for (const socket of queue) {
        socket.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
      await writing;
    },
  };
}
