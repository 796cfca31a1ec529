/** The name under which the core keeps what one citizen took: random, in memory only, new for the next one. */

/** 64 letters, so that six bits of a random byte choose one without bias. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** 144 random bits. */
const keyLength = 24;

/** Fits `visitSchema`; never shown and never stored. */
export function createVisitKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(keyLength)), (byte) => letters.charAt(byte & 63)).join('');
}
