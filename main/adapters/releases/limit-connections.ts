/** Keeps one machine from holding all connections of a server, and all machines from holding more than it can serve. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  readonly mostConnections: number;
  readonly mostOfOneAddress: number;
}

/** What is beyond is closed without a word. */
export function limitConnections(server: Server, { mostConnections, mostOfOneAddress }: ConnectionLimits): void {
  const counts = new Map<string, number>();
  server.maxConnections = mostConnections;
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1;
      if (left === 0) {
        counts.delete(address);
      } else {
        counts.set(address, left);
      }
    });
    socket.on('error', () => undefined);
    if (count > mostOfOneAddress) {
      socket.destroy();
    }
  });
}
