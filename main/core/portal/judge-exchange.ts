/** What one exchange came to: an answer to the question, or trouble and what to make of it. */

import type { PortalFetchError, PortalResponse } from '../ports.ts';
import { retryAfterMs } from '../retry-after.ts';
import type { PortalTrouble } from './portal-client.ts';
import type { PortalQuestion } from './portal-question.ts';
import { readAnswer } from './read-answer.ts';

export type Judgement<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | {
      readonly kind: 'trouble';
      readonly reason: PortalTrouble['reason'];
      /** For staff. */
      readonly detail: string;
      /** A write may have been carried out. */
      readonly unsure: boolean;
      /** How long the portal asks to be left alone. */
      readonly waitMs: number | null;
      /** Asking the same again may help. */
      readonly isPassing: boolean;
      /** The portal is well; it is this question it does not take. */
      readonly isAlive: boolean;
    };

const reasons = {
  offline: 'offline',
  slow: 'slow',
  certificate: 'offline',
  'too-large': 'failing',
  unreadable: 'failing',
} as const;

export function judgeFailure<T>(error: PortalFetchError): Judgement<T> {
  return {
    kind: 'trouble',
    reason: reasons[error.reason],
    detail: error.message,
    unsure: error.mayHaveArrived,
    waitMs: null,
    isPassing: error.reason === 'offline' || error.reason === 'slow',
    isAlive: false,
  };
}

export function judgeResponse<T>(question: PortalQuestion<T>, response: PortalResponse, nowMs: number): Judgement<T> {
  const { status } = response;
  const waitMs = retryAfterMs(response, nowMs);
  const answer = readAnswer(response);
  const understood =
    answer.kind === 'success'
      ? question.understand(answer.body)
      : answer.kind === 'problem'
        ? question.understandProblem(answer.problem, waitMs)
        : null;
  if (understood !== null) {
    return { kind: 'answer', value: understood.value };
  }
  const isServerError = status >= 500;
  // Of these statuses everybody knows that nothing was done; of others only where the portal itself said so.
  const isRefused = answer.kind === 'problem' || status === 401 || status === 403 || status === 429;
  const shared = { kind: 'trouble', waitMs: null, unsure: isServerError || !isRefused, isAlive: false } as const;
  if (status === 429 || (status === 503 && waitMs !== null)) {
    return { ...shared, reason: 'busy', detail: `it asks to wait (${status})`, waitMs, isPassing: true, isAlive: true };
  }
  if (status === 401 || status === 403) {
    const detail = `it does not take this kiosk's key (${status}); check portal.kioskId and portal.keyFile`;
    return { ...shared, reason: 'failing', detail, isPassing: false };
  }
  if (answer.kind === 'problem') {
    const detail = `it does not take the question (${status} ${answer.problem.code})`;
    return { ...shared, reason: 'failing', detail, isPassing: isServerError, isAlive: !isServerError };
  }
  const detail =
    answer.kind === 'unreadable' ? answer.words : `an answer of a form this kiosk does not know (${status})`;
  return { ...shared, reason: 'failing', detail, isPassing: isServerError };
}
