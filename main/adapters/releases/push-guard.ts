/** Who may come through the push door: the address asked for, the pace, and the proof of the site's token, used once. */
import type { IncomingMessage } from 'node:http';
import {
  isSameProof,
  parseAuthorisation,
  releasePath,
  requestProof,
  statePath,
} from '../../core/releases/push-proof.ts';
import { createCallerLimits } from './caller-limits.ts';
import { createNonceMint } from './nonce-mint.ts';
import { retryAfter } from './push-answers.ts';

export type PushVerdict =
  | { readonly kind: 'state' | 'release'; readonly nonce: string; readonly lengthBytes: number }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** For the log; null for what is no news: whoever begins asks for a nonce. */
      readonly reason: string | null;
    };

export interface PushGuard {
  judge(request: IncomingMessage): PushVerdict;
  makeNonce(): string;
}

export interface PushGuardOptions {
  readonly token: string;
  /** `address:port` as it stands in `Host`. */
  readonly host: string;
  readonly elapsedMs: () => number;
}

/** A pusher begins to send within that time. */
const nonceLifetimeMs = 60_000;
const methods: ReadonlyMap<string, string> = new Map([
  [statePath, 'GET'],
  [releasePath, 'POST'],
]);

export function createPushGuard({ token, host, elapsedMs }: PushGuardOptions): PushGuard {
  const limits = createCallerLimits(elapsedMs);
  const mint = createNonceMint({ lifetimeMs: nonceLifetimeMs, elapsedMs });
  const unauthorised = (reason: string | null, stale = ''): PushVerdict => ({
    kind: 'refused',
    status: 401,
    headers: { 'www-authenticate': `Kiosk nonce="${mint.make()}"${stale}` },
    reason,
  });

  return {
    makeNonce: () => mint.make(),
    judge: (request) => {
      const { method = '', url: path = '', headers } = request;
      const address = request.socket.remoteAddress ?? '';
      const pauseMs = limits.arrive(address);
      if (pauseMs > 0) {
        return { kind: 'refused', status: 429, headers: retryAfter(pauseMs), reason: null };
      }
      const misplaced = misplacedStatus(method, path, headers, host);
      if (misplaced !== null) {
        return { kind: 'refused', reason: null, ...misplaced };
      }
      if (headers.authorization === undefined) {
        return unauthorised(null);
      }
      const given = parseAuthorisation(headers.authorization);
      const lengthBytes = lengthOf(headers);
      const asked = { nonce: given?.nonce ?? '', method, path, host, lengthBytes: lengthBytes ?? 0 };
      if (given === null || !isSameProof(given.proof, requestProof(token, asked))) {
        limits.wrongTry(address);
        return unauthorised('the token is not that of this site');
      }
      const verdict = mint.judge(given.nonce);
      if (verdict !== 'good') {
        // Of a former minute or a former run, by who knows the token; or heard on the line, by who does not.
        return unauthorised(verdict === 'stale' ? null : 'a request was played again', ', stale=true');
      }
      mint.use(given.nonce);
      limits.rightTry(address);
      if (path === statePath) {
        return { kind: 'state', nonce: given.nonce, lengthBytes: 0 };
      }
      return lengthBytes === null
        ? { kind: 'refused', status: 411, reason: 'the length of the release was not told' }
        : { kind: 'release', nonce: given.nonce, lengthBytes };
    },
  };
}

/** Said before any proof is looked at. */
function misplacedStatus(
  method: string,
  path: string,
  headers: IncomingMessage['headers'],
  host: string,
): { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | null {
  const wanted = methods.get(path);
  if (wanted === undefined) {
    return { status: 404 };
  }
  if (method !== wanted) {
    return { status: 405, headers: { allow: wanted } };
  }
  // A page in somebody's browser that was led here by a name, or sent here from elsewhere.
  if (headers.host !== host) {
    return { status: 421 };
  }
  return headers.origin === undefined ? null : { status: 403 };
}

/** Null where it is not told. */
function lengthOf(headers: IncomingMessage['headers']): number | null {
  const text = headers['content-length'] ?? '';
  return /^\d{1,12}$/u.test(text) && headers['transfer-encoding'] === undefined ? Number(text) : null;
}
