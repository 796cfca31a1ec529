/** A server that says exactly the bytes a test wants, true HTTP or not. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RawServer {
  readonly port: number;
  /** As a repository's address. */
  readonly url: string;
  /** Heads of requests as they came, in all connections. */
  readonly heard: readonly string[];
  readonly openSockets: number;
}

/** `answer` is called for each request's head, with how many came before it. Gone when the test is over. */
export async function startRawServer(
  answer: (socket: Socket, head: string, former: number) => void,
): Promise<RawServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const head = text.slice(0, end);
        text = text.slice(end + 4);
        heard.push(head);
        answer(socket, head, heard.length - 1);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  });
  // Listening on a port, so it has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/releases/`,
    heard,
    get openSockets() {
      return sockets.size;
    },
  };
}

/** A head of an answer, with its empty line. */
export function answerHead(status: string, headers: Readonly<Record<string, string | number>> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n');
}
