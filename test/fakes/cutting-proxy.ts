/** Stands between a client and a server, counts what goes by and cuts the line after so many bytes of the answer. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** On the wire in all, headers among them, since the start or the last `forget`. */
  readonly bytesToServer: number;
  readonly bytesToClient: number;
  /** Connections taken so far. */
  readonly connections: number;
  forget(): void;
  /** Each connection from now on is cut once so many bytes of answers went by; null: none is. */
  cutAfter(bytes: number | null): void;
  /** As when the cable is pulled: all that stand now are cut. */
  cutNow(): void;
  close(): Promise<void>;
}

/** In front of a port of this machine. */
export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let limitBytes: number | null = null;
  let bytesToServer = 0;
  let bytesToClient = 0;
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    const upstream = connect(serverPort, '127.0.0.1');
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => {
      bytesToServer += bytes.length;
      upstream.write(bytes);
    });
    let leftBytes = limitBytes ?? Number.POSITIVE_INFINITY;
    upstream.on('data', (bytes) => {
      const passed = bytes.subarray(0, leftBytes);
      leftBytes -= passed.length;
      bytesToClient += passed.length;
      if (leftBytes === 0) {
        // What was let through arrives before the end does.
        client.end(passed, () => end());
      } else if (!client.write(passed)) {
        upstream.pause();
        client.once('drain', () => upstream.resume());
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    // Listening on a port, so it has an address of this kind.
    port: (server.address() as AddressInfo).port,
    get bytesToServer() {
      return bytesToServer;
    },
    get bytesToClient() {
      return bytesToClient;
    },
    get connections() {
      return connections;
    },
    forget: () => {
      bytesToServer = 0;
      bytesToClient = 0;
      connections = 0;
    },
    cutAfter: (bytes) => {
      limitBytes = bytes;
    },
    cutNow: () => {
      for (const socket of sockets) {
        socket.destroy();
      }
    },
    close: async () => {
      for (const socket of sockets) {
        socket.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}
