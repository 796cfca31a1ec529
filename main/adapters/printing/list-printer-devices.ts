/** What printers and ports this machine has, for whoever writes the configuration. Looks only; opens nothing. */
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import {
  listSerialPorts,
  mayOpen,
  namesIn,
  type SerialDevice,
  type SerialPortsOptions,
} from '../serial/list-serial-ports.ts';

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

export interface PrinterDevices {
  readonly usb: readonly UsbPrinter[];
  readonly serial: readonly SerialDevice[];
  /** Why less is told of the serial ports than could be; null where all is. */
  readonly notice: string | null;
}

/** `devFolder` default `/dev`. */
export interface PrinterDevicesOptions extends SerialPortsOptions {
  /** Default `/sys`. */
  readonly sysFolder?: string;
}

/** Never rejects: what cannot be found out is missing, or told by `notice`. */
export async function listPrinterDevices(options: PrinterDevicesOptions = {}): Promise<PrinterDevices> {
  const { devFolder = '/dev', sysFolder = '/sys' } = options;
  const links = await linksIn(devFolder);
  const usb = await listUsbPrinters(devFolder, sysFolder, links);
  const { ports: serial, notice } = await listSerialPorts(options);
  return { usb, serial, notice };
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

/** Devices and the link, right in the folder, that leads to each; udev rules of a site make such. */
async function linksIn(devFolder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(devFolder, { withFileTypes: true }).catch(() => []);
  const links = entries.filter((entry) => entry.isSymbolicLink()).map((entry) => join(devFolder, entry.name));
  const pairs = links.map(async (link) => [await realpath(link).catch(() => ''), link] as const);
  return new Map(await Promise.all(pairs));
}

async function textOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trim();
}
