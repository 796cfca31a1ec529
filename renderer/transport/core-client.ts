/** Typed calls and events over one channel; every reply is checked against the contract before the page sees it. */
import type { z } from 'zod';
import { pushSchema, replySchema } from '../../main/contract/envelope.ts';
import { KioskError } from '../../main/contract/error.ts';
import type { EventName, EventPayload } from '../../main/contract/events.ts';
import { type MethodName, methods, type Params, type Result } from '../../main/contract/methods.ts';
import {
  type StaffMethodName,
  type StaffParams,
  type StaffResult,
  staffMethods,
} from '../../main/contract/staff-methods.ts';
import type { Transport } from '../../main/contract/transport.ts';
import { createEventHub, type EventHub } from './event-hub.ts';

export interface CoreClient {
  /** Rejects with `KioskError`: the core's own code, `unavailable` on time-out or a closed channel, `invalid-result`. */
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>;
  /** The same for staff's methods, within the session of the token; `staff-session-required` once that is over. */
  callStaff<M extends StaffMethodName>(method: M, params: StaffParams<M>, token: string): Promise<StaffResult<M>>;
  /** Returns what takes the listener away. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}

/** A call is given up after this long; what takes its time, as a slip does, is told by events. */
const callTimeoutMs = 10_000;
/** Staff wait for the printer itself, e.g. until it says that it is empty. */
const staffTimeoutMs = 30_000;
/** An update is answered when it is over: a download over a slow line takes its time, and its progress is told by events. */
const updateTimeoutMs = 10 * 60_000;
const updateOrders: ReadonlySet<StaffMethodName> = new Set(['updates.check', 'updates.takeStick', 'updates.rollBack']);

interface PendingCall {
  readonly method: string;
  /** Of this very method. */
  readonly resultSchema: Pick<z.ZodType, 'safeParse'>;
  resolve(result: unknown): void;
  reject(error: KioskError): void;
}

interface Question {
  readonly method: string;
  readonly params: unknown;
  readonly staffSession?: string;
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
    const result = call.resultSchema.safeParse(reply.data.result);
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

  const ask = <T>(request: Question, resultSchema: PendingCall['resultSchema'], timeoutMs: number): Promise<T> => {
    if (isClosed) return Promise.reject(new KioskError('unavailable', 'the channel to the core is closed'));
    const { method } = request;
    const id = nextId;
    nextId += 1;
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        pending.delete(id);
        reject(new KioskError('unavailable', `${method} was not answered in time`));
      }, timeoutMs);
      pending.set(id, {
        method,
        resultSchema,
        resolve(result) {
          clearTimeout(timer);
          // Parsed with this method's own result schema in `settle`.
          resolve(result as T);
        },
        reject(error) {
          clearTimeout(timer);
          reject(error);
        },
      });
      transport.send(JSON.stringify({ id, ...request }));
    });
  };

  return {
    call: (method, params) => ask({ method, params }, methods[method].result, callTimeoutMs),
    callStaff: (method, params, token) =>
      ask(
        { method, params, staffSession: token },
        staffMethods[method].result,
        updateOrders.has(method) ? updateTimeoutMs : staffTimeoutMs,
      ),
    on: (event, listener) => hub.on(event, listener),
  };
}
