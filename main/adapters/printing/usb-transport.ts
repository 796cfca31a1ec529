/** A printer at its own device file: the USB printer class (`/dev/usb/lp0`) or anything like it, a named pipe too. */
import { type ErrorCode, KioskError } from '../../contract/error.ts';
import type { PrinterTransport } from '../../core/ports.ts';
import { createDeviceConnection, defaultPrinterTimeouts, type PrinterTimeouts } from './device-connection.ts';
import { type DeviceFiles, deviceFiles, messageOf, systemCode } from './device-files.ts';
import { attachUsbCable, type UsbCableOptions } from './usb-cable.ts';

export interface UsbTransportOptions {
  readonly path: string;
  readonly timeouts?: Partial<PrinterTimeouts> | undefined;
  /** Default: the system's own. */
  readonly files?: DeviceFiles;
}

/** Nothing is ever created where the device is missing. A named pipe and a device that refuses reading answer nothing. */
export function createUsbTransport({ path, timeouts, files = deviceFiles }: UsbTransportOptions): PrinterTransport {
  const target = `usb:${path}`;
  return {
    target,
    kind: 'device',
    async open() {
      const opened = await openDevice(path, files);
      return createDeviceConnection({
        target,
        timeouts: { ...defaultPrinterTimeouts, ...timeouts },
        attach: (events) => attachUsbCable({ files, ...opened }, events),
      });
    },
  };
}

type OpenedDevice = Pick<UsbCableOptions, 'descriptor' | 'answers' | 'early'>;

async function openDevice(path: string, files: DeviceFiles): Promise<OpenedDevice> {
  try {
    // Opened for both, a pipe would not tell that nobody reads it.
    const isPipe = isPipeOrRefuse(await files.stat(path), path);
    const opened = isPipe
      ? { descriptor: await files.open(path, 'write'), answers: false }
      : await openBoth(path, files);
    try {
      isPipeOrRefuse(await files.fstat(opened.descriptor), path);
      const early = opened.answers ? await readEarly(opened.descriptor, files) : null;
      return { descriptor: opened.descriptor, answers: early !== null, early: early ?? new Uint8Array(0) };
    } catch (error) {
      await files.close(opened.descriptor);
      throw error;
    }
  } catch (error) {
    throw error instanceof KioskError ? error : openingError(path, error);
  }
}

async function openBoth(path: string, files: DeviceFiles): Promise<Omit<OpenedDevice, 'early'>> {
  try {
    return { descriptor: await files.open(path, 'read-write'), answers: true };
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error))) {
      throw error;
    }
    return { descriptor: await files.open(path, 'write'), answers: false };
  }
}

/** Null where a USB printer is of the one-way kind: it can be opened for reading all the same; only reading tells (EINVAL). */
async function readEarly(descriptor: number, files: DeviceFiles): Promise<Uint8Array | null> {
  const buffer = Buffer.alloc(64);
  try {
    return Uint8Array.from(buffer.subarray(0, await files.read(descriptor, buffer)));
  } catch (error) {
    return systemCode(error) === 'EINVAL' ? null : new Uint8Array(0);
  }
}

function isPipeOrRefuse(standing: Awaited<ReturnType<DeviceFiles['stat']>>, path: string): boolean {
  if (!standing.isCharacterDevice() && !standing.isFIFO()) {
    throw new KioskError('printer-refused', `${path} is no device; a plain file is written with "file:${path}".`);
  }
  return standing.isFIFO();
}

const openingErrors: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: [
    'printer-unreachable',
    'is not there: it is unplugged, switched off or has another name ("kioskctl printer list")',
  ],
  ENODEV: ['printer-unreachable', 'has no printer behind it any more'],
  ENXIO: ['printer-unreachable', 'has nothing behind it: nobody reads the pipe, or the device is gone'],
  EBUSY: ['printer-unreachable', 'is held by another program; end that one (CUPS often takes USB printers)'],
  EACCES: [
    'printer-refused',
    'may not be opened by this user; install the udev rule and join the group lp (docs/printing.md)',
  ],
};

function openingError(path: string, error: unknown): KioskError {
  const code = systemCode(error);
  const same: Readonly<Record<string, string>> = { ENOTDIR: 'ENOENT', EPERM: 'EACCES', EIO: 'ENODEV' };
  const [kind, reason] = openingErrors[same[code] ?? code] ?? [
    'printer-unreachable' as const,
    `cannot be opened (${messageOf(error)})`,
  ];
  return new KioskError(kind, `The printer ${path} ${reason}.`, { cause: error });
}
