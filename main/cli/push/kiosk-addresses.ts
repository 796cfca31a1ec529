/** The kiosks a release is pushed to, from the command line or a list in a file. */
import { readFileSync } from 'node:fs';
import { KioskError } from '../../contract/error.ts';

export interface KioskAddress {
  /** As it was written. */
  readonly name: string;
  /** Address or name, without brackets. */
  readonly host: string;
  readonly port: number;
}

const addressPattern = /^(?:\[([0-9A-Fa-f:.%a-z]+)\]|([A-Za-z0-9._-]{1,253})):([0-9]{1,5})$/u;
const highestPort = 65_535;

/** Null where it is none. */
export function parseKioskAddress(text: string): KioskAddress | null {
  const match = addressPattern.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  return host === undefined || port < 1 || port > highestPort ? null : { name: text, host, port };
}

/**
 * One a line; empty lines and what follows `#` do not count. Errors: `source-unreadable`, `invalid-request` with the line's
 * number.
 */
export function readKioskList(path: string): KioskAddress[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new KioskError(
      'source-unreadable',
      `The list of kiosks ${path} cannot be read; it must be a text file with one host:port a line.`,
      { cause: error },
    );
  }
  return text.split(/\r?\n/u).flatMap((line, place) => {
    const name = line.replace(/#.*$/u, '').trim();
    if (name === '') {
      return [];
    }
    const address = parseKioskAddress(name);
    if (address === null) {
      throw new KioskError(
        'invalid-request',
        `Line ${place + 1} of ${path} is no kiosk: write host:port, as 192.168.1.21:9465.`,
      );
    }
    return [address];
  });
}
