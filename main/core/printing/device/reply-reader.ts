/** Tells a printer's replies apart in what comes back, in pieces of any size. What nobody waits for is noise, never a reply. */
import { fenceId } from './escpos-commands.ts';

export type PrinterReply =
  /** One byte for the question DLE EOT that is outstanding. */
  | { readonly kind: 'status'; readonly byte: number }
  /** Automatic status back: four bytes that belong together. */
  | { readonly kind: 'change'; readonly bytes: readonly [number, number, number, number] }
  | { readonly kind: 'fence'; readonly number: number }
  | { readonly kind: 'cleared' }
  /** The paper sensor's byte, GS r 1. */
  | { readonly kind: 'sensor'; readonly byte: number }
  | { readonly kind: 'noise' };

/** What may come now. Looked at for each byte, so that it may change between two. */
export interface ExpectedReplies {
  readonly status: boolean;
  readonly changes: boolean;
  readonly sensor: boolean;
  readonly cleared: boolean;
  /** Numbers of the fences that were sent and not answered yet. */
  readonly fences: Iterable<number>;
}

/** Epson ESC/POS: DLE EOT n; bits 1 and 4 set, 0 and 7 clear. */
const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
/** The first of an automatic status; three with bits 4 and 7 clear follow. */
const isFirstOfChange = (byte: number): boolean => (byte & 0x93) === 0x10;
const isRestOfChange = (byte: number): boolean => (byte & 0x90) === 0;
/** GS r 1: both bits of near end (0, 1) and both of end (2, 3) say the same, all others are clear. */
const isSensor = (byte: number): boolean => [0x00, 0x03, 0x0c, 0x0f].includes(byte);

/** Header and kinds of a block: `37 22 d1 d2 d3 d4 00` fence, `37 25 00` buffers cleared. */
const blockHead = 0x37;
const fenceKind = 0x22;
const clearedKind = 0x25;

export interface ReplyReader {
  read(bytes: Uint8Array, hear: (reply: PrinterReply) => void): void;
}

/**
 * A status byte may also come in the middle of a block or of an automatic status: it is sent in real time. `expected` is asked
 * anew for each byte; `hear` is called in the order of the bytes.
 */
export function createReplyReader(expected: () => ExpectedReplies): ReplyReader {
  /** The beginning of a block or of an automatic status. */
  let begun: number[] = [];

  function take(byte: number, hear: (reply: PrinterReply) => void): void {
    const now = expected();
    const [first] = begun;
    const longer = [...begun, byte];
    const step = first === undefined ? begin(byte, now) : first === blockHead ? block(longer, now) : change(longer);
    if (step === 'more') {
      begun = longer;
    } else if (step !== 'wrong') {
      begun = [];
      hear(step);
    } else if (now.status && isStatus(byte)) {
      hear({ kind: 'status', byte });
    } else {
      hear({ kind: 'noise' });
      begun = [];
      // What broke the beginning off may itself begin something.
      if (first !== undefined) {
        take(byte, hear);
      }
    }
  }

  return {
    read(bytes, hear) {
      for (const byte of bytes) {
        take(byte, hear);
      }
    },
  };
}

type Step = PrinterReply | 'more' | 'wrong';

function begin(byte: number, now: ExpectedReplies): Step {
  if (byte === blockHead || (now.changes && isFirstOfChange(byte))) {
    return 'more';
  }
  return now.sensor && isSensor(byte) ? { kind: 'sensor', byte } : 'wrong';
}

function change(bytes: readonly number[]): Step {
  const [first = 0, second = 0, third = 0, fourth] = bytes;
  if (!isRestOfChange(bytes.at(-1) ?? 0)) {
    return 'wrong';
  }
  return fourth === undefined ? 'more' : { kind: 'change', bytes: [first, second, third, fourth] };
}

function block(bytes: readonly number[], now: ExpectedReplies): Step {
  const [, kind, ...rest] = bytes;
  if (kind === clearedKind && now.cleared) {
    return rest.length === 0 ? 'more' : rest[0] === 0 ? { kind: 'cleared' } : 'wrong';
  }
  if (kind !== fenceKind) {
    return 'wrong';
  }
  for (const number of now.fences) {
    const whole = [...fenceId(number), 0];
    if (rest.every((byte, index) => byte === whole[index])) {
      return rest.length === whole.length ? { kind: 'fence', number } : 'more';
    }
  }
  return 'wrong';
}
