/** The types every feature's handlers are checked against: one for the page's methods, one for staff's. */
import type { EventName, EventPayload } from '../contract/events.ts';
import type { MethodName, Params, Result } from '../contract/methods.ts';
import type { StaffMethodName, StaffParams, StaffResult } from '../contract/staff-methods.ts';

export type Handlers = {
  [M in MethodName]: (params: Params<M>) => Result<M> | Promise<Result<M>>;
};

export type StaffHandlers = {
  [M in StaffMethodName]: (params: StaffParams<M>) => StaffResult<M> | Promise<StaffResult<M>>;
};

/** How a feature tells the page something unasked. */
export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** What the core itself listens to of what the page is told. */
export type Hearing = { readonly [E in EventName]?: (payload: EventPayload<E>) => void };
