/** The PIN as scrypt leaves it (RFC 7914): what the file holds, and whether a PIN matches it. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const saltBytes = 16;
const hashBytes = 32;

/** OWASP Password Storage Cheat Sheet, for 32 MiB: N = 2^15, r = 8, p = 3. */
const strength = { cost: 2 ** 15, blockSize: 8, parallelization: 3 } as const;

/** Bounds, so that a file from elsewhere can neither weaken the check nor take the machine's memory for it (256 MiB). */
export const pinHashSchema = z.strictObject({
  algorithm: z.literal('scrypt'),
  /** N of RFC 7914. */
  cost: z.literal([2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]),
  /** r */
  blockSize: z.literal(8),
  /** p */
  parallelization: z.int().min(1).max(8),
  saltBase64: z.base64().refine((text) => Buffer.from(text, 'base64').length === saltBytes),
  hashBase64: z.base64().refine((text) => Buffer.from(text, 'base64').length === hashBytes),
});
export type PinHash = z.infer<typeof pinHashSchema>;

/** With a new salt. Takes some 0.2 s of another thread. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(pin, salt, strength);
  return {
    algorithm: 'scrypt',
    ...strength,
    saltBase64: salt.toString('base64'),
    hashBase64: hash.toString('base64'),
  };
}

/** The same time for every PIN. */
export async function matchesPin(pin: string, stored: PinHash): Promise<boolean> {
  const hash = await derive(pin, Buffer.from(stored.saltBase64, 'base64'), stored);
  return timingSafeEqual(hash, Buffer.from(stored.hashBase64, 'base64'));
}

type Strength = Pick<PinHash, 'cost' | 'blockSize' | 'parallelization'>;

function derive(pin: string, salt: Buffer, { cost, blockSize, parallelization }: Strength): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  scrypt(pin, salt, hashBytes, options, (error, hash) => {
    if (error === null) {
      resolve(hash);
    } else {
      reject(error);
    }
  });
  return promise;
}
