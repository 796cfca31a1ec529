/** What the transports' tests share: what a process still holds, and bytes that show where they were torn. */

import { readdirSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterConnection } from '../../../main/core/ports.ts';

/** More than any buffer between the process and a device holds. */
export const large = new Uint8Array(32 * 1024 * 1024).fill(0x55);

/** Bytes of which no two stretches are the same. */
export function countingBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
}

/** Descriptors this process holds; null where the system does not tell. */
export function openDescriptors(): number | null {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : null;
}

/** Timers, connections and file operations that keep this process alive, once what has just ended is cleared away. */
export async function activeHandles(): Promise<readonly string[]> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return process.getActiveResourcesInfo().filter((name) => /Timeout|TCPSocket|FSReq|Work/u.test(name));
}

/**
 * What is held beyond what was held before, once that is nothing, or after two seconds: a test runner's own timers come and go, so
 * one that was there before may be gone.
 */
export async function handlesBeyond(before: readonly string[]): Promise<readonly string[]> {
  let beyond = without(await activeHandles(), before);
  for (let look = 0; look < 100 && beyond.length > 0; look += 1) {
    await pause(20);
    beyond = without(await activeHandles(), before);
  }
  return beyond;
}

/** Each of `names` as often as it stands there more often than in `others`. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return names.filter((name) => {
    const place = left.indexOf(name);
    left.splice(place, place === -1 ? 0 : 1);
    return place === -1;
  });
}

export function untilClosed(connection: PrinterConnection): Promise<void> {
  return new Promise((resolve) => {
    connection.onClose(resolve);
  });
}

/** The next bytes the printer sends back. */
export function nextData(connection: PrinterConnection): Promise<Uint8Array> {
  return new Promise((resolve) => {
    connection.onData(resolve);
  });
}

/** Reads the printer's side until so many bytes came. */
export async function readBytes(from: Readable, count: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of from.iterator({ destroyOnReturn: false })) {
    pieces.push(piece as Buffer);
    length += pieces.at(-1)?.length ?? 0;
    if (length >= count) {
      break;
    }
  }
  return Buffer.concat(pieces);
}
