/** Carries bytes from whoever scans to all who listen, as a cable would, and tells the one who scanned how many listened. */
import { once } from 'node:events';
import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';

/** What is told to whoever scanned and said that it was all: `heard by 1`. */
export const heardBy = /^heard by (\d+)$/mu;

export interface Relay {
  readonly server: Server;
  /** Sends to all who listen. */
  readonly send: (bytes: Uint8Array) => void;
  readonly close: () => Promise<void>;
}

/** `others`: further listeners that are no clients of this door. Rejects where the place is taken. */
export async function openRelay(
  place: ListenOptions,
  others: { readonly count: number; send(bytes: Uint8Array): void } = { count: 0, send: () => undefined },
): Promise<Relay> {
  const listeners = new Set<Socket>();
  const all = new Set<Socket>();
  const send = (bytes: Uint8Array): void => {
    others.send(bytes);
    for (const listener of listeners) {
      listener.write(bytes);
    }
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    // Who says nothing listens; who says something scans and is told nothing of other scans.
    listeners.add(socket);
    all.add(socket);
    socket.on('data', (bytes) => {
      listeners.delete(socket);
      send(bytes);
    });
    socket.on('end', () => {
      const isListener = listeners.delete(socket);
      socket.end(isListener ? '' : `heard by ${listeners.size + others.count}\n`);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      listeners.delete(socket);
      all.delete(socket);
    });
  });
  const listening = once(server, 'listening');
  server.listen(place);
  await listening;
  return {
    server,
    send,
    close: async () => {
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      server.close();
      for (const socket of all) {
        socket.destroy();
      }
      await closed;
    },
  };
}
