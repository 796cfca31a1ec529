/** What printers and ports this machine has, for whoever writes the configuration. Looks only; opens nothing. */
import { constants } from 'node:fs';
import { access, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { messageOf } from './device-files.ts';

export interface UsbPrinter {
  /** For the configuration: the first link that leads to the device, otherwise the device itself. */
  readonly target: string;
  readonly path: string;
  /** As it says itself (IEEE 1284); null where it does not. */
  readonly name: string | null;
  readonly serialNumber: string | null;
  /** Whether the user who asks may read and write it. */
  readonly mayOpen: boolean;
}

export interface SerialDevice {
  readonly target: string;
  readonly path: string;
  readonly name: string | null;
  readonly serialNumber: string | null;
  readonly mayOpen: boolean;
}

export interface PrinterDevices {
  readonly usb: readonly UsbPrinter[];
  readonly serial: readonly SerialDevice[];
  /** Why less is told of the serial ports than could be; null where all is. */
  readonly notice: string | null;
}

export interface PrinterDevicesOptions {
  /** Default `/dev` and `/sys`. */
  readonly devFolder?: string;
  readonly sysFolder?: string;
  /** Default: serialport's, which asks udevadm. */
  readonly listPorts?: typeof SerialPort.list;
}

/** Never rejects: what cannot be found out is missing, or told by `notice`. */
export async function listPrinterDevices(options: PrinterDevicesOptions = {}): Promise<PrinterDevices> {
  const { devFolder = '/dev', sysFolder = '/sys', listPorts = () => SerialPort.list() } = options;
  const links = await linksIn(devFolder);
  const usb = await listUsbPrinters(devFolder, sysFolder, links);
  try {
    const ports = await listPorts();
    const serial = ports.map(async ({ path, manufacturer, serialNumber, pnpId }) => ({
      target: `serial:${pnpId === undefined ? path : join(devFolder, 'serial', 'by-id', pnpId)}`,
      path,
      name: manufacturer ?? null,
      serialNumber: serialNumber ?? null,
      mayOpen: await mayOpen(path),
    }));
    return { usb, serial: await Promise.all(serial), notice: null };
  } catch (error) {
    return {
      usb,
      serial: await listPortsByName(devFolder),
      notice: `Makers and serial numbers of the ports are not known: udevadm is missing or failed (${messageOf(error)}).`,
    };
  }
}

async function listUsbPrinters(
  devFolder: string,
  sysFolder: string,
  links: ReadonlyMap<string, string>,
): Promise<UsbPrinter[]> {
  const names = (await namesIn(join(devFolder, 'usb'))).filter((name) => /^lp\d+$/u.test(name));
  return Promise.all(
    names.map(async (name) => {
      const path = join(devFolder, 'usb', name);
      const device = join(sysFolder, 'class', 'usbmisc', name, 'device');
      const said = parseDeviceId(await textOf(join(device, 'ieee1284_id')));
      // The interface's folder lies in that of the device, which knows the serial number of the plug. Not by `join`: it
      // would go up from the link, not from where that leads.
      const plug = await textOf(`${device}/../serial`);
      return {
        target: `usb:${links.get(path) ?? path}`,
        path,
        name: said.name,
        serialNumber: said.serialNumber ?? (plug === '' ? null : plug),
        mayOpen: await mayOpen(path),
      };
    }),
  );
}

/** `MFG:EPSON;MDL:TM-T82;SN:…;`, with long or short keys (IEEE 1284-2000, 7.6). */
export function parseDeviceId(text: string): Pick<UsbPrinter, 'name' | 'serialNumber'> {
  const fields = new Map(
    text.split(';').map((field) => {
      const [key = '', value = ''] = field.split(/:(.*)/su, 2);
      return [key.trim().toUpperCase(), value.trim()] as const;
    }),
  );
  const first = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => fields.get(key)).find((value) => value !== undefined && value !== '');
  const name = [first('MFG', 'MANUFACTURER'), first('MDL', 'MODEL') ?? first('DES', 'DESCRIPTION')];
  const known = name.filter((part) => part !== undefined);
  return {
    name: known.length === 0 ? null : known.join(' '),
    serialNumber: first('SN', 'SERN', 'SERIALNUMBER') ?? null,
  };
}

async function listPortsByName(devFolder: string): Promise<SerialDevice[]> {
  const names = (await namesIn(devFolder)).filter((name) => /^tty(?:S|USB|ACM|AMA)\d+$/u.test(name));
  return Promise.all(
    names.map(async (name) => {
      const path = join(devFolder, name);
      return { target: `serial:${path}`, path, name: null, serialNumber: null, mayOpen: await mayOpen(path) };
    }),
  );
}

/** Devices and the link, right in the folder, that leads to each; udev rules of a site make such. */
async function linksIn(devFolder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(devFolder, { withFileTypes: true }).catch(() => []);
  const links = entries.filter((entry) => entry.isSymbolicLink()).map((entry) => join(devFolder, entry.name));
  const pairs = links.map(async (link) => [await realpath(link).catch(() => ''), link] as const);
  return new Map(await Promise.all(pairs));
}

/** Sorted as people count: lp2 before lp10. Empty where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

async function textOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trim();
}

async function mayOpen(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
