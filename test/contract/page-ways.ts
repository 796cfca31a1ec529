/** Every way a page has into the core: in-process, over a MessageChannel, over the loopback WebSocket. */
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { WebSocket } from 'ws';
import { createWebSocketTransport } from '../../main/adapters/transports/web-socket-transport.ts';
import { createWorkerPortTransport } from '../../main/adapters/transports/worker-port-transport.ts';
import { type Push, pushSchema, type Reply, replySchema } from '../../main/contract/envelope.ts';
import type { Transport } from '../../main/contract/transport.ts';
import { dispatch } from '../../main/core/dispatch.ts';
import type { Kiosk } from '../../main/core/kiosk.ts';
import { connectKiosk } from '../../main/core/kiosk-connection.ts';
import { serveKiosk } from '../../main/hosts/browser/serve.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';

const pageFolder = fileURLToPath(new URL('../fixtures/hosts/page', import.meta.url));

/** What a shell does for the page: sends a text, gets the reply of that id. */
export interface PageCaller {
  ask(request: unknown): Promise<Reply>;
  /** Hears what the core tells unasked. */
  onPush(listener: (push: Push) => void): void;
  close(): Promise<void>;
}

function callerOver(transport: Transport, closeRest: () => Promise<void>): PageCaller {
  const listeners: ((push: Push) => void)[] = [];
  const waiting = new Map<number, (reply: Reply) => void>();
  transport.onMessage((text) => {
    const reply = replySchema.safeParse(JSON.parse(text));
    if (reply.success) {
      waiting.get(reply.data.id)?.(reply.data);
      return;
    }
    const push = pushSchema.parse(JSON.parse(text));
    for (const listener of listeners) {
      listener(push);
    }
  });
  return {
    ask: (request) => {
      const { promise, resolve } = Promise.withResolvers<Reply>();
      const id = typeof request === 'object' && request !== null && 'id' in request ? Number(request.id) : -1;
      waiting.set(id, resolve);
      transport.send(JSON.stringify(request));
      return promise;
    },
    onPush: (listener) => void listeners.push(listener),
    close: async () => {
      transport.close();
      await closeRest();
    },
  };
}

export const pageWays: Readonly<Record<string, (kiosk: Kiosk) => Promise<PageCaller>>> = {
  'in-process': (kiosk) =>
    Promise.resolve({
      ask: (request) => dispatch(kiosk, request),
      onPush: (listener) => void kiosk.onPush(listener),
      close: () => Promise.resolve(),
    }),
  'over a MessageChannel': (kiosk) => {
    const { port1, port2 } = new MessageChannel();
    connectKiosk(kiosk, createWorkerPortTransport(port1));
    return Promise.resolve(callerOver(createWorkerPortTransport(port2), () => Promise.resolve()));
  },
  'over the loopback WebSocket': async (kiosk) => {
    const server = await serveKiosk({ kiosk, pageFolder, port: 0, logger: createRecordingLogger() });
    const cookie = (await fetch(server.entryAddress, { redirect: 'manual' })).headers.get('set-cookie') ?? '';
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket?token=${server.token}`, {
      headers: { Cookie: cookie.split(';')[0] ?? '', Origin: server.address },
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.once('open', () => resolve());
    socket.once('error', reject);
    await promise;
    return callerOver(createWebSocketTransport(socket), () => server.close());
  },
};
