/**
 * Chromium's debugging protocol over the two pipes of `--remote-debugging-pipe`: how the supervisor leads and watches
 * the window without any port that others could reach. Chromium ends by itself when the pipes close, so a killed
 * supervisor leaves no browser behind. Messages are JSON, ended by a zero byte (Chrome DevTools Protocol).
 */
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

export interface DebuggingEvent {
  readonly method: string;
  readonly params: unknown;
}

export interface DebuggingPipe {
  /** Rejects when Chromium refuses, does not answer within the time-out, or ends. */
  call(method: string, params?: Readonly<Record<string, unknown>>, sessionId?: string): Promise<unknown>;
  onEvent(listener: (event: DebuggingEvent) => void): void;
}

const messageSchema = z.union([
  z.object({ id: z.int(), error: z.object({ message: z.string() }) }),
  z.object({ id: z.int(), result: z.unknown() }),
  z.object({ method: z.string(), params: z.unknown().optional() }),
]);

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export function createDebuggingPipe(fromBrowser: Readable, toBrowser: Writable, callTimeoutMs = 20_000): DebuggingPipe {
  const pending = new Map<number, Pending>();
  const listeners: ((event: DebuggingEvent) => void)[] = [];
  let lastId = 0;
  let rest = '';

  const settle = (id: number, action: (call: Pending) => void): void => {
    const call = pending.get(id);
    if (call !== undefined) {
      pending.delete(id);
      clearTimeout(call.timer);
      action(call);
    }
  };

  const receive = (text: string): void => {
    const message = messageSchema.parse(JSON.parse(text));
    if ('method' in message) {
      for (const listener of listeners) {
        listener({ method: message.method, params: message.params });
      }
    } else if ('error' in message) {
      settle(message.id, (call) => call.reject(new Error(message.error.message)));
    } else {
      settle(message.id, (call) => call.resolve(message.result));
    }
  };

  const end = (): void => {
    for (const id of pending.keys()) {
      settle(id, (call) => call.reject(new Error('Chromium has ended.')));
    }
  };

  fromBrowser.setEncoding('utf8');
  fromBrowser.on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0');
    rest = texts.pop() ?? '';
    texts.forEach(receive);
  });
  fromBrowser.on('close', end);
  // A write into a pipe whose browser has just ended; its end is reported by the process.
  toBrowser.on('error', end);

  return {
    call: (method, params = {}, sessionId) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      lastId += 1;
      const id = lastId;
      const late = (): void => settle(id, (call) => call.reject(new Error(`${method} was not answered.`)));
      pending.set(id, { resolve, reject, timer: setTimeout(late, callTimeoutMs) });
      toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      return promise;
    },
    onEvent: (listener) => {
      listeners.push(listener);
    },
  };
}
