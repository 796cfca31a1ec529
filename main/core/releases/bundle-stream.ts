/** A pushed release as one stream: for each file a line of JSON with path and length, then its bytes; nothing before, between or after. */
import { z } from 'zod';
import { isRepositoryPath } from './repository-paths.ts';

export interface BundleFile {
  /** As `isRepositoryPath` knows it. */
  readonly path: string;
  readonly bytes: number;
}

export interface BundleLimits {
  readonly mostFiles: number;
  readonly mostFileBytes: number;
  /** Of the files together. */
  readonly mostBytes: number;
}

/** What a kiosk takes: a snapshot is a few MB, metadata a few kB each, a chain of roots grows by a few a year. */
export const pushLimits: BundleLimits = { mostFiles: 600, mostFileBytes: 256_000_000, mostBytes: 300_000_000 };

export type BundleFault = 'malformed' | 'too-large';

/** The stream is no bundle, or more than is taken. */
export class BundleError extends Error {
  readonly fault: BundleFault;

  constructor(fault: BundleFault, message: string) {
    super(message);
    this.name = 'BundleError';
    this.fault = fault;
  }
}

export type BundlePart =
  | { readonly kind: 'file'; readonly file: BundleFile }
  /** Bytes of the file that was told last. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

export interface BundleReader {
  /** In pieces of any size. Error: `BundleError`; the reader is of no use then. */
  push(piece: Uint8Array): BundlePart[];
  /** To be called after the last piece. Error: `BundleError` where something is missing. */
  finish(): void;
}

const lineFeed = 0x0a;
/** Longest line with its end: the longest path is shorter than 300 letters. */
const mostLineBytes = 400;
const lineSchema = z.strictObject({ path: z.string(), bytes: z.int().nonnegative() });

/** The line before a file's bytes, with its end. */
export function bundleLine({ path, bytes }: BundleFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ path, bytes })}\n`);
}

/** Of the whole stream. */
export function bundleLength(files: readonly BundleFile[]): number {
  return files.reduce((length, file) => length + bundleLine(file).length + file.bytes, 0);
}

export function createBundleReader(limits: BundleLimits): BundleReader {
  const paths = new Set<string>();
  let line: number[] = [];
  let leftInFile = 0;
  let totalBytes = 0;

  const begin = (): BundleFile => {
    const file = fileOf(Uint8Array.from(line));
    line = [];
    totalBytes += file.bytes;
    if (paths.size >= limits.mostFiles) {
      throw new BundleError('too-large', `more than ${limits.mostFiles} files`);
    }
    if (file.bytes > limits.mostFileBytes || totalBytes > limits.mostBytes) {
      throw new BundleError('too-large', 'a file, or all of them, are larger than is taken');
    }
    if (paths.has(file.path)) {
      throw new BundleError('malformed', 'one file stands there twice');
    }
    paths.add(file.path);
    leftInFile = file.bytes;
    return file;
  };

  return {
    push: (piece) => {
      const parts: BundlePart[] = [];
      let place = 0;
      while (place < piece.length) {
        if (leftInFile > 0) {
          const bytes = piece.subarray(place, place + leftInFile);
          parts.push({ kind: 'bytes', bytes });
          leftInFile -= bytes.length;
          place += bytes.length;
          continue;
        }
        const byte = piece[place] ?? lineFeed;
        place += 1;
        if (byte === lineFeed) {
          parts.push({ kind: 'file', file: begin() });
        } else if (line.push(byte) >= mostLineBytes) {
          throw new BundleError('malformed', 'the line before a file is too long');
        }
      }
      return parts;
    },
    finish: () => {
      if (leftInFile > 0 || line.length > 0 || paths.size === 0) {
        throw new BundleError('malformed', 'it ends before its time');
      }
    },
  };
}

function fileOf(line: Uint8Array): BundleFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    parsed = null;
  }
  const file = lineSchema.safeParse(parsed);
  if (!file.success) {
    throw new BundleError('malformed', 'the line before a file cannot be read');
  }
  if (!isRepositoryPath(file.data.path)) {
    throw new BundleError('malformed', 'a file has a name that no repository knows');
  }
  return file.data;
}
