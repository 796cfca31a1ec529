/** The page's end of the wire: over a real MessageChannel and a real WebSocket, with the failures a kiosk lives through. */
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Transport } from '../../../main/contract/transport.ts';
import { createCoreClient } from '../../../renderer/transport/core-client.ts';
import { createCoreConnection } from '../../../renderer/transport/core-connection.ts';
import { createMessagePortSource } from '../../../renderer/transport/message-port-source.ts';
import { createMessagePortTransport } from '../../../renderer/transport/message-port-transport.ts';
import { createWebSocketSource } from '../../../renderer/transport/web-socket-source.ts';

const ready = { state: 'ready', paperNearEnd: false, sinceMs: 0 } as const;

/** A channel in the test's own hands. */
function createWire() {
  const sent: string[] = [];
  let receive: ((text: string) => void) | null = null;
  let closed: (() => void) | null = null;
  const transport: Transport = {
    send: (text) => void sent.push(text),
    onMessage: (listener) => void (receive = listener),
    onClose: (listener) => void (closed = listener),
    close: () => closed?.(),
  };
  return {
    transport,
    sent,
    receive: (message: unknown) => receive?.(JSON.stringify(message)),
    raw: (text: string) => receive?.(text),
  };
}

describe('createCoreClient', () => {
  it('matches replies to calls by their id', async () => {
    const wire = createWire();
    const client = createCoreClient(wire.transport);
    const first = client.call('printing.status', {});
    const second = client.call('session.end', {});
    wire.receive({ id: 2, ok: true, result: {} });
    wire.receive({ id: 1, ok: true, result: ready });
    expect(await second).toEqual({});
    expect(await first).toEqual(ready);
    expect(wire.sent.map((text) => JSON.parse(text))).toEqual([
      { id: 1, method: 'printing.status', params: {} },
      { id: 2, method: 'session.end', params: {} },
    ]);
  });

  it('hands on the core’s own error code', async () => {
    const wire = createWire();
    const call = createCoreClient(wire.transport).call('procedures.get', { code: '1.001193' });
    wire.receive({ id: 1, ok: false, error: { code: 'not-found', message: 'no such code', retryable: false } });
    await expect(call).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks staff’s methods with the token of the session, and checks what comes by their own table', async () => {
    const wire = createWire();
    const client = createCoreClient(wire.transport);
    const call = client.callStaff('audit.recent', { limit: 5 }, 'a-token');
    const forged = client.callStaff('printer.clear', {}, 'a-token');
    wire.receive({ id: 1, ok: true, result: [] });
    wire.receive({ id: 2, ok: true, result: { outcome: 'perhaps' } });
    expect(await call).toEqual([]);
    await expect(forged).rejects.toMatchObject({ code: 'invalid-result' });
    expect(JSON.parse(wire.sent[0] ?? '')).toEqual({
      id: 1,
      method: 'audit.recent',
      params: { limit: 5 },
      staffSession: 'a-token',
    });
  });

  it('refuses a result that is not what the contract says', async () => {
    const wire = createWire();
    const call = createCoreClient(wire.transport).call('printing.status', {});
    wire.receive({ id: 1, ok: true, result: { ...ready, state: 'on fire' } });
    await expect(call).rejects.toMatchObject({ code: 'invalid-result' });
  });

  it('rejects every pending call when the channel closes, and later ones at once', async () => {
    const wire = createWire();
    const client = createCoreClient(wire.transport);
    const pending = [client.call('kiosk.describe', {}), client.call('catalogue.home', {})];
    const settled = Promise.allSettled(pending);
    wire.transport.close();
    expect((await settled).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    await expect(client.call('kiosk.describe', {})).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('tells events, and leaves alone what is not one', () => {
    const wire = createWire();
    const client = createCoreClient(wire.transport);
    const seen: unknown[] = [];
    const stop = client.on('scan.received', (scan) => seen.push(scan));
    wire.receive({ event: 'scan.received', payload: { kind: 'procedure', code: '1.001193' } });
    wire.receive({ event: 'scan.received', payload: { kind: 'procedure', code: 'javascript:alert(1)' } });
    wire.receive({ event: 'toString', payload: {} });
    wire.raw('not json');
    wire.raw('null');
    const jobs: unknown[] = [];
    client.on('printJob.changed', (job) => jobs.push(job));
    wire.receive({ event: 'printJob.changed', payload: { job: 3, state: 'paused', reason: 'paper-out' } });
    wire.receive({ event: 'printJob.changed', payload: { job: 3, state: 'on its way', reason: null } });
    stop();
    wire.receive({ event: 'scan.received', payload: { kind: 'unknown' } });
    expect(seen).toEqual([{ kind: 'procedure', code: '1.001193' }]);
    expect(jobs).toEqual([{ job: 3, state: 'paused', reason: 'paper-out' }]);
  });
});

describe('createCoreConnection', () => {
  it('moves on to the next channel, keeps listeners, and ignores a late farewell of the old one', async () => {
    const wires = [createWire(), createWire()];
    const host: { announce?: (transport: Transport) => void } = {};
    const connection = createCoreConnection({
      start(onChannel) {
        host.announce = onChannel;
        return () => undefined;
      },
    });
    await expect(connection.call('kiosk.describe', {})).rejects.toMatchObject({ code: 'unavailable' });
    const seen: string[] = [];
    connection.on('scan.received', (scan) => void seen.push(scan.kind));
    const [first, second] = wires;
    if (first === undefined || second === undefined) throw new Error('two wires expected');
    host.announce?.(first.transport);
    host.announce?.(second.transport);
    first.transport.close();
    expect(connection.state()).toEqual({ isOpen: true, generation: 2 });
    second.receive({ event: 'scan.received', payload: { kind: 'unknown' } });
    expect(seen).toEqual(['unknown']);
    second.transport.close();
    expect(connection.state()).toEqual({ isOpen: false, generation: 2 });
  });
});

describe('message ports', () => {
  it('carry calls and notice the other side closing', async () => {
    const { port1, port2 } = new MessageChannel();
    const closed = new Promise<void>((resolve) => {
      const client = createCoreClient(createMessagePortTransport(port1), resolve);
      port2.addEventListener('message', (event: MessageEvent<unknown>) => {
        const { id } = JSON.parse(String(event.data)) as { id: number };
        port2.postMessage(JSON.stringify({ id, ok: true, result: ready }));
      });
      port2.start();
      void client.call('printing.status', {}).then(() => port2.close());
    });
    await closed;
  });

  it('are taken from the page’s own window and greeting only', () => {
    const page = new EventTarget();
    const channels: Transport[] = [];
    // The source reads no more of a window than an event target.
    createMessagePortSource(page as Window).start((transport) => channels.push(transport));
    const post = (data: unknown, source: unknown, ports: unknown[]) =>
      page.dispatchEvent(Object.assign(new Event('message'), { data, source, ports }));
    const { port1, port2 } = new MessageChannel();
    post('kiosk-port', {}, [port1]);
    post('other', page, [port1]);
    post('kiosk-port', page, []);
    expect(channels).toHaveLength(0);
    post('kiosk-port', page, [port1]);
    expect(channels).toHaveLength(1);
    port1.close();
    port2.close();
  });
});

describe('web sockets', () => {
  const servers: WebSocketServer[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      for (const client of server.clients) client.terminate();
      server.close();
    }
  });

  it('connect with the token, and again with a new one after the core restarted', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    servers.push(server);
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    const urls: string[] = [];
    server.on('connection', (socket, request) => {
      urls.push(request.url ?? '');
      if (urls.length === 1) socket.terminate();
      else
        socket.on('message', (data: Buffer) =>
          socket.send(JSON.stringify({ id: JSON.parse(data.toString('utf8')).id, ok: true, result: ready })),
        );
    });
    const pausesMs: number[] = [];
    const connection = createCoreConnection(
      createWebSocketSource({
        pageUrl: `http://127.0.0.1:${address.port}/index.html`,
        readToken: (attempt) => Promise.resolve(`token ${attempt}`),
        createSocket: (url) => new WebSocket(url),
        schedule(callback, delayMs) {
          pausesMs.push(delayMs);
          queueMicrotask(callback);
          return () => undefined;
        },
      }),
    );
    const secondChannel = new Promise<void>((resolve) => {
      const stop = connection.subscribe(() => {
        if (connection.state().isOpen && connection.state().generation === 2) {
          stop();
          resolve();
        }
      });
    });
    await secondChannel;
    expect(await connection.call('printing.status', {})).toEqual(ready);
    expect(urls).toEqual(['/socket?token=token+0', '/socket?token=token+1']);
    expect(pausesMs).toEqual([200]);
    connection.close();
  });
});
