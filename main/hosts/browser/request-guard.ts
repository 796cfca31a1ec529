/**
 * Who may ask the loopback server, decided before anything is answered.
 *
 * Every program and every web page on the machine can reach 127.0.0.1, so three things are checked: `Host` (a foreign
 * name that resolves to 127.0.0.1, "DNS rebinding", is refused), `Origin` and `Sec-Fetch-Site` (other pages in the
 * same browser), and a token made new at each start (other programs). The token comes in the address once; the answer
 * moves it into an HttpOnly, SameSite=Strict cookie and sends the browser to the bare address, so it is left neither in
 * the history nor in a referrer. The page itself gets it in a meta tag of the authorised document only, for the
 * address of the WebSocket, which takes no cookie: a page of another origin cannot read it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isSameToken } from './access-token.ts';

export interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

export interface GuardOptions {
  readonly port: number;
  readonly token: string;
}

/** `enter` is the first request, with the token in its address: it gets the cookie and is sent on to `/`. */
export type Verdict =
  | { readonly kind: 'allowed'; readonly pathname: string }
  | { readonly kind: 'enter' }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 405; readonly reason: string };

const socketPath = '/socket';

/** Cookies are shared by all ports of a host, so each server's has a name of its own. */
export function cookieNameOf(port: number): string {
  return `kiosk-token-${port}`;
}

/** Judges a request for the page or one of its files. */
export function judgeRequest(asked: Asked, options: GuardOptions): Verdict {
  if (asked.method !== 'GET' && asked.method !== 'HEAD') {
    return { kind: 'refused', status: 405, reason: 'only GET and HEAD' };
  }
  const address = addressOf(asked, options);
  if ('kind' in address) {
    return address;
  }
  const { origin } = asked.headers;
  if (origin !== undefined && origin !== address.origin) {
    return { kind: 'refused', status: 403, reason: 'another origin' };
  }
  const site = asked.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { kind: 'refused', status: 403, reason: 'asked by another site' };
  }
  const given = address.searchParams.get('token');
  if (address.pathname === '/' && given !== null) {
    return isSameToken(given, options.token)
      ? { kind: 'enter' }
      : { kind: 'refused', status: 403, reason: 'wrong token' };
  }
  return isSameToken(cookieOf(asked.headers.cookie, cookieNameOf(options.port)), options.token)
    ? { kind: 'allowed', pathname: address.pathname }
    : { kind: 'refused', status: 403, reason: 'no token' };
}

/** Judges a WebSocket upgrade: `Origin` must be there and the token stands in the address. */
export function judgeUpgrade(asked: Asked, options: GuardOptions): Verdict {
  if (asked.method !== 'GET') {
    return { kind: 'refused', status: 405, reason: 'only GET' };
  }
  const address = addressOf(asked, options);
  if ('kind' in address) {
    return address;
  }
  if (asked.headers.origin !== address.origin) {
    return { kind: 'refused', status: 403, reason: 'another origin' };
  }
  if (!isSameToken(address.searchParams.get('token'), options.token)) {
    return { kind: 'refused', status: 403, reason: 'wrong token' };
  }
  return address.pathname === socketPath
    ? { kind: 'allowed', pathname: address.pathname }
    : { kind: 'refused', status: 404, reason: 'no socket there' };
}

/** The address asked for, once its host is one of the server's two names. */
function addressOf(asked: Asked, options: GuardOptions): URL | Extract<Verdict, { kind: 'refused' }> {
  const { host } = asked.headers;
  if (host !== `127.0.0.1:${options.port}` && host !== `localhost:${options.port}`) {
    return { kind: 'refused', status: 403, reason: 'another host' };
  }
  // Only a path may be asked for: "http://other/…" and "//other" name a host of their own.
  const path = asked.url ?? '';
  const address = /^\/(?!\/)/u.test(path) ? URL.parse(path, `http://${host}`) : null;
  return address ?? { kind: 'refused', status: 400, reason: 'no path' };
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
