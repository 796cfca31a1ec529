/** The page's whole state as plain data: where the citizen is, how they came there, and how they like to read. */
import type { Language } from '../../main/contract/kiosk.ts';
import { stepOf } from '../appointments/booking-steps.ts';
import type { Screen } from './screen.ts';

export const textSizes = ['normal', 'large', 'very-large'] as const;
export type TextSize = (typeof textSizes)[number];

export interface KioskState {
  /** Counts citizens; whatever is keyed by it is thrown away when one leaves. */
  readonly sessionNumber: number;
  readonly language: Language;
  readonly textSize: TextSize;
  /** Where `back` leads; the last is the screen before the present one. */
  readonly past: readonly Screen[];
  readonly screen: Screen;
}

export type KioskAction =
  | { readonly kind: 'open'; readonly screen: Screen }
  /** Replaces the present screen's data (typed words, a chosen case) without a step in the history. */
  | { readonly kind: 'amend'; readonly screen: Screen }
  /** In place of the present screen, whatever its kind. */
  | { readonly kind: 'replace'; readonly screen: Screen }
  /** Back to the nearest step of this very kind, with these data; in place of the present screen where there is none. */
  | { readonly kind: 'return'; readonly screen: Screen }
  /** What was begun is done: its steps are no place to go back to, and what was filled in there is forgotten. */
  | { readonly kind: 'conclude'; readonly screen: Screen }
  | { readonly kind: 'back' }
  | { readonly kind: 'home' }
  | { readonly kind: 'choose-language'; readonly language: Language }
  | { readonly kind: 'choose-text-size'; readonly textSize: TextSize }
  /** The citizen is gone, and everything of theirs. */
  | { readonly kind: 'end'; readonly language: Language };

/** Steps kept for `back`; a longer walk forgets its beginning. */
const longestPast = 50;

export function initialState(language: Language): KioskState {
  return { sessionNumber: 1, language, textSize: 'normal', past: [], screen: { kind: 'welcome' } };
}

function isSameStep(first: Screen, second: Screen): boolean {
  if (first.kind !== 'book' || second.kind !== 'book') return first.kind === second.kind;
  return stepOf(first).at === stepOf(second).at;
}

export function kioskReducer(state: KioskState, action: KioskAction): KioskState {
  switch (action.kind) {
    case 'open': {
      // The welcome screen is no place to go back to: leaving is ending.
      const past = state.screen.kind === 'welcome' ? [] : [...state.past, state.screen].slice(-longestPast);
      return { ...state, past, screen: action.screen };
    }
    case 'amend':
      // An answer that comes late must not overwrite another screen.
      return action.screen.kind === state.screen.kind ? { ...state, screen: action.screen } : state;
    case 'replace':
      return { ...state, screen: action.screen };
    case 'return': {
      const at = state.past.findLastIndex((screen) => isSameStep(screen, action.screen));
      return { ...state, past: at < 0 ? state.past : state.past.slice(0, at), screen: action.screen };
    }
    case 'conclude': {
      const before = state.past.filter(({ kind }) => kind !== 'book');
      const last = before.findLastIndex(({ kind }) => kind !== action.screen.kind);
      return { ...state, past: before.slice(0, last + 1), screen: action.screen };
    }
    case 'back': {
      const previous = state.past.at(-1);
      return previous === undefined
        ? { ...state, screen: { kind: 'home' } }
        : { ...state, past: state.past.slice(0, -1), screen: previous };
    }
    case 'home':
      return { ...state, past: [], screen: { kind: 'home' } };
    case 'choose-language':
      return { ...state, language: action.language };
    case 'choose-text-size':
      return { ...state, textSize: action.textSize };
    case 'end':
      break;
  }
  return { ...initialState(action.language), sessionNumber: state.sessionNumber + 1 };
}
