/** Writes a pushed stream into a folder of its own, file by file, within its limits; nothing but the names of a repository comes to be there. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { RepositoryFetchError, type ScheduleAfter } from '../../core/ports.ts';
import { type BundleLimits, type BundlePart, createBundleReader } from '../../core/releases/bundle-stream.ts';
import { readBody } from './read-body.ts';

export interface ReceiveOptions {
  /** There already, empty and the kiosk's own. */
  readonly folder: string;
  readonly limits: BundleLimits;
  readonly lengthBytes: number;
  readonly signal: AbortSignal;
  readonly elapsedMs: () => number;
  readonly schedule: ScheduleAfter;
}

const ownerOnly = { file: 0o600, folder: 0o700 } as const;
/** What every office's network can do. */
const minimumBytesPerSecond = 10_000;
const windowMs = 10_000;
const idleMs = 20_000;

/** Errors: `BundleError`, `RepositoryFetchError` (of the line), those of the file system. What was written then is the caller's to remove. */
export async function receiveBundle(request: IncomingMessage, options: ReceiveOptions): Promise<void> {
  const reader = createBundleReader(options.limits);
  const writer = createWriter(options.folder);
  const limits = {
    maximumBytes: options.lengthBytes,
    expectedBytes: options.lengthBytes,
    minimumBytesPerSecond,
    windowMs,
    idleMs,
    signal: options.signal,
    elapsedMs: options.elapsedMs,
    schedule: options.schedule,
  };
  // The connection stays for the answer, whatever is wrong with what came.
  const body = readBody(request, limits, () => undefined);
  try {
    for await (const piece of body) {
      for (const part of reader.push(piece)) {
        await writer.write(part);
      }
    }
    reader.finish();
  } finally {
    await writer.close();
  }
}

interface Writer {
  write(part: BundlePart): Promise<void>;
  close(): Promise<void>;
}

function createWriter(folder: string): Writer {
  let current: FileHandle | null = null;
  const close = async (): Promise<void> => {
    const done = current;
    current = null;
    await done?.close();
  };
  return {
    write: async (part) => {
      if (part.kind === 'bytes') {
        await writeAll(current, part.bytes);
        return;
      }
      await close();
      const path = join(folder, part.file.path);
      await mkdir(dirname(path), { recursive: true, mode: ownerOnly.folder });
      current = await open(path, 'wx', ownerOnly.file);
    },
    close,
  };
}

async function writeAll(file: FileHandle | null, bytes: Uint8Array): Promise<void> {
  if (file === null) {
    throw new RepositoryFetchError('bad-answer', 'bytes came before their file');
  }
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}
