/** The page's connection in a test's hands: it sees each call, answers it when it likes, tells events, goes and comes back. */
import { KioskError } from '../../main/contract/error.ts';
import type { EventName, EventPayload } from '../../main/contract/events.ts';
import type { MethodName, Params, Result } from '../../main/contract/methods.ts';
import type { ConnectionState, CoreConnection } from '../../renderer/transport/core-connection.ts';
import { createEventHub } from '../../renderer/transport/event-hub.ts';

interface OpenCall {
  readonly method: MethodName;
  readonly params: unknown;
  readonly resolve: (result: never) => void;
  readonly reject: (error: KioskError) => void;
}

export function createFakeConnection() {
  const hub = createEventHub();
  const observers = new Set<() => void>();
  const calls: OpenCall[] = [];
  let state: ConnectionState = { isOpen: true, generation: 1 };
  const change = (next: ConnectionState) => {
    state = next;
    for (const observer of observers) observer();
  };
  const nextCall = (method: MethodName): OpenCall => {
    const at = calls.findIndex((one) => one.method === method);
    const [call] = at < 0 ? [] : calls.splice(at, 1);
    if (call === undefined) throw new Error(`${method} was not called`);
    return call;
  };
  const connection: CoreConnection = {
    call: <M extends MethodName>(method: M, params: Params<M>) =>
      new Promise<Result<M>>((resolve, reject) => {
        calls.push({ method, params, resolve, reject });
      }),
    // Citizens' screens ask nothing of staff's.
    callStaff: (method) => Promise.reject(new KioskError('staff-session-required', method)),
    on: (event, listener) => hub.on(event, listener),
    state: () => state,
    subscribe(onChange) {
      observers.add(onChange);
      return () => void observers.delete(onChange);
    },
    close: () => undefined,
  };
  return {
    connection,
    /** Methods that wait for an answer. */
    waiting: () => calls.map(({ method }) => method),
    /** Answers the oldest waiting call of the method; resolves when the page has taken it in. Gives what was asked. */
    async answer<M extends MethodName>(method: M, result: Result<M>): Promise<unknown> {
      const call = nextCall(method);
      call.resolve(result as never);
      await settled();
      return call.params;
    },
    async fail(method: MethodName, code: ConstructorParameters<typeof KioskError>[0]): Promise<void> {
      nextCall(method).reject(new KioskError(code, 'as the test says'));
      await settled();
    },
    tell: <E extends EventName>(event: E, payload: EventPayload<E>) => hub.receive(event, payload),
    /** The channel goes: what waits is lost. */
    async lose(): Promise<void> {
      change({ ...state, isOpen: false });
      for (const call of calls.splice(0)) call.reject(new KioskError('unavailable', 'the channel closed'));
      await settled();
    },
    async comeBack(): Promise<void> {
      change({ isOpen: true, generation: state.generation + 1 });
      await settled();
    },
    /** How many listen for changes of the connection. */
    observerCount: () => observers.size,
  };
}

/** Long enough for every promise that is ready to be heard. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
