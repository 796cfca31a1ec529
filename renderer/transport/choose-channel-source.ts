/** Which shell the page is in: the browser host writes a token into the page, Electron hands over a port. */
import type { ChannelSource } from './channel-source.ts';
import { createMessagePortSource } from './message-port-source.ts';
import { createWebSocketSource } from './web-socket-source.ts';

const tokenSelector = 'meta[name="kiosk-token"]';

function tokenIn(page: Document): string | null {
  return page.querySelector(tokenSelector)?.getAttribute('content') || null;
}

/** A restarted core has a new token, which stands in the page as it is served now. */
async function fetchToken(pageUrl: string): Promise<string> {
  const response = await fetch(pageUrl, { cache: 'no-store' });
  const token = tokenIn(new DOMParser().parseFromString(await response.text(), 'text/html'));
  if (token === null) throw new Error(`no kiosk-token in ${pageUrl}`);
  return token;
}

export function chooseChannelSource(page: Window): ChannelSource {
  const token = tokenIn(page.document);
  if (token === null) return createMessagePortSource(page);
  const pageUrl = page.location.href;
  return createWebSocketSource({
    pageUrl,
    readToken: (attempt) => (attempt === 0 ? Promise.resolve(token) : fetchToken(pageUrl)),
    createSocket: (url) => new WebSocket(url),
    schedule(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  });
}
