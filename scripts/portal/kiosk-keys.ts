/** Which kiosks there are, and whose key a request carries. Keys are kept as digests and compared in constant time. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { PortalDatabase } from './portal-database.ts';

export interface KioskKeys {
  /** A key registered before is replaced. */
  register(kioskId: string, key: string): void;
  /** Takes as long for an unknown kiosk as for a wrong key. */
  belongTogether(kioskId: string, key: string): boolean;
}

const nobody = Buffer.alloc(32);

export function createKioskKeys(database: PortalDatabase): KioskKeys {
  const write = database.prepare<[string, Buffer]>(
    'INSERT INTO kiosks (id, key_digest) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET key_digest = excluded.key_digest',
  );
  const read = database.prepare<[string], { key_digest: Buffer }>('SELECT key_digest FROM kiosks WHERE id = ?');
  return {
    register: (kioskId, key) => {
      write.run(kioskId, digestOf(key));
    },
    belongTogether: (kioskId, key) => {
      const known = read.get(kioskId)?.key_digest;
      return timingSafeEqual(digestOf(key), known ?? nobody) && known !== undefined;
    },
  };
}

/** Keys have 32 random bytes: a plain digest of one cannot be turned back by guessing, as that of a password could. */
function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
