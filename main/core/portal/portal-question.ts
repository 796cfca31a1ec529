/** A question to the portal as data: what is sent, and what each answer means. */
import type { PortalRequest } from '../ports.ts';
import type { Problem } from './read-answer.ts';

export interface PortalQuestion<T> {
  /** For the log; says nothing of whom or what it is about. */
  readonly name: string;
  readonly method: PortalRequest['method'];
  /** Under the configured address. */
  readonly path: string;
  /** Sent as JSON; null for none. */
  readonly body: unknown;
  /** Sent along so that a repeated question counts once; null for none. */
  readonly idempotencyKey: string | null;
  /** `read`: may be asked again by itself. */
  readonly kind: 'read' | 'write';
  /** In all, tries and waits between them included. */
  readonly deadlineMs: number;
  /** What a body of 2xx means; null where it is not of the form that was asked for. */
  readonly understand: (body: unknown) => { readonly value: T } | null;
  /** What a problem means that is an answer to this question; null where it is trouble. */
  readonly understandProblem: (problem: Problem, retryAfterMs: number | null) => { readonly value: T } | null;
}
