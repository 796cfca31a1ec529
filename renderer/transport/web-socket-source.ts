/** Channels to the loopback server of the browser shell; keeps trying while the core restarts. */
import type { ChannelSource } from './channel-source.ts';
import { createWebSocketTransport } from './web-socket-transport.ts';

/** Pauses between attempts; the last one repeats. Short, for a citizen is waiting. */
const pausesMs = [200, 500, 1000, 2000, 3000] as const;

export interface WebSocketSourceOptions {
  /** The page's own address; the socket lies beside it at `/socket`. */
  readonly pageUrl: string;
  /** The token of this start of the core; asked again before each attempt, for a restart may have changed it. */
  readToken(attempt: number): Promise<string>;
  createSocket(url: string): WebSocket;
  /** Runs the callback later and returns what cancels it. */
  schedule(callback: () => void, delayMs: number): () => void;
}

export function createWebSocketSource(options: WebSocketSourceOptions): ChannelSource {
  return {
    start(onChannel) {
      let isStopped = false;
      let cancel: (() => void) | null = null;
      let attempt = 0;
      let socket: WebSocket | null = null;
      const retry = () => {
        if (isStopped) return;
        const pauseMs = pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 3000;
        attempt += 1;
        cancel = options.schedule(() => void connect(), pauseMs);
      };
      const connect = async (): Promise<void> => {
        let token: string;
        try {
          token = await options.readToken(attempt);
        } catch {
          // The server is not up yet; that is what the next attempt is for.
          retry();
          return;
        }
        if (isStopped) return;
        const opened = options.createSocket(socketUrl(options.pageUrl, token));
        socket = opened;
        opened.addEventListener('open', () => {
          attempt = 0;
          onChannel(createWebSocketTransport(opened));
        });
        opened.addEventListener('close', retry, { once: true });
      };
      void connect();
      return () => {
        isStopped = true;
        cancel?.();
        socket?.close();
      };
    },
  };
}

function socketUrl(pageUrl: string, token: string): string {
  const url = new URL('/socket', pageUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('token', token);
  return url.href;
}
