/** `kioskctl scanner list`: what can be written as `reader.target` on this machine. */
import { Command } from 'commander';
import { listSerialPorts, type SerialDevice, type SerialPorts } from '../adapters/serial/list-serial-ports.ts';
import type { CliContext } from './cli-context.ts';

export function createScannerListCommand(context: CliContext): Command {
  return new Command('list')
    .description('list serial ports, where readers are, with the text for the configuration')
    .option('--json', 'print one JSON object')
    .action(async ({ json }: { readonly json?: true }) => {
      const ports = await listSerialPorts();
      await context.print(json === true ? `${JSON.stringify(ports, null, 2)}\n` : serialPortsText(ports));
    });
}

/** For the terminal. */
export function serialPortsText({ ports, notice }: SerialPorts): string {
  return [
    'Serial ports',
    ...(ports.length === 0
      ? ['  none (is the reader plugged in? "lsusb" and "dmesg" tell more)']
      : ports.map(portText)),
    ...(notice === null ? [] : [`  ${notice}`]),
    '',
    'A reader that is plugged in and not listed here types as a keyboard. Its manual has a code that makes it a serial port',
    '("USB COM port emulation"), which is better; otherwise reader.target is keyboard. docs/scanning.md tells the rest.',
    '',
  ].join('\n');
}

function portText({ target, path, name, usbId, serialNumber, mayOpen }: SerialDevice): string {
  const facts = [
    name ?? 'of unknown make',
    ...(usbId === null ? [] : [`USB ${usbId}`]),
    ...(serialNumber === null ? [] : [`serial number ${serialNumber}`]),
    ...(target.endsWith(path) ? [] : [`now ${path}`]),
    ...(mayOpen ? [] : ['this user may not open it (docs/scanning.md, "A right to the port")']),
  ];
  return `  ${target}\n      ${facts.join(', ')}`;
}
