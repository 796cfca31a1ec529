/** The secret that tells this kiosk's own browser from every other program on the machine. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in letters an address may hold. */
export function createAccessToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time whatever is wrong with `given`. */
export function isSameToken(given: string | null | undefined, expected: string): boolean {
  return timingSafeEqual(digestOf(given ?? ''), digestOf(expected));
}

/** Of one length whatever the text's, as the comparison demands. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
