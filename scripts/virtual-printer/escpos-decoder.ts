/** Carries out ESC/POS on paper: raster, bit images, text, feed, cut, QR. Written from Epson's reference, apart from our encoder. */

import { type EscPosCommand, nextCommand } from './escpos-command.ts';
import type { PaperRoll } from './paper-roll.ts';
import { printQrSymbol, type QrSymbol } from './print-qr-symbol.ts';
import { type Alignment, printTextLine, type StyledText } from './print-text-line.ts';

export interface DecoderEvents {
  readonly onCut: () => void;
  /** Bytes for the host: GS r, GS I, GS ( H. */
  readonly onReply: (bytes: Uint8Array) => void;
  /** The sensor byte GS r 1 answers with. */
  readonly paperSensor: () => number;
}

export interface EscPosDecoder {
  push(bytes: Uint8Array): void;
  /** Forgets half a command, as a printer does when it is switched off. */
  reset(): void;
  /** Real-time commands found inside image data, where a real printer would have carried them out. Must stay 0. */
  readonly intrusions: number;
  /** Commands that are no part of what this printer knows. */
  readonly unknownCommands: number;
}

interface State {
  pending: Uint8Array;
  line: StyledText[];
  align: Alignment;
  bold: boolean;
  across: number;
  down: number;
  lineDots: number;
  qr: QrSymbol;
  intrusions: number;
  unknownCommands: number;
}

const usualLineDots = 34;

export function createEscPosDecoder(paper: PaperRoll, events: DecoderEvents): EscPosDecoder {
  const state: State = { pending: new Uint8Array(0), intrusions: 0, unknownCommands: 0, ...initialStyle() };
  return {
    push(bytes) {
      state.pending = state.pending.length === 0 ? bytes : Buffer.concat([state.pending, bytes]);
      let offset = 0;
      for (let next = nextCommand(state.pending); next !== null; next = nextCommand(state.pending.subarray(offset))) {
        carryOut(next.command, state, paper, events);
        offset += next.length;
      }
      state.pending = state.pending.subarray(offset);
    },
    reset() {
      state.pending = new Uint8Array(0);
      Object.assign(state, initialStyle());
    },
    get intrusions() {
      return state.intrusions;
    },
    get unknownCommands() {
      return state.unknownCommands;
    },
  };
}

function initialStyle(): Pick<State, 'line' | 'align' | 'bold' | 'across' | 'down' | 'lineDots' | 'qr'> {
  return {
    line: [],
    align: 'left',
    bold: false,
    across: 1,
    down: 1,
    lineDots: usualLineDots,
    qr: { data: '', moduleDots: 3, correction: 'L' },
  };
}

function carryOut(command: EscPosCommand, state: State, paper: PaperRoll, events: DecoderEvents): void {
  if (command.kind === 'text') {
    const { bold, across, down } = state;
    state.line.push({ text: Buffer.from(command.bytes).toString('latin1'), style: { bold, across, down } });
    return;
  }
  if (command.kind === 'control') {
    if (command.byte === 0x0a || command.byte === 0x0c) {
      endLine(state, paper);
    }
    return;
  }
  const [first = 0, second = 0] = command.parameters;
  switch (command.name) {
    case '1b40':
      Object.assign(state, initialStyle());
      break;
    case '1b61':
      state.align = (['left', 'centre', 'right'] as const)[first % 48] ?? 'left';
      break;
    case '1b45':
    case '1b47':
      state.bold = (first & 1) === 1;
      break;
    case '1b21':
      Object.assign(state, {
        bold: (first & 8) !== 0,
        down: (first & 16) === 0 ? 1 : 2,
        across: (first & 32) === 0 ? 1 : 2,
      });
      break;
    case '1d21':
      Object.assign(state, { across: (first >> 4) + 1, down: (first & 15) + 1 });
      break;
    case '1b32':
      state.lineDots = usualLineDots;
      break;
    case '1b33':
      state.lineDots = first;
      break;
    case '1b64':
      feedLines(first, state, paper);
      break;
    case '1b4a':
      endLineIfAny(state, paper);
      paper.feed(first);
      break;
    case '1d76':
      printRaster(command.parameters, state, paper);
      break;
    case '1b2a':
      printColumns(command.parameters, paper, state);
      break;
    case '1d28':
      carryOutExtended(command.parameters, state, paper, events);
      break;
    case '1d56':
    case '1b69':
    case '1b6d':
      endLineIfAny(state, paper);
      paper.feed(command.parameters.length > 1 ? second : 0);
      events.onCut();
      break;
    case '1d72':
      events.onReply(Uint8Array.of(first % 48 === 1 ? events.paperSensor() : 0));
      break;
    case '1d49':
      events.onReply(Uint8Array.of(0x20));
      break;
    default:
      state.unknownCommands += isUnderstood(command.name) ? 0 : 1;
  }
}

