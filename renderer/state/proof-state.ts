/** Proving that a dossier is one's own, as plain data: by the card, or by a code the portal sends. */
import type { CodeAnswer, ProveAnswer } from '../../main/contract/dossiers.ts';

/** Digits of a one-time code. */
export const codeDigits = 6;

export type ProofTrouble =
  | Exclude<ProveAnswer, { outcome: 'shown' }>
  | Exclude<CodeAnswer, { outcome: 'sent' }>
  /** A health insurance card was read, which proves nothing here. */
  | { readonly outcome: 'wrong-card' }
  /** The kiosk's own fault, with a code for staff. */
  | { readonly outcome: 'failed'; readonly code: string };

export interface ProofState {
  readonly way: 'card' | 'code';
  readonly asking: 'nothing' | 'proof' | 'code';
  /** A code was sent; or nothing was and nobody is told. */
  readonly isSent: boolean;
  readonly digits: string;
  readonly trouble: ProofTrouble | null;
}

export type ProofAction =
  | { readonly kind: 'choose'; readonly way: ProofState['way'] }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'backspace' }
  | { readonly kind: 'ask'; readonly what: 'proof' | 'code' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'trouble'; readonly trouble: ProofTrouble }
  /** The pause is over. */
  | { readonly kind: 'pause-over' };

export const noProof: ProofState = { way: 'card', asking: 'nothing', isSent: false, digits: '', trouble: null };

/** Nothing is taken while the core checks or pauses. */
export function takesProof({ asking, trouble }: ProofState): boolean {
  return asking === 'nothing' && trouble?.outcome !== 'paused';
}

export function isCodeWhole(state: ProofState): boolean {
  return takesProof(state) && state.digits.length === codeDigits;
}

export function proofReducer(state: ProofState, action: ProofAction): ProofState {
  switch (action.kind) {
    case 'choose':
      return takesProof(state) ? { ...state, way: action.way, digits: '', trouble: null } : state;
    case 'digit':
      if (!takesProof(state) || state.digits.length >= codeDigits || !/^\d$/u.test(action.digit)) return state;
      // What was said to the last code makes room for the next.
      return { ...state, digits: state.digits + action.digit, trouble: null };
    case 'backspace':
      return takesProof(state) ? { ...state, digits: state.digits.slice(0, -1) } : state;
    case 'ask':
      return takesProof(state) ? { ...state, asking: action.what, digits: '', trouble: null } : state;
    case 'sent':
      return { ...state, asking: 'nothing', way: 'code', isSent: true };
    case 'trouble':
      return { ...state, asking: 'nothing', digits: '', trouble: action.trouble };
    case 'pause-over':
      break;
  }
  return state.trouble?.outcome === 'paused' ? { ...state, trouble: null } : state;
}
