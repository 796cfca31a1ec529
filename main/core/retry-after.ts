/** A server's word on when to come back (Retry-After, RFC 9110 §10.2.3), held against its own clock rather than this machine's. */

/** Longer than this (docs/portal-api.yaml, RetryAfter) is no pause but a mistake, or a clock that is off by a year. */
const longestMs = 24 * 60 * 60_000;
const ofSecondsMs = 1_000;

/** What of an answer tells a time; names of headers in small letters. */
interface Dated {
  readonly headers: Readonly<Record<string, string>>;
}

/** In milliseconds from now, at most a day; null where the answer tells none. */
export function retryAfterMs({ headers }: Dated, nowMs: number): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/u.test(text)) {
    return Math.min(Number(text) * ofSecondsMs, longestMs);
  }
  const untilMs = text === '' ? Number.NaN : Date.parse(text);
  if (Number.isNaN(untilMs)) {
    return null;
  }
  return Math.min(Math.max(untilMs - (serverTimeMs(headers) ?? nowMs), 0), longestMs);
}

/** What the server's clock said, by its Date header; null where it told nothing that is a time. */
export function serverTimeMs(headers: Dated['headers']): number | null {
  const timeMs = Date.parse(headers['date'] ?? '');
  return Number.isNaN(timeMs) ? null : timeMs;
}
