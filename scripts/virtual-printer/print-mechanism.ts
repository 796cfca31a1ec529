/** The printer's inside: a receive buffer, the decoder that empties it and the head that prints row by row at its own pace. */
import type { ScheduleAfter } from '../../main/core/ports.ts';
import type { EscPosDecoder } from './decoder/escpos-decoder.ts';
import type { InTurnAnswer, PaperAction } from './decoder/paper-action.ts';
import type { PaperRoll } from './paper-roll.ts';

export interface MechanismOptions {
  readonly decoder: EscPosDecoder;
  readonly paper: PaperRoll;
  readonly bufferBytes: number;
  /** Infinity: at once. */
  readonly rowsPerSecond: number;
  readonly nowMs: () => number;
  readonly schedule: ScheduleAfter;
  readonly isHalted: () => boolean;
  readonly onRow: () => void;
  /** False: the blade did not go through, and the cut is still to be made. */
  readonly onCut: () => boolean;
  readonly onAnswer: (answer: InTurnAnswer) => void;
  /** There is room again for what waits outside. */
  readonly onRoom: () => void;
}

export interface PrintMechanism {
  readonly freeBytes: number;
  readonly bufferedBytes: number;
  /** Takes bytes that have room. */
  store(bytes: Uint8Array): void;
  /** Goes on, where nothing holds it up; also after what held it up is over. */
  work(): void;
  /** Drops everything that is not on paper yet. */
  clear(): void;
  stop(): void;
}

/** How much the decoder takes out of the buffer at a time. */
const pieceBytes = 256;
/** Of a printer with a pace: how often it looks at the clock. */
const tickMs = 10;

export function createPrintMechanism(options: MechanismOptions): PrintMechanism {
  const { decoder, paper, rowsPerSecond, nowMs } = options;
  let buffer = Buffer.alloc(0);
  let actions: PaperAction[] = [];
  /** Of the first action, how many rows are done. */
  let rowsDone = 0;
  let allowedRows = rowsPerSecond === Infinity ? Infinity : 0;
  let working = false;
  let callOff: (() => void) | null = null;

  function wait(): void {
    const batch = Math.max(1, Math.round((rowsPerSecond * tickMs) / 1000));
    const beganMs = nowMs();
    callOff = options.schedule((batch / rowsPerSecond) * 1000, () => {
      callOff = null;
      allowedRows = Math.max(batch, Math.floor(((nowMs() - beganMs) / 1000) * rowsPerSecond));
      work();
    });
  }

  /** One step; `idle` where nothing is left, `late` where the head is not ready for the next row. */
  function step(): 'done' | 'idle' | 'late' {
    const [action] = actions;
    if (action === undefined) {
      return fetch() ? 'done' : 'idle';
    }
    if ((action.kind === 'rows' || action.kind === 'feed') && rowsDone < action.rows) {
      if (allowedRows < 1) {
        return 'late';
      }
      allowedRows -= 1;
      printRow(action, rowsDone);
      rowsDone += 1;
      options.onRow();
      return 'done';
    }
    if (action.kind === 'cut' && !options.onCut()) {
      return 'done';
    }
    if (actions[0] === action) {
      actions.shift();
      rowsDone = 0;
    }
    if (action.kind === 'answer') {
      options.onAnswer(action.answer);
    }
    return 'done';
  }

  function printRow(action: Extract<PaperAction, { kind: 'rows' | 'feed' }>, row: number): void {
    if (action.kind === 'feed') {
      paper.feedRow();
    } else {
      paper.printRow(action.bits.subarray(row * action.bytesARow, (row + 1) * action.bytesARow), action.xDots);
    }
  }

  /** Has the decoder make the next command of what is there; false where that is not enough. */
  function fetch(): boolean {
    const next = decoder.next();
    if (next !== null) {
      actions = [...next];
      rowsDone = 0;
      return true;
    }
    if (buffer.length === 0) {
      return false;
    }
    decoder.push(buffer.subarray(0, pieceBytes));
    buffer = buffer.subarray(pieceBytes);
    return true;
  }

  function work(): void {
    // What happens on the way (a fault after so many rows) calls this again.
    if (working || callOff !== null) {
      return;
    }
    working = true;
    const freeBefore = options.bufferBytes - buffer.length;
    let outcome: ReturnType<typeof step> = 'done';
    while (outcome === 'done' && !options.isHalted()) {
      outcome = step();
    }
    working = false;
    if (outcome === 'late') {
      wait();
    } else if (rowsPerSecond !== Infinity) {
      allowedRows = 0;
    }
    if (options.bufferBytes - buffer.length > freeBefore) {
      options.onRoom();
    }
  }

  return {
    get freeBytes() {
      return options.bufferBytes - buffer.length;
    },
    get bufferedBytes() {
      return buffer.length;
    },
    store(bytes) {
      buffer = Buffer.concat([buffer, bytes]);
    },
    work,
    clear() {
      buffer = Buffer.alloc(0);
      actions = [];
      rowsDone = 0;
      decoder.clear();
      options.onRoom();
    },
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}
