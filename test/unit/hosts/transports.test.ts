/** The transports keep one promise each: text goes both ways, other data is dropped, an end is told once. */
import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  createMessagePortMainTransport,
  type MessagePortMainLike,
} from '../../../main/adapters/transports/message-port-main-transport.ts';
import { createWorkerPortTransport } from '../../../main/adapters/transports/worker-port-transport.ts';

class FakePort extends EventEmitter implements MessagePortMainLike {
  readonly sent: string[] = [];
  isStarted = false;
  isClosed = false;
  postMessage(message: string): void {
    this.sent.push(message);
  }
  start(): void {
    this.isStarted = true;
  }
  close(): void {
    this.isClosed = true;
  }
}

describe('the port of Electron', () => {
  it('fits the type Electron declares', () => {
    expectTypeOf<MessagePortMain>().toExtend<MessagePortMainLike>();
  });

  it('starts once a listener is there, hands over text and drops the rest', () => {
    const port = new FakePort();
    const transport = createMessagePortMainTransport(port);
    const heard: string[] = [];
    expect(port.isStarted).toBe(false);
    transport.onMessage((text) => heard.push(text));
    expect(port.isStarted).toBe(true);
    port.emit('message', { data: 'text' });
    port.emit('message', { data: { method: 'x' } });
    expect(heard).toEqual(['text']);
    transport.send('reply');
    expect(port.sent).toEqual(['reply']);
  });

  it.each(['this end', 'the other end'])('tells once that %s closed, and sends nothing after', (who) => {
    const port = new FakePort();
    const transport = createMessagePortMainTransport(port);
    let closes = 0;
    transport.onClose(() => {
      closes += 1;
    });
    if (who === 'this end') {
      transport.close();
      expect(port.isClosed).toBe(true);
    }
    port.emit('close');
    port.emit('close');
    transport.send('late');
    expect(closes).toBe(1);
    expect(port.sent).toEqual([]);
  });
});

describe('the port of a thread', () => {
  it('carries text both ways, drops the rest, and tells both ends of the close', async () => {
    const { port1, port2 } = new MessageChannel();
    const near = createWorkerPortTransport(port1);
    const far = createWorkerPortTransport(port2);
    const heard = new Promise((resolve) => {
      far.onMessage(resolve);
    });
    port1.postMessage({ not: 'text' });
    near.send('text');
    expect(await heard).toBe('text');
    const closes = Promise.all([near, far].map((end) => new Promise<void>((resolve) => end.onClose(resolve))));
    near.close();
    await closes;
    near.send('late');
    far.send('late');
  });
});
