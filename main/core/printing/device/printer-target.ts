/** Where slips go, as it is written in the configuration and on the command line. */
import { KioskError } from '../../../contract/error.ts';

export type PrinterTarget =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** The virtual printer of `scripts/virtual-printer` on this machine. */
  | { readonly kind: 'virtual'; readonly port: number }
  /** The node of the USB printer class, or any other character device or named pipe. */
  | { readonly kind: 'usb'; readonly path: string }
  | SerialTarget
  | { readonly kind: 'file'; readonly path: string };

export interface SerialTarget {
  readonly kind: 'serial';
  readonly path: string;
  readonly baudRate: number;
  readonly flow: SerialFlow;
}

/** How the printer says that its buffer is full; as its switches or its self-test page say. */
export type SerialFlow = 'rtscts' | 'xonxoff' | 'none';

const defaultPort = 9100;
const serialFlows: readonly SerialFlow[] = ['rtscts', 'xonxoff', 'none'];
const baudRates = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const;
const serialDefaults = { baudRate: 19_200, flow: 'none' } as const;

/** Errors: `configuration-invalid`, naming what is expected and what was found. */
export function parsePrinterTarget(text: string): PrinterTarget {
  const [, scheme, rest = ''] = /^([a-z]+):(.*)$/su.exec(text) ?? [];
  if (scheme === 'tcp') {
    return tcpTarget(rest, text);
  }
  if (scheme === 'virtual') {
    return { kind: 'virtual', port: rest === '' ? defaultPort : parsePort(rest, text) };
  }
  if (scheme === 'usb') {
    return { kind: 'usb', path: devicePath(rest, text, 'usb:/dev/usb/lp0') };
  }
  if (scheme === 'serial') {
    return serialTarget(rest, text);
  }
  if (scheme === 'file') {
    if (rest === '' || rest.includes('\0')) {
      throw invalid(text, 'a path after "file:", e.g. file:/tmp/slip.bin');
    }
    return { kind: 'file', path: rest };
  }
  throw invalid(text, 'tcp://host:port, usb:/dev/usb/lp0, serial:/dev/ttyS0, virtual:[port] or file:path');
}

function tcpTarget(rest: string, text: string): PrinterTarget {
  const [, bracketed, plain, port] = /^\/\/(?:\[([0-9a-fA-F:.]+)\]|([^\s:/[\]]+))(?::(.*))?$/u.exec(rest) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) {
    throw invalid(text, 'tcp://host:port, e.g. tcp://192.168.1.20:9100');
  }
  return { kind: 'tcp', host, port: port === undefined ? defaultPort : parsePort(port, text) };
}

function parsePort(port: string, text: string): number {
  const value = /^\d{1,5}$/u.test(port) ? Number(port) : 0;
  if (value < 1 || value > 65_535) {
    throw invalid(text, 'a port between 1 and 65535');
  }
  return value;
}

function serialTarget(rest: string, text: string): SerialTarget {
  const [path = '', options] = rest.split(/\?(.*)/su, 2);
  const target = {
    kind: 'serial' as const,
    path: devicePath(path, text, 'serial:/dev/ttyS0?baud=19200&flow=rtscts'),
    ...serialDefaults,
  };
  return serialOptions(options, text).reduce<SerialTarget>((read, [key, value]) => {
    if (key === 'baud') {
      return { ...read, baudRate: oneOf(baudRates, (rate) => String(rate) === value, 'baud', text) };
    }
    return { ...read, flow: oneOf(serialFlows, (flow) => flow === value, 'flow', text) };
  }, target);
}

function serialOptions(options: string | undefined, text: string): (readonly ['baud' | 'flow', string])[] {
  const pairs = options === undefined ? [] : options.split('&').map((option) => option.split(/=(.*)/su, 2));
  const keys = pairs.map(([key = '']) => key);
  return pairs.map(([key, value = '']) => {
    if ((key !== 'baud' && key !== 'flow') || keys.indexOf(key) !== keys.lastIndexOf(key)) {
      throw invalid(text, 'no options after "?" but baud=… and flow=…, each once');
    }
    return [key, value];
  });
}

function oneOf<T extends string | number>(
  choices: readonly T[],
  isMeant: (choice: T) => boolean,
  name: string,
  text: string,
): T {
  const chosen = choices.find(isMeant);
  if (chosen === undefined) {
    throw invalid(text, `${name} to be one of ${choices.join(', ')}`);
  }
  return chosen;
}

/** Absolute, or the name of a Windows port, so that it means the same wherever the kiosk was started. */
function devicePath(path: string, text: string, example: string): string {
  if (!/^(?:\/[^\0\s?]+|COM\d{1,3})$/u.test(path)) {
    throw invalid(text, `the full path of a device, e.g. ${example}`);
  }
  return path;
}

function invalid(text: string, expected: string): KioskError {
  return new KioskError(
    'configuration-invalid',
    `The printer target ${JSON.stringify(text)} is not understood: expected ${expected}.`,
  );
}
