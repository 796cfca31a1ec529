/** Keys of whoever publishes, or of whoever pretends to: made anew for each test, known to nobody else. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';

export interface AttackerKey {
  /** SHA-256 (hex) over the canonical form of the public key, as TUF suggests. */
  readonly id: string;
  readonly described: {
    readonly keytype: string;
    readonly scheme: string;
    readonly keyval: { readonly public: string };
  };
  /** Ed25519 over the canonical form, in hex. */
  sign(signed: object): string;
}

/** Bytes before the key in an Ed25519 SubjectPublicKeyInfo (RFC 8410 §4). */
const publicKeyPrefixBytes = 12;

export function createAttackerKey(): AttackerKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const described = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: der.subarray(publicKeyPrefixBytes).toString('hex') },
  };
  return {
    id: createHash('sha256').update(canonicalize(described)).digest('hex'),
    described,
    sign: (signed) => sign(null, Buffer.from(canonicalize(signed)), privateKey).toString('hex'),
  };
}
