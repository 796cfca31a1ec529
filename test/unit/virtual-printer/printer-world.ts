/** A virtual printer without a door: the test holds the cable, the clock and the paper. */
import type { SlipImage } from '../../../main/core/ports.ts';
import type { Conversation } from '../../../scripts/virtual-printer/conversation.ts';
import {
  createPrinter,
  type PaperPieceKind,
  type Printer,
  type PrinterOptions,
} from '../../../scripts/virtual-printer/create-printer.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

export interface TestCable {
  readonly conversation: Conversation;
  /** What the printer said, in hex, one entry an answer. */
  readonly heard: string[];
  /** How the printer broke it; null while it stands. */
  readonly cut: { how: 'rst' | 'fin' | null };
  /** Sends bytes in hex or as they are; what was not taken. */
  send(bytes: string | Uint8Array): Uint8Array;
}

export interface PrinterWorld {
  readonly printer: Printer;
  readonly pieces: { readonly kind: PaperPieceKind; readonly image: SlipImage }[];
  readonly plug: () => TestCable;
  /** Lets time pass, in steps of 10 ms. */
  readonly pass: (milliseconds: number) => void;
}

export function createPrinterWorld(options: PrinterOptions = {}): PrinterWorld {
  const clock = { nowMs: 0 };
  const manual = createManualSchedule();
  const printer = createPrinter({ nowMs: () => clock.nowMs, schedule: manual.schedule, ...options });
  const pieces: { kind: PaperPieceKind; image: SlipImage }[] = [];
  printer.onPiece((image, kind) => pieces.push({ kind, image }));
  return {
    printer,
    pieces,
    plug() {
      const heard: string[] = [];
      const cut: TestCable['cut'] = { how: null };
      const conversation: Conversation = printer.greet({
        door: 'tcp',
        send: (bytes) => heard.push(Buffer.from(bytes).toString('hex')),
        cut: (how) => {
          cut.how = how;
          conversation.leave();
        },
      });
      return {
        conversation,
        heard,
        cut,
        send(bytes) {
          const all = typeof bytes === 'string' ? hex(bytes) : bytes;
          return all.subarray(conversation.offer(all));
        },
      };
    },
    pass(milliseconds) {
      for (let left = milliseconds; left > 0; left -= 10) {
        clock.nowMs += 10;
        manual.advance(10);
      }
    },
  };
}

export function hex(text: string): Uint8Array {
  return Buffer.from(text.replaceAll(/\s/gu, ''), 'hex');
}

/** A raster of `rows` rows, 72 bytes each, and a cut. */
export function slipBytes(rows: number): Uint8Array {
  return Buffer.concat([rasterHead(rows), Buffer.alloc(72 * rows, 0xaa), hex('1d5600')]);
}

export function rasterHead(rows: number): Uint8Array {
  return Uint8Array.of(0x1d, 0x76, 0x30, 0x00, 72, 0, rows & 0xff, rows >> 8);
}

export const fence = '1d284806003030 41424344';
export const fenceAnswer = '37224142434400';
export const clear = '1014080103140106 0208';
