/** `kioskctl printer list`: what can be written as `printer.target` on this machine. */
import { Command } from 'commander';
import { listPrinterDevices, type PrinterDevices } from '../adapters/printing/list-printer-devices.ts';
import type { CliContext } from './cli-context.ts';

export function createPrinterListCommand(context: CliContext): Command {
  return new Command('list')
    .description('list USB printers and serial ports with the text for the configuration')
    .option('--json', 'print one JSON object')
    .action(async ({ json }: { readonly json?: true }) => {
      const devices = await listPrinterDevices();
      await context.print(json === true ? `${JSON.stringify(devices, null, 2)}\n` : printerDevicesText(devices));
    });
}

/** For the terminal. */
export function printerDevicesText({ usb, serial, notice }: PrinterDevices): string {
  return [
    'USB printers',
    ...(usb.length === 0 ? ['  none (is it switched on? "lsusb" and "dmesg" tell more)'] : usb.map(deviceText)),
    '',
    'Serial ports',
    ...(serial.length === 0 ? ['  none'] : serial.map(deviceText)),
    ...(notice === null ? [] : [`  ${notice}`]),
    '',
    'A printer in the network is tcp://<address>:9100. docs/printing.md tells the rest.',
    '',
  ].join('\n');
}

function deviceText(device: PrinterDevices['usb'][number]): string {
  const facts = [
    device.name ?? 'of unknown make',
    ...(device.serialNumber === null ? [] : [`serial number ${device.serialNumber}`]),
    ...(device.target.endsWith(device.path) ? [] : [`now ${device.path}`]),
    ...(device.mayOpen ? [] : ['this user may not open it (docs/printing.md, "A right to the device")']),
  ];
  return `  ${device.target}\n      ${facts.join(', ')}`;
}
