/** Device files as the USB cable uses them: never blocking, so that no thread is left hanging in a read. Tests hand in their own. */
import { close, constants, fstat, open, read, type Stats, stat, write } from 'node:fs';
import { promisify } from 'node:util';

export interface DeviceFiles {
  /** Follows links, e.g. those of udev. Rejects with the system's code. */
  stat(path: string): Promise<Pick<Stats, 'isCharacterDevice' | 'isFIFO'>>;
  /** Never creates anything, never waits, never becomes the process's terminal. Resolves with the descriptor. */
  open(path: string, access: 'read-write' | 'write'): Promise<number>;
  fstat(descriptor: number): Promise<Pick<Stats, 'isCharacterDevice' | 'isFIFO'>>;
  /** Rejects with EAGAIN where there is nothing. */
  read(descriptor: number, into: Uint8Array): Promise<number>;
  /** How many bytes were taken; rejects with EAGAIN where none can be. */
  write(descriptor: number, bytes: Uint8Array): Promise<number>;
  close(descriptor: number): Promise<void>;
}

const manner = constants.O_NONBLOCK | constants.O_NOCTTY;
const openFile = promisify(open);
const readFile = promisify(read);
const writeFile = promisify(write);

/** Callbacks and not file handles: those do not carry an empty write to the device. */
export const deviceFiles: DeviceFiles = {
  stat: promisify(stat),
  open: (path, access) => openFile(path, manner | (access === 'write' ? constants.O_WRONLY : constants.O_RDWR)),
  fstat: promisify(fstat),
  read: async (descriptor, into) => (await readFile(descriptor, into, 0, into.length, null)).bytesRead,
  write: async (descriptor, bytes) => (await writeFile(descriptor, bytes, 0, bytes.length, null)).bytesWritten,
  close: promisify(close),
};

/** The system's code of an error, e.g. `ENOENT`; an empty text for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
