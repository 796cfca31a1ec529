/** Where slips go, as it is written in the configuration and on the command line. */
import { KioskError } from '../../../contract/error.ts';

export type PrinterTarget =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** The virtual printer of `scripts/virtual-printer` on this machine. */
  | { readonly kind: 'virtual'; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

const defaultPort = 9100;

/** Errors: `configuration-invalid`, naming what is expected and what was found. */
export function parsePrinterTarget(text: string): PrinterTarget {
  const [, scheme, rest = ''] = /^([a-z]+):(.*)$/su.exec(text) ?? [];
  if (scheme === 'tcp') {
    return tcpTarget(rest, text);
  }
  if (scheme === 'virtual') {
    return { kind: 'virtual', port: rest === '' ? defaultPort : parsePort(rest, text) };
  }
  if (scheme === 'file') {
    if (rest === '' || rest.includes('\0')) {
      throw invalid(text, 'a path after "file:", e.g. file:/tmp/slip.bin');
    }
    return { kind: 'file', path: rest };
  }
  throw invalid(text, 'tcp://host:port, virtual:[port] or file:path');
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

function invalid(text: string, expected: string): KioskError {
  return new KioskError(
    'configuration-invalid',
    `The printer target ${JSON.stringify(text)} is not understood: expected ${expected}.`,
  );
}
