/** Cuts a reader's bytes into scans: terminator first, idle gap second, length capped, UTF-8 decoded a whole frame at a time. */
import type { ScheduleAfter } from '../ports.ts';

/** `any`: CR, LF or Tab. `none`: only silence ends a scan. */
export type ScanTerminator = 'any' | 'cr' | 'lf' | 'crlf' | 'tab' | 'none';

/** As `reader` of the site's configuration has them. */
export interface ScanFraming {
  readonly terminator: ScanTerminator;
  /** A reader that sends no terminator is silent this long after a scan (serial readers pause < 20 ms within one). */
  readonly idleGapMs: number;
  /** Longest scan without its terminator; the longest real payload (a citizen card) has about 250. */
  readonly maximumBytes: number;
}

export interface ScanFramerOptions extends ScanFraming {
  /**
   * Gets each scan as text, or null for one that is too long or no UTF-8 (it was read, but says nothing): once for a scan,
   * however much too long it is. White space alone is passed over (the LF of a reader that is said to end with CR).
   */
  readonly onFrame: (text: string | null) => void;
  readonly schedule: ScheduleAfter;
}

export interface ScanFramer {
  push(bytes: Uint8Array): void;
  /** Drops what is half received, e.g. when the cable was pulled. */
  reset(): void;
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The byte that can end a scan; `crlf` looks at the one before it as well. */
const endings: Readonly<Record<ScanTerminator, ReadonlySet<number>>> = {
  any: new Set([tab, lineFeed, carriageReturn]),
  cr: new Set([carriageReturn]),
  lf: new Set([lineFeed]),
  crlf: new Set([lineFeed]),
  tab: new Set([tab]),
  none: new Set(),
};

/** Memory is `maximumBytes`, whatever comes in; time is linear in what comes in. */
export function createScanFramer({
  terminator,
  idleGapMs,
  maximumBytes,
  onFrame,
  schedule,
}: ScanFramerOptions): ScanFramer {
  const ends = endings[terminator];
  const isPair = terminator === 'crlf';
  // One more than the longest scan: the CR of a pair may stand behind it.
  const pending = new Uint8Array(maximumBytes + (isPair ? 1 : 0));
  let length = 0;
  let isTooLong = false;
  let lastByte = 0;
  let cancelGap: (() => void) | null = null;

  const reset = (): void => {
    cancelGap?.();
    cancelGap = null;
    length = 0;
    isTooLong = false;
    lastByte = 0;
  };
  const finish = (behind: number): void => {
    const end = length - behind;
    const frame = isTooLong || end > maximumBytes ? null : decodeFrame(pending.subarray(0, end));
    reset();
    if (frame === null || frame.trim() !== '') {
      onFrame(frame);
    }
  };
  return {
    reset,
    push: (bytes) => {
      cancelGap?.();
      cancelGap = null;
      for (const byte of bytes) {
        if (ends.has(byte) && (!isPair || lastByte === carriageReturn)) {
          finish(isPair ? 1 : 0);
          continue;
        }
        lastByte = byte;
        if (length < pending.length) {
          pending[length] = byte;
          length += 1;
        } else {
          isTooLong = true;
        }
      }
      if (length > 0) {
        cancelGap = schedule(idleGapMs, () => finish(0));
      }
    },
  };
}

function decodeFrame(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so not one of our codes; the caller is told that something was read.
    return null;
  }
}
