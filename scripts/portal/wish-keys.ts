/** Idempotency keys: what a kiosk wished for under each, for 24 hours, so that a repeated request does nothing twice. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../main/core/ports.ts';
import type { PortalDatabase } from './portal-database.ts';
import { PortalProblem } from './portal-problem.ts';

export interface Wish {
  readonly kioskId: string;
  readonly key: string;
  readonly kind: 'book' | 'change' | 'rate' | 'give-back';
  /** What is wished for; kept as a digest. */
  readonly body: unknown;
}

interface FormerWish {
  readonly kind: Wish['kind'];
  readonly appointmentCode: string | null;
}

export interface WishKeys {
  /** The same wish from before; null where the key is new. Throws `key-reused` where it came with another wish. */
  find(wish: Wish): FormerWish | null;
  /** Whatever the key was used for. */
  usedFor(kioskId: string, key: string): FormerWish | null;
  /** Within the transaction that carries the wish out. A key that is there already is overwritten. */
  keep(wish: Wish, appointmentCode: string | null): void;
}

const keptMs = 24 * 60 * 60_000;

export function createWishKeys(database: PortalDatabase, clock: Clock): WishKeys {
  const forget = database.prepare<[number]>('DELETE FROM wishes WHERE at_ms <= ?');
  const read = database.prepare<[string, string], FormerWish & { digest: string }>(
    'SELECT kind, digest, appointment_code appointmentCode FROM wishes WHERE kiosk_id = ? AND key = ?',
  );
  const write = database.prepare<[string, string, string, string, string | null, number]>(
    'INSERT OR REPLACE INTO wishes (kiosk_id, key, kind, digest, appointment_code, at_ms) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const usedFor: (kioskId: string, key: string) => (FormerWish & { digest: string }) | null = (kioskId, key) => {
    forget.run(clock.nowMs() - keptMs);
    return read.get(kioskId, key) ?? null;
  };
  return {
    usedFor,
    find: (wish) => {
      const former = usedFor(wish.kioskId, wish.key);
      if (former === null || former.kind === 'give-back') {
        return former;
      }
      if (former.kind !== wish.kind || former.digest !== digestOf(wish.body)) {
        throw new PortalProblem('key-reused');
      }
      return former;
    },
    keep: (wish, appointmentCode) => {
      write.run(wish.kioskId, wish.key, wish.kind, digestOf(wish.body), appointmentCode, clock.nowMs());
    },
  };
}

/** Bodies come out of zod, which puts their keys in the schema's order. */
function digestOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body) ?? '')
    .digest('base64url');
}
