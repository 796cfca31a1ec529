/** Writes a job into a plain file, whole or not at all. For staff and tests; a device is never mistaken for a file. */
import { lstat, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import type { PrinterConnection, PrinterTransport } from '../../core/ports.ts';
import { createConnectionListeners } from './connection-listeners.ts';

/**
 * A file that is there is replaced when the connection is closed. Errors of `open`: `printer-refused` where something else
 * than a plain file stands there, or under /dev (a device that is unplugged must not become a file),
 * `printer-unreachable` where the folder is missing. Errors of `close`: `printer-refused`.
 */
export function createFileTransport(path: string): PrinterTransport {
  const place = resolve(path);
  return {
    target: `file:${path}`,
    kind: 'file',
    async open() {
      await refuseAllButFiles(place);
      return connect(place);
    },
  };
}

function connect(place: string): PrinterConnection {
  const pieces: Uint8Array[] = [];
  const listeners = createConnectionListeners();
  let bytesAccepted = 0;
  let over = false;
  const end = (): void => {
    if (!over) {
      over = true;
      listeners.ended();
    }
  };
  return {
    answers: false,
    get bytesAccepted() {
      return bytesAccepted;
    },
    write(bytes) {
      if (over) {
        return Promise.reject(new KioskError('printer-unreachable', `${place} is closed already.`));
      }
      pieces.push(Uint8Array.from(bytes));
      return Promise.resolve();
    },
    onData: listeners.onData,
    onClose: listeners.onClose,
    async close() {
      if (over) {
        return;
      }
      try {
        const bytes = Buffer.concat(pieces);
        if (bytes.length > 0) {
          await writeWhole(place, bytes);
          bytesAccepted = bytes.length;
        }
      } finally {
        end();
      }
    },
    abort: end,
  };
}

async function refuseAllButFiles(place: string): Promise<void> {
  if (place === '/dev' || place.startsWith('/dev/')) {
    throw new KioskError('printer-refused', `${place} is a device, not a file; file: writes plain files only.`);
  }
  const folder = await lstat(dirname(place)).catch(() => null);
  if (folder === null) {
    throw new KioskError('printer-unreachable', `The folder ${dirname(place)} is not there; make it first.`);
  }
  const standing = await lstat(place).catch(() => null);
  if (standing !== null && !standing.isFile()) {
    throw new KioskError('printer-refused', `${place} is no plain file; file: writes plain files only.`);
  }
}

async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  let folder: string | undefined;
  try {
    // Beside the target: a rename is whole or nothing only within one file system.
    folder = await mkdtemp(join(dirname(place), '.slip-'));
    const draft = join(folder, 'draft');
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    throw new KioskError(
      'printer-refused',
      `${place} could not be written; check the disk and the rights of its folder.`,
      {
        cause: error,
      },
    );
  } finally {
    if (folder !== undefined) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
