/** How pusher and kiosk prove to each other that they know the site's token, without the token ever travelling. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const statePath = '/v1/state';
export const releasePath = '/v1/release';
/** Header of an answer by which the kiosk proves that it knows the token, too. */
export const answerProofHeader = 'kiosk-proof';
/** Header with a fresh nonce for the next request. */
export const nonceHeader = 'kiosk-nonce';

/** What a pusher must know to send no more than is needed. */
export const pushStateSchema = z.strictObject({
  number: z.int().nonnegative(),
  rowsSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
  rootVersion: z.int().positive().nullable(),
  /** Whose own sheet the kiosk takes; null for none. */
  office: z.string().max(40).nullable(),
});
export type PushState = z.infer<typeof pushStateSchema>;

/** What a proof vouches for: this request to this kiosk, once. */
export interface ProvenRequest {
  readonly nonce: string;
  readonly method: string;
  readonly path: string;
  /** Header `Host`. */
  readonly host: string;
  /** Length of the body. */
  readonly lengthBytes: number;
}

export interface ProvenAnswer {
  /** Of the request. */
  readonly nonce: string;
  readonly status: number;
  readonly body: string;
}

const version = 'kiosk-push-1';
const authorisation = /^Kiosk nonce=([A-Za-z0-9_-]{16,100}), proof=([0-9a-f]{64})$/u;

/** HMAC-SHA256 in hex. */
export function requestProof(token: string, { nonce, method, path, host, lengthBytes }: ProvenRequest): string {
  return hmac(token, [version, nonce, method, path, host, `${lengthBytes}`]);
}

/** HMAC-SHA256 in hex. */
export function answerProof(token: string, { nonce, status, body }: ProvenAnswer): string {
  return hmac(token, [`${version} answer`, nonce, `${status}`, createHash('sha256').update(body).digest('hex')]);
}

/** Takes the same time wherever they differ. */
export function isSameProof(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** Header `Authorization`. */
export function authorisationText(nonce: string, proof: string): string {
  return `Kiosk nonce=${nonce}, proof=${proof}`;
}

/** Null for anything else. */
export function parseAuthorisation(text: string): { readonly nonce: string; readonly proof: string } | null {
  const [, nonce, proof] = authorisation.exec(text) ?? [];
  return nonce === undefined || proof === undefined ? null : { nonce, proof };
}

function hmac(token: string, lines: readonly string[]): string {
  return createHmac('sha256', token).update(lines.join('\n')).digest('hex');
}
