/** The printer's network socket on 127.0.0.1: one conversation at a time, as printers have it; the next one waits unread. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { Conversation, Door } from '../conversation.ts';
import type { Printer } from '../create-printer.ts';

export interface TcpDoor extends Door {
  readonly port: number;
}

/** What the wire holds for a printer that does not read; beyond it the host is held up. */
const wireBytes = 8 * 1024 * 1024;

interface Caller {
  readonly socket: Socket;
  readonly conversation: Conversation;
  /** Arrived and not taken yet; lost where the connection breaks, as in any network. */
  waiting: Uint8Array;
  /** The host has said all it had to say. */
  ended: boolean;
  /** The printer hung up; what still comes is thrown away. */
  cut: boolean;
}

/** `port` 0 takes any free one. Rejects where the port is taken. */
export async function openTcpDoor(printer: Printer, port: number): Promise<TcpDoor> {
  const callers: Caller[] = [];
  let pumping = false;

  function pump(): void {
    if (pumping) {
      return;
    }
    pumping = true;
    for (let caller = callers[0]; caller !== undefined && serve(caller); caller = callers[0]) {
      // On to the next one.
    }
    pumping = false;
  }

  /** True where the conversation is over and the next one begins. */
  function serve(caller: Caller): boolean {
    for (let taken = 1; taken > 0 && !caller.cut; ) {
      taken = caller.conversation.offer(caller.waiting);
      caller.waiting = caller.waiting.subarray(taken);
    }
    if (!caller.cut && caller.waiting.length < wireBytes) {
      caller.socket.resume();
    }
    if (!caller.cut && caller.ended && caller.waiting.length === 0 && printer.state.reads) {
      caller.socket.end();
      forget(caller);
    }
    return callers[0] !== caller;
  }

  function forget(caller: Caller): void {
    const index = callers.indexOf(caller);
    if (index !== -1) {
      callers.splice(index, 1);
      caller.conversation.leave();
    }
  }

  function cut(caller: Caller, how: 'rst' | 'fin'): void {
    caller.cut = true;
    caller.waiting = new Uint8Array(0);
    if (how === 'rst') {
      caller.socket.resetAndDestroy();
    } else {
      caller.socket.end();
      caller.socket.resume();
    }
    forget(caller);
    // Not at once: this may come out of the middle of an offer.
    queueMicrotask(pump);
  }

  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    const caller: Caller = {
      socket,
      waiting: new Uint8Array(0),
      ended: false,
      cut: false,
      conversation: printer.greet({
        door: 'tcp',
        send: (bytes) => (socket.writable ? socket.write(bytes) : undefined),
        cut: (how) => cut(caller, how),
      }),
    };
    callers.push(caller);
    socket.on('data', (bytes: Buffer) => {
      if (!caller.cut) {
        caller.waiting = caller.waiting.length === 0 ? bytes : Buffer.concat([caller.waiting, bytes]);
        if (caller.waiting.length >= wireBytes) {
          socket.pause();
        }
        pump();
      }
    });
    socket.on('end', () => {
      caller.ended = true;
      pump();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      forget(caller);
      pump();
    });
    pump();
  });
  const listen = async (at: number): Promise<number> => {
    const listening = once(server, 'listening');
    server.listen(at, '127.0.0.1');
    await listening;
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : at;
  };
  const bound = await listen(port);
  let reachable = true;
  let settled: Promise<unknown> = Promise.resolve();
  return {
    port: bound,
    address: `tcp://127.0.0.1:${bound}`,
    pump,
    setReachable(wanted) {
      if (wanted !== reachable) {
        reachable = wanted;
        if (wanted) {
          settled = listen(bound);
          // Whoever asks is told.
          settled.catch(() => undefined);
        } else {
          server.close();
        }
      }
    },
    async settled() {
      await settled;
    },
    async close() {
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      server.close();
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}
