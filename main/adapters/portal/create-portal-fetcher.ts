/** The way to the city's portal over Node's own HTTPS: one pool of connections, the kiosk's key, and no way around certificates. */
import type { PortalFetcher } from '../../core/ports.ts';
import { createSafeAgent } from '../network/create-safe-agent.ts';
import { readSecretFile } from '../network/read-secret-file.ts';
import { type Exchange, exchangeOnce } from './exchange-once.ts';

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
  const key = readSecretFile(options.keyFile, {
    file: "The portal's key file",
    secret: 'a key',
    advice: 'put the key the portal gave this kiosk there',
  });
  const agent = createSafeAgent({
    url: base,
    authorityFile: options.authorityFile,
    whose: 'the portal',
    mostConnections,
    idleMs,
  });
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
