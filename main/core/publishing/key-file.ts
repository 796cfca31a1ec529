/**
 * Private keys as files: those of root and targets sealed with a passphrase (scrypt, RFC 7914; AES-256-GCM), those of snapshot and
 * timestamp in the open, because a cron job signs with them.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import { publicKeyOf, publicKeySchema, restoreSigningKey, type SigningKey } from './signing-key.ts';

/** scrypt's N: 128 MiB and about a third of a second for each guess. */
export const usualScryptCost = 2 ** 17;
const blockSize = 8;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'));

const sealedSchema = z.strictObject({
  kind: z.literal('scrypt-aes-256-gcm'),
  /** scrypt's N; bounded, so that a forged file does not eat the memory. */
  cost: z
    .int()
    .min(2)
    .max(2 ** 20),
  salt: hex(16),
  nonce: hex(12),
  sealed: hex(32),
  tag: hex(16),
});

export const keyFileSchema = z.strictObject({
  form: z.literal(1),
  /** root, targets, snapshot, timestamp or office-<id>. */
  role: z.string().regex(/^(?:root|targets|snapshot|timestamp|office-[a-z0-9][a-z0-9-]{0,39})$/u),
  /** Public half in hex. */
  public: publicKeySchema,
  createdDate: z.iso.date(),
  secret: z.discriminatedUnion('kind', [sealedSchema, z.strictObject({ kind: z.literal('plain'), seed: hex(32) })]),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

export interface KeyFileFacts {
  readonly role: string;
  readonly createdDate: string;
}

export function plainKeyFile(key: SigningKey, facts: KeyFileFacts): KeyFile {
  return { form: 1, ...facts, public: key.publicHex, secret: { kind: 'plain', seed: key.seedHex } };
}

/** `cost` is scrypt's N, a power of two. */
export async function sealKeyFile(
  key: SigningKey,
  facts: KeyFileFacts,
  passphrase: string,
  cost: number = usualScryptCost,
): Promise<KeyFile> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), nonce);
  cipher.setAAD(boundTo(facts.role, key.publicHex));
  const sealed = Buffer.concat([cipher.update(Buffer.from(key.seedHex, 'hex')), cipher.final()]);
  const secret = {
    kind: 'scrypt-aes-256-gcm' as const,
    cost,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    sealed: sealed.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
  return { form: 1, ...facts, public: key.publicHex, secret };
}

/** Null where the passphrase is not the one. Error: `key-refused` where the halves of the file do not belong together. */
export async function openKeyFile(file: KeyFile, passphrase: string): Promise<SigningKey | null> {
  const { secret } = file;
  const seedHex = secret.kind === 'plain' ? secret.seed : await unseal(file, secret, passphrase);
  if (seedHex === null) {
    return null;
  }
  const key = restoreSigningKey(seedHex);
  if (key.publicHex !== file.public) {
    const { keyId } = publicKeyOf(file.public);
    throw new KioskError(
      'key-refused',
      `The file of key ${keyId.slice(0, 8)} (${file.role}) holds another private half.`,
    );
  }
  return key;
}

async function unseal(file: KeyFile, secret: z.infer<typeof sealedSchema>, passphrase: string): Promise<string | null> {
  const stretched = await stretch(passphrase, Buffer.from(secret.salt, 'hex'), secret.cost);
  const decipher = createDecipheriv('aes-256-gcm', stretched, Buffer.from(secret.nonce, 'hex'));
  decipher.setAAD(boundTo(file.role, file.public));
  decipher.setAuthTag(Buffer.from(secret.tag, 'hex'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(secret.sealed, 'hex')), decipher.final()]).toString('hex');
  } catch {
    return null;
  }
}

/** So that nobody can relabel a sealed key. */
function boundTo(role: string, publicHex: string): Buffer {
  return Buffer.from(`${role}\n${publicHex}`);
}

function stretch(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  // Twice what it takes (128 · N · r bytes), as Node counts its own part in.
  const options = { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize };
  scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) => {
    if (error === null) resolve(key);
    else reject(error);
  });
  return promise;
}
