/** A refusal as the API words it (RFC 9457 with a code); thrown anywhere in the portal and answered in one place. */
import type { z } from 'zod';
import type { problemSchema, WireAppointment } from '../../main/core/portal/portal-schemas.ts';

export type ProblemCode = z.infer<typeof problemSchema>['code'];

const refusals = {
  'not-found': [404, 'There is nothing by this code.'],
  unauthorised: [401, 'This kiosk and this key do not belong together.'],
  'invalid-request': [400, 'The request is not in the form of the API.'],
  'proof-refused': [403, 'Code and proof do not belong together.'],
  paused: [429, 'Too many tries for this dossier.'],
  'rate-limited': [429, 'Too many requests.'],
  'not-offered': [404, 'No appointments are given for this procedure.'],
  'slot-full': [409, 'This time is taken or not offered.'],
  'too-early': [409, 'The appointment cannot be checked in yet.'],
  'too-late': [409, 'The appointment can no longer be checked in.'],
  'other-day': [409, 'The appointment is on another day.'],
  settled: [409, 'Checked in, given back or missed already.'],
  'key-reused': [409, 'This idempotency key came with another wish before.'],
} as const satisfies Readonly<Record<ProblemCode, readonly [status: number, title: string]>>;

export interface ProblemDetails {
  /** Instead of the code's own. */
  readonly status?: 404 | 405 | 413 | 415;
  readonly title?: string;
  /** For 429; whole seconds are told, at least one. */
  readonly retryAfterMs?: number;
  readonly appointment?: WireAppointment;
}

export class PortalProblem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.name = 'PortalProblem';
    this.code = code;
    this.details = details;
  }

  toResponse(): Response {
    const [usualStatus, usualTitle] = refusals[this.code];
    const { status = usualStatus, title = usualTitle, retryAfterMs, appointment } = this.details;
    const body = { code: this.code, title, status, ...(appointment === undefined ? {} : { appointment }) };
    return new Response(JSON.stringify(body), {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
        ...(retryAfterMs === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1_000))) }),
      },
    });
  }
}
