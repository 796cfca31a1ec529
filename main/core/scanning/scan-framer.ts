/** Cuts a reader's bytes into scans: terminator first, idle gap second, length capped, UTF-8 decoded a whole frame at a time. */
import type { ScheduleAfter } from '../ports.ts';

/** Longest scan in bytes; the longest real payload (a citizen card) has about 200. */
export const maximumScanBytes = 4096;

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
/** A reader that sends no terminator is silent this long after a scan (serial readers pause < 20 ms within one). */
const idleGapMs = 80;

export interface ScanFramer {
  push(bytes: Uint8Array): void;
  /** Drops what is half received, e.g. when the cable was pulled. */
  reset(): void;
}

/**
 * `onFrame` gets each scan as text, or null for one that is too long or no UTF-8 (it was read, but says nothing).
 * Empty frames (the second half of CR LF) are passed over.
 */
export function createScanFramer(onFrame: (text: string | null) => void, schedule: ScheduleAfter): ScanFramer {
  let pending: number[] = [];
  let tooLong = false;
  let cancelGap: (() => void) | null = null;

  const reset = (): void => {
    cancelGap?.();
    cancelGap = null;
    pending = [];
    tooLong = false;
  };
  const finish = (): void => {
    const frame = tooLong ? null : decodeFrame(pending);
    reset();
    if (frame !== '') {
      onFrame(frame);
    }
  };
  return {
    reset,
    push: (bytes) => {
      cancelGap?.();
      cancelGap = null;
      for (const byte of bytes) {
        if (byte === carriageReturn || byte === lineFeed) {
          finish();
        } else if (pending.length < maximumScanBytes) {
          pending.push(byte);
        } else {
          tooLong = true;
        }
      }
      if (pending.length > 0) {
        cancelGap = schedule(idleGapMs, finish);
      }
    },
  };
}

function decodeFrame(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    // Not UTF-8, so not one of our codes; the caller is told that something was read.
    return null;
  }
}
