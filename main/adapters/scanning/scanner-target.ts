/** Reads how a reader is named in the configuration. */
import { KioskError } from '../../contract/error.ts';

/** TCP port of the virtual reader where the target names none. */
export const virtualScannerPort = 9101;

export type ScannerTarget =
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number }
  | { readonly kind: 'virtual'; readonly port: number };

const forms = 'serial:/dev/ttyACM0, serial:/dev/ttyACM0?baud=115200, virtual: or virtual:9101';

/** Errors: `configuration-invalid`, naming the forms that are understood. */
export function parseScannerTarget(text: string): ScannerTarget {
  const serial = /^serial:([^?\s]+)(?:\?baud=(\d{3,7}))?$/.exec(text);
  if (serial?.[1] !== undefined) {
    return { kind: 'serial', path: serial[1], baudRate: Number(serial[2] ?? 9600) };
  }
  const virtual = /^virtual:(\d{1,5})?$/.exec(text);
  const port = Number(virtual?.[1] ?? virtualScannerPort);
  if (virtual !== null && port >= 1 && port <= 65_535) {
    return { kind: 'virtual', port };
  }
  throw new KioskError(
    'configuration-invalid',
    `The reader ${JSON.stringify(text)} is not understood; write ${forms}.`,
  );
}
