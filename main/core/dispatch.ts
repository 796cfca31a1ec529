/** The only door into the core: every shell and kioskctl call a kiosk through `dispatch`. */
import { type Failure, type Reply, requestSchema } from '../contract/envelope.ts';
import { KioskError } from '../contract/error.ts';
import { type MethodName, methods } from '../contract/methods.ts';
import type { Handlers } from './handlers.ts';
import type { Logger } from './ports.ts';

export type { Handlers } from './handlers.ts';

/** What dispatch needs of a kiosk; `createKiosk` and `failedKiosk` make one. */
export interface Dispatchable {
  readonly handlers: Handlers;
  readonly logger: Logger;
}

/**
 * Answers one request. Never rejects: every failure is a reply the page can show.
 * An `internal` failure carries no detail (it may hold personal data); the logger gets it.
 */
export async function dispatch(kiosk: Dispatchable, message: unknown): Promise<Reply> {
  const request = requestSchema.safeParse(message);
  if (!request.success) {
    return refusal(
      idOf(message),
      'invalid-request',
      'The message is not a request: { id, method, params } is expected.',
    );
  }
  const { id, method } = request.data;
  if (!isMethodName(method)) {
    return refusal(id, 'unknown-method', `There is no method of the name ${JSON.stringify(method)}.`);
  }
  return answer(kiosk, id, method, request.data.params ?? {});
}

async function answer(kiosk: Dispatchable, id: number, method: MethodName, rawParams: unknown): Promise<Reply> {
  const params = methods[method].params.safeParse(rawParams);
  if (!params.success) {
    const places = params.error.issues.map((issue) => `${issue.path.join('.') || 'params'}: ${issue.message}`);
    return refusal(id, 'invalid-request', `${method}: ${places.join('; ')}`);
  }
  try {
    // The table pairs each method's params with its handler; the compiler cannot follow that pairing through a variable name.
    const handler = kiosk.handlers[method] as (params: unknown) => unknown;
    const result = methods[method].result.safeParse(await handler(params.data));
    if (!result.success) {
      kiosk.logger.error('A handler answered against the contract', { method, issues: result.error.issues.length });
      return refusal(id, 'invalid-result', `${method} answered in a form the contract does not know.`);
    }
    return { id, ok: true, result: result.data };
  } catch (error) {
    return { id, ok: false, error: failureOf(error, method, kiosk.logger) };
  }
}

/** Maps an error to what may leave the core. */
function failureOf(error: unknown, method: MethodName, logger: Logger): Failure {
  if (error instanceof KioskError) {
    return { code: error.code, message: error.message, retryable: error.retryable };
  }
  logger.error('A method failed unexpectedly', { method, error: error instanceof Error ? error.stack : typeof error });
  return { code: 'internal', message: `${method} failed unexpectedly; the log has the details.`, retryable: false };
}

function refusal(id: number, code: Failure['code'], message: string): Reply {
  return { id, ok: false, error: { code, message, retryable: false } };
}

function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

function idOf(message: unknown): number {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : -1;
}
