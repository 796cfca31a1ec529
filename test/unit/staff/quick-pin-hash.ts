/** The weakest hash a PIN file may hold, so that tests that try many PINs are done in time. */
import { randomBytes, scryptSync } from 'node:crypto';
import { type PinHash, pinHashSchema } from '../../../main/core/staff/pin-hash.ts';

export function quickPinHash(pin: string): PinHash {
  const salt = randomBytes(16);
  const strength = { cost: 2 ** 15, blockSize: 8, parallelization: 1 };
  const hash = scryptSync(pin, salt, 32, { ...strength, maxmem: 2 ** 26 });
  return pinHashSchema.parse({
    algorithm: 'scrypt',
    ...strength,
    saltBase64: salt.toString('base64'),
    hashBase64: hash.toString('base64'),
  });
}
