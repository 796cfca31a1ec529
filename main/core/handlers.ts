/** The one type every feature's handlers are checked against. */
import type { EventName, EventPayload } from '../contract/events.ts';
import type { MethodName, Params, Result } from '../contract/methods.ts';

export type Handlers = {
  [M in MethodName]: (params: Params<M>) => Result<M> | Promise<Result<M>>;
};

/** How a feature tells the page something unasked. */
export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;
