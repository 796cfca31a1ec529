/** Connections to one server: kept open for a while, few at a time, and with TLS no way around its certificate. */
import { Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { createTrust } from './trusted-authorities.ts';

export interface SafeAgentOptions {
  /** https, or http on this very machine (`addressIsSafe` takes no other). */
  readonly url: URL;
  /** PEM; trusted besides the system's authorities. */
  readonly authorityFile: string | null;
  /** In the message of an error, e.g. `the portal`. */
  readonly whose: string;
  readonly mostConnections: number;
  /** An idle connection is closed after that time: before servers do, so that a request seldom meets a closing one. */
  readonly idleMs: number;
}

/** Error: `configuration-invalid` where the authority cannot be used. */
export function createSafeAgent({ url, authorityFile, whose, mostConnections, idleMs }: SafeAgentOptions): PlainAgent {
  const pool = { keepAlive: true, maxSockets: mostConnections, timeout: idleMs };
  return url.protocol === 'https:'
    ? new SecureAgent({
        ...pool,
        secureContext: createTrust(authorityFile, whose),
        // Said outright, because otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch it off.
        rejectUnauthorized: true,
      })
    : new PlainAgent(pool);
}
