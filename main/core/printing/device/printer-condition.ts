/** Reads what a printer says of itself in reply to DLE EOT n (Epson ESC/POS). Many cheap units say nothing. */
import type { PrinterStatus } from '../../../contract/kiosk.ts';
import type { PrinterConnection, ScheduleAfter } from '../../ports.ts';

/** The state without its time; `unknown` where the printer does not answer. */
export type PrinterCondition = Pick<PrinterStatus, 'state' | 'paperNearEnd'>;

/** Kinds of status that are asked for: 1 printer, 2 cause of being off-line, 4 paper. */
const statusKinds = [1, 2, 4] as const;

/** How long a printer has for one byte. */
export const statusReplyTimeoutMs = 500;

const bit = (byte: number, index: number): boolean => (byte & (1 << index)) !== 0;

/** Bits 1 and 4 are set in every reply, 0 and 7 in none; anything else is noise or another kind of report. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** `replies` in the order of the kinds 1, 2, 4. Paper first: it is what a citizen's slip most often waits for. */
export function readCondition(replies: readonly [printer: number, offline: number, paper: number]): PrinterCondition {
  const [printer, offline, paper] = replies;
  const paperNearEnd = bit(paper, 2) || bit(paper, 3);
  if (bit(offline, 2)) {
    return { state: 'cover-open', paperNearEnd };
  }
  if (bit(offline, 5) || bit(paper, 5) || bit(paper, 6)) {
    return { state: 'paper-out', paperNearEnd };
  }
  return { state: bit(offline, 6) || bit(printer, 3) ? 'error' : 'ready', paperNearEnd };
}

/**
 * Asks over an open connection; takes the connection's data while it runs. No answer within 500 ms a question means
 * `unknown`. Errors: those of `PrinterConnection.write`.
 */
export async function askCondition(connection: PrinterConnection, schedule: ScheduleAfter): Promise<PrinterCondition> {
  const replies: number[] = [];
  for (const kind of statusKinds) {
    const reply = nextStatusByte(connection, schedule);
    try {
      await connection.write(Uint8Array.of(0x10, 0x04, kind));
    } catch (error) {
      reply.cancel();
      throw error;
    }
    const byte = await reply.arrived;
    if (byte === null) {
      return { state: 'unknown', paperNearEnd: false };
    }
    replies.push(byte);
  }
  const [printer = 0, offline = 0, paper = 0] = replies;
  return readCondition([printer, offline, paper]);
}

interface AwaitedByte {
  /** Null where none came in time. */
  readonly arrived: Promise<number | null>;
  cancel(): void;
}

function nextStatusByte(connection: PrinterConnection, schedule: ScheduleAfter): AwaitedByte {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const callOff = schedule(statusReplyTimeoutMs, () => resolve(null));
  connection.onData((bytes) => {
    const byte = bytes.find(isStatusByte);
    if (byte !== undefined) {
      callOff();
      resolve(byte);
    }
  });
  const cancel = (): void => {
    callOff();
    resolve(null);
  };
  return { arrived: promise, cancel };
}
