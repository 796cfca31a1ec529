/** An open device file as a cable. Node cannot wait for one, so it is asked again and again, ever less often. */
import type { Cable, CableEvents } from './device-connection.ts';
import { type DeviceFiles, messageOf, systemCode } from './device-files.ts';

export interface UsbCableOptions {
  readonly files: DeviceFiles;
  readonly descriptor: number;
  /** False: it can only be written to. */
  readonly answers: boolean;
  /** What was read when it was opened. */
  readonly early: Uint8Array;
}

/** Half of what the kernel's driver sends in one go. */
const pieceBytes = 4096;
/** After a piece was refused: at first, and at most. */
const shortestBackOffMs = 1;
const longestBackOffMs = 50;
/** Between two readings: a tenth of the time since something last came or went, within these. */
const shortestReadingMs = 5;
const longestReadingMs = 200;
/** A device that says nothing is asked so often whether it is still there. */
const presenceMs = 1_000;

const nothing = new Uint8Array(0);
/** ENOSPC: the driver's word for a printer without paper; it may get some. */
const notYet: ReadonlySet<string> = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR', 'ENOSPC']);

/** Starts to listen at once; the timers that do so keep no process alive. */
export function attachUsbCable(options: UsbCableOptions, events: CableEvents): Cable {
  const { files, descriptor, answers, early } = options;
  const buffer = Buffer.alloc(4096);
  let underWay = 0;
  let letGo = false;
  let closed = false;
  let backOffMs = shortestBackOffMs;
  let wake: (() => void) | null = null;
  let lookAgain: NodeJS.Timeout | undefined;
  let looking = false;
  let lastActivity = performance.now();

  /** The descriptor is closed only when no call uses it: its number may be another file's a moment later. */
  async function use<T>(operation: () => Promise<T>): Promise<T> {
    underWay += 1;
    try {
      return await operation();
    } finally {
      underWay -= 1;
      closeWhenQuiet();
    }
  }

  function closeWhenQuiet(): void {
    if (letGo && underWay === 0 && !closed) {
      closed = true;
      // Whatever it says: the descriptor is gone then (Linux, close(2)).
      const ended = (): void => events.ended();
      files.close(descriptor).then(ended, ended);
    }
  }

  function release(): void {
    letGo = true;
    clearTimeout(lookAgain);
    wake?.();
    closeWhenQuiet();
  }

  /** Null: not yet. Tells when the device is gone. */
  async function attempt(operation: () => Promise<number>): Promise<number | null> {
    if (letGo) {
      return null;
    }
    try {
      return await use(operation);
    } catch (error) {
      if (!notYet.has(systemCode(error))) {
        const cause = error instanceof Error ? error : undefined;
        events.lost(`was unplugged or switched off (${messageOf(error)})`, cause);
      }
      return null;
    }
  }

  /** Kept alive on purpose: a job that waits is work under way. */
  function backOff(): Promise<void> {
    if (letGo) {
      return Promise.resolve();
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, backOffMs);
    backOffMs = Math.min(backOffMs * 2, longestBackOffMs);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  }

  async function look(): Promise<void> {
    looking = true;
    const count = answers ? await attempt(() => files.read(descriptor, buffer)) : null;
    if (count !== null && count > 0) {
      lastActivity = performance.now();
      events.heard(Uint8Array.from(buffer.subarray(0, count)));
    } else if (count === 0 || !answers) {
      // A line that was hung up reads as empty for ever; only a write tells. An empty one prints nothing.
      await attempt(() => files.write(descriptor, nothing));
    }
    looking = false;
    lookLater();
  }

  function lookLater(): void {
    if (!letGo && !looking) {
      const quietMs = performance.now() - lastActivity;
      const delayMs = answers ? Math.min(longestReadingMs, Math.max(shortestReadingMs, quietMs / 10)) : presenceMs;
      clearTimeout(lookAgain);
      lookAgain = setTimeout(() => void look(), delayMs).unref();
    }
  }

  if (early.length > 0) {
    events.heard(early);
  }
  lookLater();
  return {
    answers,
    pieceBytes,
    async take(piece) {
      const taken = await attempt(() => files.write(descriptor, piece));
      if (taken === null) {
        await backOff();
        return 0;
      }
      backOffMs = shortestBackOffMs;
      lastActivity = performance.now();
      events.accepted(taken);
      // An answer may follow at once.
      lookLater();
      return taken;
    },
    // The driver takes a piece before the printer has it, and drops it if it is closed then; it takes none, not even an
    // empty one, until the printer has the last.
    async settle() {
      for (;;) {
        const passed = await attempt(() => files.write(descriptor, nothing));
        if (passed !== null || letGo) {
          return;
        }
        await backOff();
      }
    },
    leave: release,
    drop: release,
  };
}
