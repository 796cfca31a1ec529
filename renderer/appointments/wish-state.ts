/** What has become of a wish that the portal must carry out once: a booking, a change of time, giving back. Plain data. */
import type { AmendAnswer, Appointment, BookAnswer } from '../../main/contract/appointments.ts';
import type { ErrorCode } from '../../main/contract/error.ts';
import type { Unreachable } from '../../main/contract/portal.ts';

export type WishAnswer = BookAnswer | AmendAnswer;

/** The portal, or the core before it, said no: nothing was done. */
export type WishRefusal = Extract<WishAnswer, { outcome: 'full' | 'name-unusable' | 'not-found' | 'settled' }>;

export type WishState =
  | { readonly kind: 'open' }
  /** `isDoubtful`: an earlier answer was lost, so it may be done already. */
  | { readonly kind: 'asking'; readonly isDoubtful: boolean }
  | { readonly kind: 'done'; readonly appointment: Appointment }
  | { readonly kind: 'refused'; readonly refusal: WishRefusal }
  /** The core has forgotten the card. */
  | { readonly kind: 'card-needed'; readonly isDoubtful: boolean }
  /** Nothing was sent, and nothing was sent before. */
  | { readonly kind: 'unreachable'; readonly trouble: Unreachable }
  /** Nobody knows whether it is done. `trouble`: why asking again did not help. */
  | { readonly kind: 'unsure'; readonly trouble: Unreachable | null }
  /** The kiosk's own fault, before anything was sent. */
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export type WishAction =
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered'; readonly answer: WishAnswer }
  | { readonly kind: 'rejected'; readonly code: ErrorCode };

export const openWish: WishState = { kind: 'open' };

/** Errors after which nothing can have been sent; after any other one nobody knows. */
const harmless: ReadonlySet<ErrorCode> = new Set(['not-found', 'invalid-request', 'unknown-method']);

export function wishReducer(state: WishState, action: WishAction): WishState {
  if (action.kind === 'asked') return mayAsk(state) ? { kind: 'asking', isDoubtful: isDoubtful(state) } : state;
  if (state.kind !== 'asking') return state;
  if (action.kind === 'answered') return afterAnswer(state.isDoubtful, action.answer);
  if (state.isDoubtful || !harmless.has(action.code)) return { kind: 'unsure', trouble: null };
  return { kind: 'failed', code: action.code };
}

/** It may be done although nobody has said so. */
export function isDoubtful(state: WishState): boolean {
  return state.kind === 'unsure' || ('isDoubtful' in state && state.isDoubtful);
}

/** Done and refused are final: another try is another wish. */
export function isSettled({ kind }: WishState): boolean {
  return kind === 'done' || kind === 'refused';
}

export function mayAsk(state: WishState): boolean {
  return state.kind !== 'asking' && !isSettled(state);
}

function afterAnswer(wasDoubtful: boolean, answer: WishAnswer): WishState {
  switch (answer.outcome) {
    case 'booked':
    case 'done':
      return { kind: 'done', appointment: answer.appointment };
    case 'card-needed':
      return { kind: 'card-needed', isDoubtful: wasDoubtful };
    case 'unsure':
      return { kind: 'unsure', trouble: null };
    case 'unreachable':
      // That it cannot be asked now says nothing about what was sent before.
      return wasDoubtful ? { kind: 'unsure', trouble: answer } : { kind: 'unreachable', trouble: answer };
    case 'full':
    case 'name-unusable':
    case 'not-found':
    case 'settled':
      break;
  }
  return { kind: 'refused', refusal: answer };
}
