/** Which requests the metrics door answers, decided before anything is: GET /metrics, asked of this very address. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

export interface DoorAddress {
  readonly host: string;
  readonly port: number;
}

/** 200, or the status it is refused with. */
export function judgeScrape(asked: Asked, address: DoorAddress): 200 | 403 | 404 | 405 {
  // A page of a browser on this network may be made to ask an address under a foreign name ("DNS rebinding").
  if (!hostsOf(address).includes(asked.headers.host ?? '')) {
    return 403;
  }
  // No page of any browser has reason to ask; Prometheus names no origin.
  if (asked.headers.origin !== undefined || asked.headers['sec-fetch-site'] !== undefined) {
    return 403;
  }
  if (asked.url !== '/metrics') {
    return 404;
  }
  return asked.method === 'GET' ? 200 : 405;
}

/** Whether the one who asks understands OpenMetrics; Prometheus does, a browser or curl may not. */
export function wantsOpenMetrics({ headers }: Asked): boolean {
  return (
    headers.accept === undefined || headers.accept === '*/*' || /application\/openmetrics-text/u.test(headers.accept)
  );
}

function hostsOf({ host, port }: DoorAddress): readonly string[] {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === 80 ? [name, `${name}:80`] : [`${name}:${port}`];
}
