import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SerialPort } from 'serialport';
import { expect, it } from 'vitest';
import { listSerialPorts } from '../../../main/adapters/serial/list-serial-ports.ts';
import { serialPortsText } from '../../../main/cli/scanner-list-command.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { run } from '../cli/run-in-process.ts';

const oneReader: typeof SerialPort.list = () =>
  Promise.resolve([
    {
      path: '/dev/ttyACM0',
      manufacturer: 'Honeywell',
      serialNumber: 'S1',
      pnpId: 'usb-Honeywell_S1-if00',
      locationId: undefined,
      productId: '0b61',
      vendorId: '0c2e',
    },
  ]);
const noUdevadm = () => Promise.reject(new Error('spawn udevadm ENOENT'));

it('names a reader by maker, USB id and the name that stays', async () => {
  const { ports, notice } = await listSerialPorts({ listPorts: oneReader });
  expect(notice).toBeNull();
  expect(ports).toMatchObject([
    { target: 'serial:/dev/serial/by-id/usb-Honeywell_S1-if00', path: '/dev/ttyACM0', usbId: '0c2e:0b61' },
  ]);
  expect(serialPortsText({ ports, notice })).toContain('Honeywell, USB 0c2e:0b61, serial number S1, now /dev/ttyACM0');
});

it('does without udevadm: by the links udev once made, otherwise by the names of the kernel', async () => {
  const devFolder = temporaryFolder();
  for (const name of ['ttyACM0', 'ttyUSB1', 'ttyS0', 'tty1', 'null']) {
    writeFileSync(join(devFolder, name), '');
  }
  mkdirSync(join(devFolder, 'serial/by-id'), { recursive: true });
  const link = join(devFolder, 'serial/by-id/usb-Newland_Auto-ID_FM430-if00');
  symlinkSync('../../ttyACM0', link);
  const { ports, notice } = await listSerialPorts({ devFolder, listPorts: noUdevadm });
  expect(ports.map(({ target, name }) => [target, name])).toEqual([
    [`serial:${link}`, 'Newland Auto-ID FM430'],
    [`serial:${join(devFolder, 'ttyS0')}`, null],
    [`serial:${join(devFolder, 'ttyUSB1')}`, null],
  ]);
  expect(notice).toContain('udevadm is missing');
});

it('says that there is none, and what a reader is then', async () => {
  const ports = await listSerialPorts({ devFolder: join(temporaryFolder(), 'no'), listPorts: noUdevadm });
  expect(serialPortsText(ports)).toMatch(/none \(is the reader plugged in[\s\S]*types as a keyboard/u);
});

it('is kioskctl scanner list, on any machine', async () => {
  expect(await run(['scanner', 'list'])).toMatchObject({ exitCode: 0, errors: '' });
  const json = await run(['scanner', 'list', '--json']);
  expect(JSON.parse(json.output)).toMatchObject({ ports: expect.any(Array) });
});
