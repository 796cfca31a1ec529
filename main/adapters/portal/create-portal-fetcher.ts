/** The way to the city's portal over Node's own HTTPS: one pool of connections, the kiosk's key, and no way around certificates. */
import { Agent as PlainAgent, type RequestOptions } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { PortalFetcher } from '../../core/ports.ts';
import { type Exchange, exchangeOnce } from './exchange-once.ts';
import { readPortalKey } from './read-portal-key.ts';
import { createTrust } from './trusted-authorities.ts';

export interface PortalFetcherOptions {
  /** https, or http on this very machine (`portal-schema.ts` takes no other). */
  readonly url: string;
  readonly kioskId: string;
  readonly keyFile: string;
  /** PEM; trusted besides the system's authorities. */
  readonly authorityFile: string | null;
}

/** At the portal's side one kiosk is one citizen, seldom two. */
const mostConnections = 4;
/** Idle connections are closed before servers do (5 s and more), so that a booking seldom meets a closing one. */
const idleMs = 4_000;

/** Errors: `configuration-invalid` where key or authority cannot be used. */
export function createPortalFetcher(options: PortalFetcherOptions): PortalFetcher {
  const base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  const key = readPortalKey(options.keyFile);
  const agent = createAgent(base, options.authorityFile);
  const underWay = new Set<Exchange>();
  return {
    origin: base.origin,
    exchange: async (asked) => {
      const url = new URL(asked.path, base);
      if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) {
        throw new Error('A path leads out of the portal.');
      }
      const headers = {
        ...asked.headers,
        accept: 'application/json, application/problem+json',
        'accept-encoding': 'identity',
        ...(asked.body === null
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(asked.body) }),
        authorization: `Bearer ${key}`,
        'kiosk-id': options.kioskId,
      };
      const exchange = exchangeOnce(url, asked, { agent, headers });
      underWay.add(exchange);
      try {
        return await exchange.answer;
      } finally {
        underWay.delete(exchange);
      }
    },
    close: () => {
      for (const exchange of underWay) {
        exchange.abandon();
      }
      agent.destroy();
      return Promise.resolve();
    },
  };
}

function createAgent(base: URL, authorityFile: string | null): NonNullable<Exclude<RequestOptions['agent'], boolean>> {
  const pool = { keepAlive: true, maxSockets: mostConnections, timeout: idleMs };
  return base.protocol === 'https:'
    ? new SecureAgent({
        ...pool,
        secureContext: createTrust(authorityFile),
        // Said outright, because otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch it off.
        rejectUnauthorized: true,
      })
    : new PlainAgent(pool);
}
