/** Opens the reader that the configuration names: a serial port, or the virtual reader's socket or pseudo-terminal. */
import { stat } from 'node:fs/promises';
import type { ScannerSource, ScheduleAfter } from '../../core/ports.ts';
import { openSerialReader } from './open-serial-reader.ts';
import { openSocketReader } from './open-socket-reader.ts';
import { createReconnectingSource, type OpenedReader } from './reconnecting-source.ts';
import { parseScannerTarget, type ScannerTarget } from './scanner-target.ts';

/** Errors: `configuration-invalid` for a target that is not understood. A reader that is not there is a state, no error. */
export function createScannerSource(target: string, schedule: ScheduleAfter): ScannerSource {
  const parsed = parseScannerTarget(target);
  return createReconnectingSource({ target, open: () => openReader(parsed), schedule });
}

function openReader(target: ScannerTarget): Promise<OpenedReader> {
  switch (target.kind) {
    case 'serial':
      return openSerialReader(target);
    case 'virtual':
      return openSocketReader(target);
    case 'virtual-path':
      break;
  }
  return openVirtualPath(target.path);
}

/** What lies there says which of the two it is; a plug may be a socket today and a terminal tomorrow. */
async function openVirtualPath(path: string): Promise<OpenedReader> {
  const file = await stat(path).catch(() => null);
  if (file === null) {
    throw new Error(`No virtual reader is at ${path}.`);
  }
  return file.isSocket()
    ? openSocketReader({ path })
    : openSerialReader({ path, baudRate: 115_200, parity: 'none', dataBits: 8, stopBits: 1 });
}
