/** Names nobody can guess: of one citizen's visit, of one wish that must not be carried out twice. In memory only. */

/** 64 letters, so that six bits of a random byte choose one without bias. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** 144 random bits. */
const keyLength = 24;

/** Fits `visitSchema` and `idempotencyKeySchema`; never shown and never stored. */
export function createRandomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(keyLength)), (byte) => letters.charAt(byte & 63)).join('');
}
