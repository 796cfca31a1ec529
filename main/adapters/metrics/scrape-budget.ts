/** How often one address may ask: a token bucket each, so that a stranger's haste costs Prometheus nothing. */

export interface ScrapeBudget {
  /** Whether this address may ask now. */
  take(address: string, nowMs: number): boolean;
}

/** Two Prometheus servers that ask every 15 seconds need 8 a minute. */
const mostAtOnce = 10;
const refillMs = 2_000;
/** Addresses remembered; beyond them the one longest silent is forgotten. */
const mostAddresses = 256;

export function createScrapeBudget(): ScrapeBudget {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return {
    take: (address, nowMs) => {
      const former = buckets.get(address) ?? { tokens: mostAtOnce, atMs: nowMs };
      // A clock that was set back refills nothing and takes nothing away.
      const refilled = Math.max(0, nowMs - former.atMs) / refillMs;
      const tokens = Math.min(mostAtOnce, former.tokens + refilled);
      const isAllowed = tokens >= 1;
      buckets.delete(address);
      buckets.set(address, { tokens: isAllowed ? tokens - 1 : tokens, atMs: nowMs });
      const [oldest] = buckets.keys();
      if (buckets.size > mostAddresses && oldest !== undefined) {
        buckets.delete(oldest);
      }
      return isAllowed;
    },
  };
}
