/** Reads ESC/POS and says what it comes to on paper. Written from Epson's reference, apart from our encoder. */

import { decodePage } from './code-pages.ts';
import {
  alignedX,
  answer,
  createDecoderMemory,
  type DecoderMemory,
  type DecoderOptions,
  endLine,
  noteIntrusions,
  setText,
  unknown,
} from './decoder-memory.ts';
import { type EscPosCommand, nextCommand } from './escpos-command.ts';
import { carryOutExtended, printBarcode } from './extended-commands.ts';
import { drawColumns, type OpenRaster, openRaster, takeRows } from './image-commands.ts';
import type { PaperAction } from './paper-action.ts';
import { changeSettings, initialSettings, movedPosition } from './print-settings.ts';

export interface EscPosDecoder {
  push(bytes: Uint8Array): void;
  /** What the next command comes to, in order; none for a command that only sets something. Null: more bytes are needed. */
  next(): readonly PaperAction[] | null;
  /** Forgets half a command, the line and the picture that were not printed; settings stay. */
  clear(): void;
  /** As switched off and on. */
  reset(): void;
  /** Real-time commands found inside image data, where a printer carries them out. A whole job of ours holds none. */
  readonly intrusions: number;
  /** Commands that are no part of what this printer knows. */
  readonly unknownCommands: number;
}

export function createEscPosDecoder(given: DecoderOptions): EscPosDecoder {
  const memory = createDecoderMemory(given);
  const { options } = memory;
  const clear = (): void => {
    Object.assign(memory, { pending: new Uint8Array(0), raster: null, graphics: null });
    memory.line.clear();
  };
  return {
    push(bytes) {
      memory.pending = memory.pending.length === 0 ? bytes : Buffer.concat([memory.pending, bytes]);
    },
    next() {
      if (memory.raster !== null) {
        return nextRows(memory, memory.raster);
      }
      const next = nextCommand(memory.pending);
      if (next === null) {
        return null;
      }
      memory.pending = memory.pending.subarray(next.length);
      return carryOut(next.command, memory);
    },
    clear,
    reset() {
      clear();
      memory.settings = initialSettings(options.widthDots);
    },
    get intrusions() {
      return memory.intrusions;
    },
    get unknownCommands() {
      return memory.unknownCommands;
    },
  };
}

function nextRows(memory: DecoderMemory, raster: OpenRaster): readonly PaperAction[] | null {
  const taken = takeRows(raster, memory.pending);
  if (taken === null) {
    return null;
  }
  noteIntrusions(memory, memory.pending.subarray(0, taken.length));
  memory.pending = memory.pending.subarray(taken.length);
  if (raster.rowsLeft === 0) {
    memory.raster = null;
  }
  return [taken.action];
}

function carryOut(command: EscPosCommand, memory: DecoderMemory): readonly PaperAction[] {
  if (command.kind === 'text') {
    return setText(decodePage(command.bytes, memory.settings.page), memory);
  }
  if (command.kind === 'control') {
    return carryOutControl(command.byte, memory);
  }
  const { name, parameters } = command;
  const { settings, line, options } = memory;
  if (changeSettings(settings, name, parameters, options.widthDots) || silentCommands.has(name)) {
    return [];
  }
  const position = movedPosition(settings, name, parameters, line.position);
  if (position !== null) {
    line.position = position;
    return [];
  }
  const [first = 0, second = 0] = parameters;
  switch (name) {
    case '1b40':
      line.clear();
      memory.graphics = null;
      memory.settings = initialSettings(options.widthDots);
      // Telling by itself is a setting too.
      return options.knows.changes ? [answer({ about: 'changes', n: 0 })] : [];
    case '1b64':
      return [...endLine(memory), { kind: 'feed', rows: first * settings.lineDots }];
    case '1b4a':
      return [...endLine(memory), { kind: 'feed', rows: Math.round((first * 203) / settings.downUnits) }];
    case '1d76':
      memory.raster = openRaster(parameters, (width) => alignedX(memory, width));
      memory.lastDots = 0;
      return endLine(memory);
    case '1b2a': {
      memory.lastDots = 0;
      noteIntrusions(memory, parameters.subarray(3));
      const { dots, width, height } = drawColumns(parameters);
      const before = line.hasRoom(width) || line.isEmpty ? [] : endLine(memory);
      line.place(dots, { width, height });
      return before;
    }
    case '1d28':
      return carryOutExtended(String.fromCharCode(first), parameters.subarray(3), memory);
    case '1d38':
      return carryOutExtended(String.fromCharCode(first), parameters.subarray(5), memory);
    case '1d6b':
      return printBarcode(parameters, memory);
    case '1d56':
      return [...endLine(memory), ...cut(first >= 65 ? options.headToCutterDots + second : 0, memory)];
    case '1b69':
    case '1b6d':
      return [...endLine(memory), ...cut(0, memory)];
    case '1d72':
      return first % 48 === 1 || first % 48 === 2 ? [answer({ about: first % 48 === 1 ? 'paper' : 'drawer' })] : [];
    case '1d49':
      return [answer({ about: 'identity', n: first })];
    case '1d61':
      return options.knows.changes ? [answer({ about: 'changes', n: first })] : unknown(memory);
    default:
      return unknown(memory);
  }
}

/** Change nothing on this paper: real-time requests (done when they came), drawer, buttons, letters of other scripts. */
const silentCommands: ReadonlySet<string> = new Set(
  '1004 1005 1014 1b25 1b34 1b3d 1b52 1b63 1b70 1b72 1c21 1c26 1c2d 1c2e 1c43 1c53 1c57 1c28 1b28 1d62 1d66'.split(' '),
);

/** A printer without a blade lets the paper hang. */
function cut(feedRows: number, { options }: DecoderMemory): readonly PaperAction[] {
  const feed: PaperAction = { kind: 'feed', rows: feedRows };
  return options.knows.cut ? [feed, { kind: 'cut' }] : [feed];
}

function carryOutControl(byte: number, memory: DecoderMemory): readonly PaperAction[] {
  const { line, settings } = memory;
  if (byte === 0x09) {
    line.position = settings.tabStops.find((stop) => stop > line.position) ?? line.position;
  } else if (byte === 0x0a || byte === 0x0c) {
    return line.isEmpty ? [{ kind: 'feed', rows: settings.lineDots }] : endLine(memory);
  }
  return [];
}
