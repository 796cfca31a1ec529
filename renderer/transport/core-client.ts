/** Typed calls and events over one channel; every reply is checked against the contract before the page sees it. */
import { pushSchema, replySchema } from '../../main/contract/envelope.ts';
import { KioskError } from '../../main/contract/error.ts';
import type { EventName, EventPayload } from '../../main/contract/events.ts';
import { type MethodName, methods, type Params, type Result } from '../../main/contract/methods.ts';
import type { Transport } from '../../main/contract/transport.ts';
import { createEventHub, type EventHub } from './event-hub.ts';

export interface CoreClient {
  /** Rejects with `KioskError`: the core's own code, `unavailable` on time-out or a closed channel, `invalid-result`. */
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>;
  /** Returns what takes the listener away. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}

/** A call is given up after this long; what takes its time, as a slip does, is told by events. */
const callTimeoutMs = 10_000;

interface PendingCall {
  readonly method: MethodName;
  resolve(result: unknown): void;
  reject(error: KioskError): void;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not a message of ours; the call it may have answered runs into its time-out.
    return null;
  }
}

/**
 * `onClose` tells that every pending call was rejected and no further one will succeed. Events go to `hub`, which may serve
 * one client after another.
 */
export function createCoreClient(
  transport: Transport,
  onClose: () => void = () => undefined,
  hub: EventHub = createEventHub(),
): CoreClient {
  const pending = new Map<number, PendingCall>();
  let nextId = 1;
  let isClosed = false;

  const settle = (text: string) => {
    const message = parseJson(text);
    const reply = replySchema.safeParse(message);
    if (!reply.success) {
      push(message);
      return;
    }
    const call = pending.get(reply.data.id);
    if (call === undefined) return;
    pending.delete(reply.data.id);
    if (!reply.data.ok) {
      call.reject(new KioskError(reply.data.error.code, reply.data.error.message));
      return;
    }
    const result = methods[call.method].result.safeParse(reply.data.result);
    if (result.success) call.resolve(result.data);
    else call.reject(new KioskError('invalid-result', `${call.method}: ${result.error.message}`));
  };

  const push = (message: unknown) => {
    const envelope = pushSchema.safeParse(message);
    if (envelope.success) hub.receive(envelope.data.event, envelope.data.payload);
  };

  transport.onMessage(settle);
  transport.onClose(() => {
    isClosed = true;
    for (const call of pending.values()) call.reject(new KioskError('unavailable', 'the channel to the core closed'));
    pending.clear();
    onClose();
  });

  return {
    call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>> {
      if (isClosed) return Promise.reject(new KioskError('unavailable', 'the channel to the core is closed'));
      const id = nextId;
      nextId += 1;
      return new Promise<Result<M>>((resolve, reject) => {
        const timer = setTimeout(() => {
          pending.delete(id);
          reject(new KioskError('unavailable', `${method} was not answered in time`));
        }, callTimeoutMs);
        pending.set(id, {
          method,
          resolve(result) {
            clearTimeout(timer);
            // Parsed with this method's own result schema in `settle`.
            resolve(result as Result<M>);
          },
          reject(error) {
            clearTimeout(timer);
            reject(error);
          },
        });
        transport.send(JSON.stringify({ id, method, params }));
      });
    },
    on: (event, listener) => hub.on(event, listener),
  };
}
