/**
 * The hidden way to the staff screen: hold the office's emblem for three seconds, then tap the upper right corner of the screen
 * within five. Nobody does both by chance; anything else in between begins anew.
 */

export type TouchPlace = 'emblem' | 'corner' | 'elsewhere';

export type StaffTouch =
  | { readonly kind: 'down'; readonly place: TouchPlace; readonly atMs: number }
  | { readonly kind: 'up'; readonly place: TouchPlace; readonly atMs: number }
  /** The finger wandered off, a second one came, or the system took the touch. */
  | { readonly kind: 'lost' };

export type GestureState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'holding'; readonly sinceMs: number }
  | { readonly kind: 'held'; readonly atMs: number }
  | { readonly kind: 'tapping' }
  | { readonly kind: 'done' };

/** The emblem is held at least so long, in milliseconds. */
export const holdMs = 3_000;
/** The corner is tapped at most so long afterwards, in milliseconds. */
export const tapWithinMs = 5_000;

export const noGesture: GestureState = { kind: 'nothing' };

export function staffGestureReducer(state: GestureState, touch: StaffTouch): GestureState {
  if (touch.kind === 'lost') return noGesture;
  if (touch.kind === 'down') {
    if (touch.place === 'emblem') return { kind: 'holding', sinceMs: touch.atMs };
    const isInTime = state.kind === 'held' && touch.atMs - state.atMs <= tapWithinMs;
    return touch.place === 'corner' && isInTime ? { kind: 'tapping' } : noGesture;
  }
  if (state.kind === 'holding' && touch.place === 'emblem' && touch.atMs - state.sinceMs >= holdMs) {
    return { kind: 'held', atMs: touch.atMs };
  }
  return state.kind === 'tapping' && touch.place === 'corner' ? { kind: 'done' } : noGesture;
}

/** Side of the square in the upper right corner, in pixels; some 45 mm. */
const cornerPx = 160;

/** `isEmblem`: what was touched is the emblem. */
export function placeOf(x: number, y: number, windowWidth: number, isEmblem: boolean): TouchPlace {
  if (isEmblem) return 'emblem';
  return x >= windowWidth - cornerPx && y <= cornerPx ? 'corner' : 'elsewhere';
}
