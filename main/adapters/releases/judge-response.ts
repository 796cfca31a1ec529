/** What a server's answer to a request for a file, or the rest of one, is worth: pure, so that every lie can be tried on it. */
import { RepositoryFetchError } from '../../core/ports.ts';
import { retryAfterMs } from '../../core/retry-after.ts';

export interface AskedPart {
  /** 0: the whole file. */
  readonly offsetBytes: number;
  /** Strong ETag the offset goes with; for a whole file the one that need not be sent again. */
  readonly etag: string | null;
  readonly maximumBytes: number;
}

export interface ResponseHead {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Judgement =
  | {
      readonly kind: 'body';
      readonly offsetBytes: number;
      readonly etag: string | null;
      readonly totalBytes: number | null;
    }
  /** Not changed since the ETag that was sent. */
  | { readonly kind: 'unchanged' }
  /** There is no such rest: ask for the whole file. */
  | { readonly kind: 'begin-again' };

/** RFC 9110 §8.8.3, without `W/`: only such a tag says that the bytes are the same. */
const strongEtag = /^"[\u0021\u0023-\u007E]{1,200}"$/u;
const contentRange = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/u;

export function isStrongEtag(etag: string): boolean {
  return strongEtag.test(etag);
}

/** Errors: `RepositoryFetchError`, also for every answer that contradicts what was asked. `nowMs`: of this machine's clock. */
export function judgeResponse(response: ResponseHead, asked: AskedPart, nowMs: number): Judgement {
  const { status, headers } = response;
  const isPart = asked.offsetBytes > 0;
  if (status === 304 && !isPart && asked.etag !== null) {
    return { kind: 'unchanged' };
  }
  if (status === 416 && isPart) {
    return { kind: 'begin-again' };
  }
  if (status !== 200 && !(status === 206 && isPart)) {
    throw failureOf(response, nowMs);
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    throw bad('the server packs the file, which was not asked for');
  }
  const judgement = status === 206 ? judgePart(headers, asked) : judgeWhole(headers);
  if (judgement.totalBytes !== null && judgement.totalBytes > asked.maximumBytes) {
    throw tooLarge(asked.maximumBytes);
  }
  return { kind: 'body', ...judgement };
}

export function tooLarge(maximumBytes: number): RepositoryFetchError {
  return new RepositoryFetchError('too-large', `the file is longer than ${maximumBytes} bytes`);
}

function judgeWhole(headers: ResponseHead['headers']): Omit<Extract<Judgement, { kind: 'body' }>, 'kind'> {
  return { offsetBytes: 0, etag: etagOf(headers), totalBytes: lengthOf(headers) };
}

function judgePart(
  headers: ResponseHead['headers'],
  asked: AskedPart,
): Omit<Extract<Judgement, { kind: 'body' }>, 'kind'> {
  const [, from, to, total] = contentRange.exec(headers['content-range'] ?? '') ?? [];
  const [fromBytes, toBytes, totalBytes] = [Number(from), Number(to), Number(total)];
  if (fromBytes !== asked.offsetBytes || toBytes !== totalBytes - 1 || toBytes < fromBytes) {
    throw bad('the server sends another part of the file than was asked for');
  }
  const lengthBytes = lengthOf(headers);
  if (lengthBytes !== null && lengthBytes !== totalBytes - fromBytes) {
    throw bad('the server contradicts itself about the length of the file');
  }
  // It may leave the tag out; If-Range has vouched for the part then.
  if (headers['etag'] !== undefined && headers['etag'] !== asked.etag) {
    throw bad('the server sends a part of another file than was begun with');
  }
  return { offsetBytes: fromBytes, etag: asked.etag, totalBytes };
}

function etagOf(headers: ResponseHead['headers']): string | null {
  const etag = headers['etag'] ?? '';
  return isStrongEtag(etag) ? etag : null;
}

function lengthOf(headers: ResponseHead['headers']): number | null {
  const text = headers['content-length'] ?? '';
  return /^\d{1,15}$/u.test(text) ? Number(text) : null;
}

/** Stores that hide what they have not got answer 403 (TUF 1.0.33 §5.3.3 leaves that to the client; python-tuf takes both). */
const absentStatus: ReadonlySet<number> = new Set([403, 404, 410]);

function failureOf(response: ResponseHead, nowMs: number): RepositoryFetchError {
  const { status } = response;
  if (absentStatus.has(status)) {
    return new RepositoryFetchError('not-found', `the server has no such file (HTTP ${status})`);
  }
  if (status >= 300 && status < 400) {
    return bad(`the server sends elsewhere (HTTP ${status}); redirects are not followed`);
  }
  const waitMs = retryAfterMs(response, nowMs);
  const options = waitMs === null ? {} : { retryAfterMs: waitMs };
  if (status === 408) {
    return new RepositoryFetchError('timeout', 'the server gave up waiting (HTTP 408)', options);
  }
  if (status === 429 || status >= 500) {
    return new RepositoryFetchError('unreachable', `the server cannot answer now (HTTP ${status})`, options);
  }
  return bad(`the server answers with HTTP ${status}`);
}

function bad(words: string): RepositoryFetchError {
  return new RepositoryFetchError('bad-answer', words);
}
