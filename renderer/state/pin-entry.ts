/** What is typed at the PIN pad and what the core said to it, as plain data. The PIN leaves with the question and is gone. */
import type { StaffEntry } from '../../main/contract/staff-session.ts';

/** Digits of a PIN, as `kioskctl staff set-pin` takes them. */
export const shortestPin = 6;
export const longestPin = 12;

export type PinRefusal =
  | Exclude<StaffEntry, { outcome: 'open' }>
  /** The kiosk's own fault, with a code. */
  | { readonly outcome: 'failed'; readonly code: string };

export interface PinEntry {
  readonly digits: string;
  readonly isChecking: boolean;
  readonly refusal: PinRefusal | null;
}

export type PinAction =
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'backspace' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly refusal: PinRefusal }
  /** The pause is over. */
  | { readonly kind: 'pause-over' };

export const emptyEntry: PinEntry = { digits: '', isChecking: false, refusal: null };

/** No key is taken while the core checks, pauses, or has no PIN to check against. */
export function takesKeys({ isChecking, refusal }: PinEntry): boolean {
  return !isChecking && refusal?.outcome !== 'paused' && refusal?.outcome !== 'not-set';
}

export function isSendable(entry: PinEntry): boolean {
  return takesKeys(entry) && entry.digits.length >= shortestPin;
}

export function pinEntryReducer(entry: PinEntry, action: PinAction): PinEntry {
  switch (action.kind) {
    case 'digit':
      if (!takesKeys(entry) || entry.digits.length >= longestPin || !/^\d$/u.test(action.digit)) return entry;
      // What was said to the last PIN makes room for the next.
      return { ...entry, digits: entry.digits + action.digit, refusal: null };
    case 'backspace':
      return takesKeys(entry) ? { ...entry, digits: entry.digits.slice(0, -1) } : entry;
    case 'sent':
      return { digits: '', isChecking: true, refusal: null };
    case 'refused':
      return { digits: '', isChecking: false, refusal: action.refusal };
    case 'pause-over':
      break;
  }
  return entry.refusal?.outcome === 'paused' ? emptyEntry : entry;
}
