import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SerialPort } from 'serialport';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPrinterDevices, parseDeviceId } from '../../../main/adapters/printing/list-printer-devices.ts';
import { printerDevicesText } from '../../../main/cli/printer-list-command.ts';
import { run } from '../cli/run-in-process.ts';

let folder: string;
let devFolder: string;
let sysFolder: string;
const isRoot = process.getuid?.() === 0;
const noUdevadm = () => Promise.reject(new Error('spawn udevadm ENOENT'));

const twoPorts: typeof SerialPort.list = () => {
  const unknown = { manufacturer: undefined, serialNumber: undefined, pnpId: undefined };
  const none = { locationId: undefined, productId: undefined, vendorId: undefined };
  return Promise.resolve([
    { path: '/dev/ttyUSB0', manufacturer: 'Maker', serialNumber: 'A1', pnpId: 'usb-Maker_A1-if00', ...none },
    { path: '/dev/ttyS0', ...unknown, ...none },
  ]);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-devices-'));
  devFolder = join(folder, 'dev');
  sysFolder = join(folder, 'sys');
  mkdirSync(join(devFolder, 'usb'), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** As the kernel lays it out: the class's folder links to the interface, which lies in the device. */
function plugIn(name: string, deviceId: string, serial: string): void {
  const plug = join(sysFolder, 'devices', `plug-of-${name}`);
  mkdirSync(join(plug, 'interface'), { recursive: true });
  mkdirSync(join(sysFolder, 'class', 'usbmisc', name), { recursive: true });
  symlinkSync(join(plug, 'interface'), join(sysFolder, 'class', 'usbmisc', name, 'device'));
  writeFileSync(join(plug, 'serial'), `${serial}\n`);
  writeFileSync(join(plug, 'interface', 'ieee1284_id'), `${deviceId}\n`);
  writeFileSync(join(devFolder, 'usb', name), '');
}

describe('what printers this machine has', () => {
  it('names each USB printer, with the link a udev rule made for it', async () => {
    plugIn('lp10', '', '000001');
    plugIn('lp0', 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;CLS:PRINTER;SN:X1;', 'ignored');
    symlinkSync(join(devFolder, 'usb', 'lp0'), join(devFolder, 'kiosk-printer'));
    writeFileSync(join(devFolder, 'usb', 'hiddev0'), '');
    const { usb } = await listPrinterDevices({ devFolder, sysFolder, listPorts: noUdevadm });
    expect(usb).toEqual([
      {
        target: `usb:${join(devFolder, 'kiosk-printer')}`,
        path: join(devFolder, 'usb', 'lp0'),
        name: 'EPSON TM-T82',
        serialNumber: 'X1',
        mayOpen: true,
      },
      {
        target: `usb:${join(devFolder, 'usb', 'lp10')}`,
        path: join(devFolder, 'usb', 'lp10'),
        name: null,
        serialNumber: '000001',
        mayOpen: true,
      },
    ]);
  });

  it.skipIf(isRoot)('says where this user has no right (skipped for root, who has every right)', async () => {
    plugIn('lp0', '', '');
    chmodSync(join(devFolder, 'usb', 'lp0'), 0);
    const devices = await listPrinterDevices({ devFolder, sysFolder, listPorts: noUdevadm });
    expect(printerDevicesText(devices)).toContain('may not open it');
  });

  it('names serial ports as udev knows them, by the name that stays', async () => {
    const { serial, notice } = await listPrinterDevices({ devFolder, sysFolder, listPorts: twoPorts });
    expect(notice).toBeNull();
    expect(serial).toMatchObject([
      { target: `serial:${join(devFolder, 'serial/by-id/usb-Maker_A1-if00')}`, name: 'Maker', serialNumber: 'A1' },
      { target: 'serial:/dev/ttyS0', name: null, serialNumber: null },
    ]);
  });

  it('does without udevadm and says so', async () => {
    for (const name of ['ttyUSB0', 'ttyS1', 'tty1', 'ttyS10']) {
      writeFileSync(join(devFolder, name), '');
    }
    const devices = await listPrinterDevices({ devFolder, sysFolder, listPorts: noUdevadm });
    expect(devices.serial.map(({ target }) => target)).toEqual(
      ['ttyS1', 'ttyS10', 'ttyUSB0'].map((name) => `serial:${join(devFolder, name)}`),
    );
    expect(printerDevicesText(devices)).toContain('udevadm is missing');
  });

  it('says that there is none', async () => {
    const nothing = await listPrinterDevices({ devFolder: join(folder, 'no'), sysFolder, listPorts: noUdevadm });
    expect(nothing).toMatchObject({ usb: [], serial: [] });
    expect(printerDevicesText(nothing)).toContain('none (is it switched on?');
  });

  it.each([
    ['MANUFACTURER: Xprinter ;MODEL:XP-80;', 'Xprinter XP-80', null],
    ['MFG:;MDL:POS-80;SERN:7', 'POS-80', '7'],
    ['DES:Thermal: 80mm', 'Thermal: 80mm', null],
    ['', null, null],
    [';;:;', null, null],
  ])('reads what a printer says of itself: %j', (text, name, serialNumber) => {
    expect(parseDeviceId(text)).toEqual({ name, serialNumber });
  });
});

describe('kioskctl printer list', () => {
  it('works on any machine, as text and as JSON', async () => {
    const text = await run(['printer', 'list']);
    expect(text).toMatchObject({ exitCode: 0, errors: '' });
    expect(text.output).toMatch(/^USB printers\n {2}.+\n[\s\S]*Serial ports\n {2}/u);
    const json = await run(['printer', 'list', '--json']);
    expect(JSON.parse(json.output)).toMatchObject({ usb: expect.any(Array), serial: expect.any(Array) });
  });
});
