/** An address and a port of this machine to listen on. */
import { z } from 'zod';

export interface ListenAddress {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

const ipAddress = z.union([z.ipv4(), z.ipv6()]);

/** `127.0.0.1:9464`, `[::1]:9464`; null for anything else, also for a name and for all addresses at once (0.0.0.0, ::). */
export function parseListenAddress(text: string): ListenAddress | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([0-9.]+)):([0-9]{1,5})$/u.exec(text);
  const host = match?.[1] ?? match?.[2] ?? '';
  const port = Number(match?.[3] ?? Number.NaN);
  const isOneAddress = ipAddress.safeParse(host).success && !/^[0.:]+$/u.test(host);
  return isOneAddress && port <= 65_535 ? { host, port } : null;
}

export const listenSchema = z
  .string()
  .max(60)
  .refine((text) => parseListenAddress(text) !== null, {
    message: 'must be one address of this machine and a port, as 127.0.0.1:9464',
  });
