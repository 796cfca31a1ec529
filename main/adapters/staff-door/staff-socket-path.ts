/** Where the staff door of a data folder lies, and whether the system can make one there. */
import { join } from 'node:path';

/** `sun_path` of Linux holds 108 bytes, the NUL at its end among them (unix(7)). */
const mostPathBytes = 107;

export function staffSocketPath(dataFolder: string): string {
  return join(dataFolder, 'kiosk.sock');
}

/** Null where the path is short enough; otherwise what to do, for staff. */
export function pathTooLong(path: string): string | null {
  const lengthBytes = Buffer.byteLength(path);
  return lengthBytes <= mostPathBytes
    ? null
    : `the path ${path} has ${lengthBytes} bytes and a socket's may have ${mostPathBytes}; give a shorter --data-dir`;
}