/** Known to change nothing on this paper: code pages, fonts, underlining, margins, drawer, real-time requests. */
function isUnderstood(name: string): boolean {
  const silent =
    '1004 1005 1014 1b20 1b24 1b2d 1b3d 1b4d 1b52 1b5c 1b63 1b70 1b72 1b74 1b7b 1c21 1c26 1c2e 1c43 1d42 1d48 1d4c';
  return `${silent} 1d50 1d57 1d61 1d66 1d68 1d77 1c28 1b28 1d38 1d6b 1b44`.includes(name);
}

function endLine(state: State, paper: PaperRoll): void {
  printTextLine(paper, state.line, state.align, state.lineDots);
  state.line = [];
}

function endLineIfAny(state: State, paper: PaperRoll): void {
  if (state.line.length > 0) {
    endLine(state, paper);
  }
}

function feedLines(count: number, state: State, paper: PaperRoll): void {
  endLineIfAny(state, paper);
  paper.feed(count * state.lineDots);
}

function printRaster(parameters: Uint8Array, state: State, paper: PaperRoll): void {
  const [, mode = 0, widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = parameters;
  const bytesARow = widthLow + 256 * widthHigh;
  const rows = heightLow + 256 * heightHigh;
  const dots = parameters.subarray(6);
  countIntrusions(dots, state);
  const slack = Math.max(0, paper.widthDots - bytesARow * 8);
  const x = { left: 0, centre: Math.floor(slack / 2), right: slack }[state.align];
  const down = (mode & 2) === 0 ? 1 : 2;
  for (let row = 0; row < rows; row += 1) {
    for (let copy = 0; copy < down; copy += 1) {
      paper.print(dots.subarray(row * bytesARow, (row + 1) * bytesARow), bytesARow, 1, x);
    }
  }
}

/** ESC *: columns of 8 or 24 dots, turned into rows. */
function printColumns(parameters: Uint8Array, paper: PaperRoll, state: State): void {
  const [mode = 0, low = 0, high = 0] = parameters;
  const columns = low + 256 * high;
  const bytesAColumn = mode >= 32 ? 3 : 1;
  const bytesARow = Math.ceil(columns / 8);
  const dots = parameters.subarray(3);
  countIntrusions(dots, state);
  const rows = new Uint8Array(bytesARow * bytesAColumn * 8);
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < bytesAColumn * 8; row += 1) {
      if (((dots[column * bytesAColumn + (row >> 3)] ?? 0) & (0x80 >> (row & 7))) !== 0) {
        const at = row * bytesARow + (column >> 3);
        rows[at] = (rows[at] ?? 0) | (0x80 >> (column & 7));
      }
    }
  }
  paper.print(rows, bytesARow, bytesAColumn * 8, 0);
}

function countIntrusions(dots: Uint8Array, state: State): void {
  for (let index = 1; index < dots.length; index += 1) {
    const byte = dots[index];
    state.intrusions += dots[index - 1] === 0x10 && (byte === 0x04 || byte === 0x05 || byte === 0x14) ? 1 : 0;
  }
}

/** GS ( : the QR symbol (k) and the fence that is answered once everything before it is on paper (H). */
function carryOutExtended(parameters: Uint8Array, state: State, paper: PaperRoll, events: DecoderEvents): void {
  const letter = String.fromCharCode(parameters[0] ?? 0);
  const [code, kind, ...data] = parameters.subarray(3);
  if (letter === 'H' && code === 0x30 && kind === 0x30) {
    events.onReply(Uint8Array.of(0x37, 0x22, ...data, 0x00));
  } else if (letter === 'k' && code === 49 && kind === 67) {
    state.qr = { ...state.qr, moduleDots: data[0] ?? 3 };
  } else if (letter === 'k' && code === 49 && kind === 69) {
    state.qr = { ...state.qr, correction: (['L', 'M', 'Q', 'H'] as const)[(data[0] ?? 48) - 48] ?? 'L' };
  } else if (letter === 'k' && code === 49 && kind === 80) {
    state.qr = { ...state.qr, data: Buffer.from(data.slice(1)).toString('latin1') };
  } else if (letter === 'k' && code === 49 && kind === 81) {
    endLineIfAny(state, paper);
    printQrSymbol(paper, state.qr, state.align);
  }
}
