/** Nonces that are good once and for a short while. They carry their own proof, so that asking for many fills no memory. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type NonceVerdict = 'good' | 'stale' | 'used' | 'foreign';

export interface NonceMint {
  make(): string;
  judge(nonce: string): NonceVerdict;
  /** Whoever proved himself with it cannot do so again, nor can who listened. */
  use(nonce: string): void;
}

const timeBytes = 6;
const randomPart = 10;
const sealBytes = 16;

/** `elapsedMs` goes on whatever is done to the clock. Those of a former run are `foreign`. */
export function createNonceMint({ lifetimeMs, elapsedMs }: { lifetimeMs: number; elapsedMs: () => number }): NonceMint {
  const secret = randomBytes(32);
  /** When each can be forgotten. */
  const used = new Map<string, number>();
  const sealOf = (body: Uint8Array): Buffer =>
    createHmac('sha256', secret).update(body).digest().subarray(0, sealBytes);

  return {
    make: () => {
      const body = Buffer.concat([Buffer.alloc(timeBytes), randomBytes(randomPart)]);
      body.writeUIntBE(Math.floor(elapsedMs()), 0, timeBytes);
      return Buffer.concat([body, sealOf(body)]).toString('base64url');
    },
    judge: (nonce) => {
      const bytes = Buffer.from(nonce, 'base64url');
      const body = bytes.subarray(0, timeBytes + randomPart);
      const seal = bytes.subarray(timeBytes + randomPart);
      // One nonce has one spelling; otherwise another spelling of a used one would be a new one.
      if (seal.length !== sealBytes || bytes.toString('base64url') !== nonce || !timingSafeEqual(seal, sealOf(body))) {
        return 'foreign';
      }
      if (used.has(nonce)) {
        return 'used';
      }
      return elapsedMs() - body.readUIntBE(0, timeBytes) > lifetimeMs ? 'stale' : 'good';
    },
    use: (nonce) => {
      const nowMs = elapsedMs();
      for (const [other, untilMs] of used) {
        if (untilMs < nowMs) {
          used.delete(other);
        }
      }
      // Longer than it lives, so that "used" is said until "stale" is.
      used.set(nonce, nowMs + lifetimeMs + 1_000);
    },
  };
}
