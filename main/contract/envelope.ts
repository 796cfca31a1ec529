/** The three kinds of message that cross every transport, as JSON text. */
import { z } from 'zod';
import { errorCodes } from './error.ts';

/** Longest request text a host accepts, in UTF-16 units; longer ones are answered with `invalid-request`. */
export const maximumRequestLength = 64 * 1024;

export const requestSchema = z.strictObject({
  id: z.int().nonnegative(),
  method: z.string().max(100),
  params: z.unknown().optional(),
  /** Opens the staff methods to a page; see `staff.enter`. */
  staffSession: z.string().max(64).optional(),
});

export const failureSchema = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  retryable: z.boolean(),
});
export type Failure = z.infer<typeof failureSchema>;

/** `id` repeats the request's; it is -1 when the request could not be read at all. */
export const replySchema = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.int().min(-1), ok: z.literal(true), result: z.unknown() }),
  z.strictObject({ id: z.int().min(-1), ok: z.literal(false), error: failureSchema }),
]);
export type Reply = z.infer<typeof replySchema>;

export const pushSchema = z.strictObject({ event: z.string(), payload: z.unknown() });
export type Push = z.infer<typeof pushSchema>;
