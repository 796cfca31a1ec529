/** The portal's place on the network: its address is known at once, whoever serves it comes when it is ready. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type PortalListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface PortalDoor {
  readonly port: number;
  /** Scheme, host and port with a final slash. */
  readonly address: string;
  /** From now on this one answers, also requests that came before. */
  serve(listener: PortalListener): void;
  /** Breaks off what is under way. May be called again. */
  close(): Promise<void>;
}

/** For the head and the body of a request; a slow sender holds no connection for longer. */
const requestTimeoutMs = 10_000;

/** On 127.0.0.1; `port` 0 takes any free one. Rejects where the port is taken. */
export async function openPortalDoor(port: number): Promise<PortalDoor> {
  const { promise: listener, resolve: serve } = Promise.withResolvers<PortalListener>();
  const server = createServer(
    { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs },
    (request, response) => {
      void listener.then((answer) => answer(request, response));
    },
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    port: boundPort,
    address: `http://127.0.0.1:${boundPort}/`,
    serve,
    close: async () => {
      if (server.listening) {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }
    },
  };
}
