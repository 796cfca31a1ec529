/** The headers of an answer as plain text. */
import type { IncomingMessage } from 'node:http';

/** Names in small letters; what came several times is joined by commas. */
export function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : `${value}`,
    ]),
  );
}
