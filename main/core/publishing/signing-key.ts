/** ed25519 keys as TUF knows them: the public half by its id, the private half only where somebody may sign. */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { z } from 'zod';

export const publicKeySchema = z.string().regex(/^[0-9a-f]{64}$/u, 'must be the 64 hex digits of an ed25519 key');

/** The public half, as it stands in metadata. */
export interface PublicKey {
  /** SHA-256 (hex) over the key's canonical JSON (TUF 1.0.33 §4.2). */
  readonly keyId: string;
  /** 32 bytes in hex. */
  readonly publicHex: string;
}

export interface SigningKey extends PublicKey {
  /** The 32 bytes of the private half (RFC 8032) in hex: for whoever writes it to a file, nobody else. */
  readonly seedHex: string;
  /** The signature in hex. */
  sign(bytes: Uint8Array): string;
}

/** DER around a private key's 32 bytes (RFC 8410 §7). */
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** As it stands in `keys` of root and of delegations. */
export function keyJson(publicHex: string) {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } };
}

export function publicKeyOf(publicHex: string): PublicKey {
  const keyId = createHash('sha256')
    .update(canonicalize(keyJson(publicHex)))
    .digest('hex');
  return { keyId, publicHex };
}

export function createSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signingKeyOf(privateKey);
}

/** From the 32 bytes a key file holds. */
export function restoreSigningKey(seedHex: string): SigningKey {
  const der = Buffer.concat([privateKeyPrefix, Buffer.from(seedHex, 'hex')]);
  return signingKeyOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  return {
    ...publicKeyOf(Buffer.from(x, 'base64url').toString('hex')),
    seedHex: Buffer.from(d, 'base64url').toString('hex'),
    sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
  };
}
