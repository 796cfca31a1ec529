/** What has become of the slip, as plain data. */
import type { PrintOutcome } from '../../main/contract/methods.ts';

export type FailureReason = Extract<PrintOutcome, { outcome: 'failed' }>['reason'];

export type PrintState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'printing' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  /** A slip may have come out; it is never sent again by itself. */
  | { readonly kind: 'unknown' };

export type PrintAction =
  | { readonly kind: 'pressed' }
  | { readonly kind: 'answered'; readonly outcome: Exclude<PrintOutcome, { outcome: 'printed' }> }
  /** The answer never came. */
  | { readonly kind: 'lost' };

export function printReducer(_state: PrintState, action: PrintAction): PrintState {
  if (action.kind === 'pressed') return { kind: 'printing' };
  if (action.kind === 'answered' && action.outcome.outcome === 'failed') {
    return { kind: 'failed', reason: action.outcome.reason };
  }
  return { kind: 'unknown' };
}
