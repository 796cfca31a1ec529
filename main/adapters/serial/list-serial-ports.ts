/** What serial ports this machine has, for whoever writes the configuration. Looks only; opens nothing. */
import { constants } from 'node:fs';
import { access, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { SerialPort } from 'serialport';

export interface SerialDevice {
  /** For the configuration: the name that stays, whatever is plugged in where, otherwise the device itself. */
  readonly target: string;
  readonly path: string;
  /** Who made it, as far as that is known. */
  readonly name: string | null;
  /** USB, four hex digits each, e.g. `0c2e:0b61`; null where it is no USB device or nobody knows. */
  readonly usbId: string | null;
  readonly serialNumber: string | null;
  /** Whether the user who asks may read and write it. */
  readonly mayOpen: boolean;
}

export interface SerialPorts {
  readonly ports: readonly SerialDevice[];
  /** Why less is told than could be; null where all is. */
  readonly notice: string | null;
}

export interface SerialPortsOptions {
  /** Default `/dev`. */
  readonly devFolder?: string;
  /** Default: serialport's, which asks udevadm. */
  readonly listPorts?: typeof SerialPort.list;
}

/** Never rejects: what cannot be found out is missing, or told by `notice`. */
export async function listSerialPorts(options: SerialPortsOptions = {}): Promise<SerialPorts> {
  const { devFolder = '/dev', listPorts = () => SerialPort.list() } = options;
  const byId = join(devFolder, 'serial', 'by-id');
  try {
    const ports = (await listPorts()).map(async ({ path, manufacturer, serialNumber, pnpId, vendorId, productId }) => ({
      target: `serial:${pnpId === undefined ? path : join(byId, pnpId)}`,
      path,
      name: manufacturer ?? null,
      usbId: vendorId === undefined || productId === undefined ? null : `${vendorId}:${productId}`,
      serialNumber: serialNumber ?? null,
      mayOpen: await mayOpen(path),
    }));
    return { ports: await Promise.all(ports), notice: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ports: await listByName(devFolder, byId),
      notice: `Makers and serial numbers of the ports are not known: udevadm is missing or failed (${reason}).`,
    };
  }
}

/** By the names the kernel gives, and those udev once gave. */
async function listByName(devFolder: string, byId: string): Promise<SerialDevice[]> {
  const links = (await namesIn(byId)).map(async (id) => [await realpath(join(byId, id)).catch(() => ''), id] as const);
  const idOf = new Map(await Promise.all(links));
  const names = (await namesIn(devFolder)).filter((name) => /^tty(?:S|USB|ACM|AMA)\d+$/u.test(name));
  return Promise.all(
    names.map(async (name) => {
      const path = join(devFolder, name);
      const id = idOf.get(await realpath(path).catch(() => ''));
      return {
        target: `serial:${id === undefined ? path : join(byId, id)}`,
        path,
        name: id === undefined ? null : wordsOf(id),
        usbId: null,
        serialNumber: null,
        mayOpen: await mayOpen(path),
      };
    }),
  );
}

/** `usb-Maker_Model_X1-if00` → `Maker Model X1`. */
function wordsOf(id: string): string {
  return id
    .replace(/^usb-/u, '')
    .replace(/-(?:if|port)\d+.*$/u, '')
    .replaceAll('_', ' ')
    .trim();
}

/** Sorted as people count: ttyS2 before ttyS10. Empty where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

export async function mayOpen(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
