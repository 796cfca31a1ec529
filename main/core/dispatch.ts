/** The only doors into the core: pages call a kiosk through `dispatch`, IT staff's tools through `dispatchStaff`. */
import type { z } from 'zod';
import { type Failure, type Reply, requestSchema } from '../contract/envelope.ts';
import { KioskError } from '../contract/error.ts';
import { methods } from '../contract/methods.ts';
import { type StaffOrigin, staffMethods } from '../contract/staff-methods.ts';
import type { Handlers, StaffHandlers } from './handlers.ts';
import type { Logger } from './ports.ts';
import type { StaffRoom } from './staff/create-staff-room.ts';

export type { Handlers } from './handlers.ts';

/** What staff's dispatch needs; kioskctl makes one where no kiosk runs, with what the journal alone can answer. */
export interface StaffDispatchable {
  readonly staffHandlers: Partial<StaffHandlers>;
  readonly staffRoom: Pick<StaffRoom, 'record'>;
  readonly logger: Logger;
}

/** What dispatch needs of a kiosk; `createKiosk` and `createFailedKiosk` make one. */
export interface Dispatchable extends StaffDispatchable {
  readonly handlers: Handlers;
  readonly staffRoom: Pick<StaffRoom, 'record' | 'isOpen'>;
}

/** A table of methods with one handler for each row. */
interface Door {
  readonly table: Readonly<Record<string, { readonly params: z.ZodType; readonly result: z.ZodType }>>;
  /** The table pairs each method's params with its handler; the compiler cannot follow that through a variable name. */
  readonly handlers: Readonly<Record<string, ((params: never) => unknown) | undefined>>;
  readonly logger: Logger;
}

/**
 * Answers one request of a page; the staff methods only within a staff session. Never rejects: every failure is a reply the
 * page can show. An `internal` failure carries no detail (it may hold personal data); the logger gets it.
 */
export function dispatch(kiosk: Dispatchable, message: unknown): Promise<Reply> {
  const request = requestSchema.safeParse(message);
  if (!request.success || !Object.hasOwn(staffMethods, request.data.method)) {
    return answer({ table: methods, handlers: kiosk.handlers, logger: kiosk.logger }, message);
  }
  const { id, staffSession } = request.data;
  return staffSession !== undefined && kiosk.staffRoom.isOpen(staffSession)
    ? dispatchStaff(kiosk, message, 'screen')
    : Promise.resolve(refusal(id, 'staff-session-required', 'The staff session is over; enter the PIN again.'));
}

/** The same for the staff methods. Who may call them is decided before, by whoever opens the way. */
export async function dispatchStaff(kiosk: StaffDispatchable, message: unknown, origin: StaffOrigin): Promise<Reply> {
  const reply = await answer({ table: staffMethods, handlers: kiosk.staffHandlers, logger: kiosk.logger }, message);
  const action = auditedMethod(message);
  if (action !== null) {
    kiosk.staffRoom.record({ origin, action, outcome: reply.ok ? 'done' : reply.error.code });
  }
  return reply;
}

/** The name of a staff method whose calls are written into the audit trail; null for any other message. */
function auditedMethod(message: unknown): string | null {
  const method = requestSchema.safeParse(message).data?.method ?? '';
  const row = Object.hasOwn(staffMethods, method) ? staffMethods[method as keyof typeof staffMethods] : null;
  return row !== null && 'audited' in row ? method : null;
}

async function answer(door: Door, message: unknown): Promise<Reply> {
  const request = requestSchema.safeParse(message);
  if (!request.success) {
    return refusal(
      idOf(message),
      'invalid-request',
      'The message is not a request: { id, method, params } is expected.',
    );
  }
  const { id, method } = request.data;
  const row = Object.hasOwn(door.table, method) ? door.table[method] : undefined;
  const handler = Object.hasOwn(door.handlers, method) ? door.handlers[method] : undefined;
  if (row === undefined) {
    return refusal(id, 'unknown-method', `There is no method of the name ${JSON.stringify(method)}.`);
  }
  if (handler === undefined) {
    return refusal(id, 'kiosk-not-running', `Only a running kiosk can answer ${method}; start it first.`);
  }
  const params = row.params.safeParse(request.data.params ?? {});
  if (!params.success) {
    const places = params.error.issues.map((issue) => `${issue.path.join('.') || 'params'}: ${issue.message}`);
    return refusal(id, 'invalid-request', `${method}: ${places.join('; ')}`);
  }
  try {
    // Parsed by the row of this very handler, so the params are what it takes.
    const result = row.result.safeParse(await handler(params.data as never));
    if (!result.success) {
      door.logger.error('A handler answered against the contract', { method, issues: result.error.issues.length });
      return refusal(id, 'invalid-result', `${method} answered in a form the contract does not know.`);
    }
    return { id, ok: true, result: result.data };
  } catch (error) {
    return { id, ok: false, error: failureOf(error, method, door.logger) };
  }
}

/** Maps an error to what may leave the core. */
function failureOf(error: unknown, method: string, logger: Logger): Failure {
  if (error instanceof KioskError) {
    return { code: error.code, message: error.message, retryable: error.retryable };
  }
  logger.error('A method failed unexpectedly', { method, error: error instanceof Error ? error.stack : typeof error });
  return { code: 'internal', message: `${method} failed unexpectedly; the log has the details.`, retryable: false };
}

function refusal(id: number, code: Failure['code'], message: string): Reply {
  return { id, ok: false, error: { code, message, retryable: false } };
}

function idOf(message: unknown): number {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : -1;
}
