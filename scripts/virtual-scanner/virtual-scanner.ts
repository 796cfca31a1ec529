/** A reader without hardware: a loopback socket where whatever one client sends reaches all the others, as from a cable. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface VirtualScanner {
  readonly port: number;
  /** Sends as the hardware would, terminator included. */
  scan(payload: string): void;
  close(): Promise<void>;
}

/** `port` 0 takes any free one. Rejects where the port is taken. */
export async function startVirtualScanner(options: { readonly port: number }): Promise<VirtualScanner> {
  const clients = new Set<Socket>();
  const relay = (bytes: Uint8Array, from: Socket | null): void => {
    for (const client of clients) {
      if (client !== from) {
        client.write(bytes);
      }
    }
  };
  const server = createServer((socket) => {
    clients.add(socket);
    socket.on('data', (bytes) => relay(bytes, socket));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => clients.delete(socket));
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    scan: (payload) => relay(Buffer.from(`${payload}\r`), null),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const client of clients) {
        client.destroy();
      }
      await closed;
    },
  };
}
