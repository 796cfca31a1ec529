/** Reads how a reader is named in the configuration (docs/scanning.md). */
import { z } from 'zod';
import { KioskError } from '../../contract/error.ts';

/** TCP port of the virtual reader where the target names none. */
export const virtualScannerPort = 9101;

const parities = ['none', 'even', 'odd'] as const;

/** How a serial line is set; both sides must be set alike. */
export interface SerialLine {
  readonly path: string;
  readonly baudRate: number;
  readonly parity: (typeof parities)[number];
  readonly dataBits: 7 | 8;
  readonly stopBits: 1 | 2;
}

export type ScannerTarget =
  | ({ readonly kind: 'serial' } & SerialLine)
  | { readonly kind: 'virtual'; readonly port: number }
  /** A UNIX socket, or a link to a pseudo-terminal. */
  | { readonly kind: 'virtual-path'; readonly path: string };

const forms =
  'serial:/dev/ttyACM0, serial:/dev/ttyACM0?baud=115200&parity=even&data=7&stop=1, keyboard, virtual:, virtual:9101 or virtual:/path';

/** Default 9600 8N1, as readers come out of the box; USB-CDC readers do not mind. */
const lineSchema = z.strictObject({
  baud: z
    .string()
    .regex(/^\d{3,7}$/u)
    .default('9600')
    .transform(Number),
  parity: z.enum(parities).default('none'),
  data: z
    .enum(['7', '8'])
    .default('8')
    .transform((bits) => (bits === '7' ? 7 : 8)),
  stop: z
    .enum(['1', '2'])
    .default('1')
    .transform((bits) => (bits === '2' ? 2 : 1)),
});

/** Errors: `configuration-invalid`, naming the forms that are understood. `keyboard` is none that could be opened. */
export function parseScannerTarget(text: string): ScannerTarget {
  const [, path, query = ''] = /^serial:([^?\s]+)(?:\?([^?\s]+))?$/u.exec(text) ?? [];
  if (path !== undefined) {
    const settings = [...new URLSearchParams(query)];
    const line = lineSchema.safeParse(Object.fromEntries(settings));
    const isTwice = new Set(settings.map(([name]) => name)).size < settings.length;
    if (line.success && !isTwice) {
      const { baud, parity, data, stop } = line.data;
      return { kind: 'serial', path, baudRate: baud, parity, dataBits: data, stopBits: stop };
    }
  }
  if (/^virtual:\/\S+$/u.test(text)) {
    return { kind: 'virtual-path', path: text.slice('virtual:'.length) };
  }
  const virtual = /^virtual:(\d{1,5})?$/u.exec(text);
  const port = Number(virtual?.[1] ?? virtualScannerPort);
  if (virtual !== null && port >= 1 && port <= 65_535) {
    return { kind: 'virtual', port };
  }
  throw new KioskError(
    'configuration-invalid',
    `The reader ${JSON.stringify(text)} is not understood; write ${forms}.`,
  );
}
