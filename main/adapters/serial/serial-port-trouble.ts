/** Says why a serial port cannot be opened, where serialport has only a sentence; the same for printers and readers. */
import { access, constants, stat } from 'node:fs/promises';

export interface SerialPortTrouble {
  /** `no-port`: something else lies there. `forbidden`: this user has no right to it. */
  readonly kind: 'missing' | 'forbidden' | 'no-port';
  readonly cause?: unknown;
}

/** Null where nothing speaks against it. Ports of Windows have no place in the file system. */
export async function serialPortTrouble(path: string): Promise<SerialPortTrouble | null> {
  if (!path.startsWith('/')) {
    return null;
  }
  try {
    if (!(await stat(path)).isCharacterDevice()) {
      return { kind: 'no-port' };
    }
    await access(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (cause) {
    const isForbidden = cause instanceof Error && 'code' in cause && cause.code === 'EACCES';
    return { kind: isForbidden ? 'forbidden' : 'missing', cause };
  }
}
