/** Watches touches and the mouse for the hidden way to the staff screen; takes none of them away from what was touched. */
import { useEffect, useEffectEvent } from 'react';
import { noGesture, placeOf, type StaffTouch, staffGestureReducer } from '../state/staff-gesture.ts';

export function useStaffGesture(onDone: () => void): void {
  const tell = useEffectEvent(onDone);
  useEffect(() => {
    let state = noGesture;
    const take = (touch: StaffTouch) => {
      state = staffGestureReducer(state, touch);
      if (state.kind !== 'done') return;
      state = noGesture;
      tell();
    };
    const press = (kind: 'down' | 'up') => (event: PointerEvent) => {
      const { clientX, clientY, isPrimary, timeStamp } = event;
      // While a finger is down its events keep the first target, so what lies under it is looked up.
      const touched = document.elementFromPoint(clientX, clientY);
      const isEmblem = touched?.closest('[data-emblem]') instanceof Element;
      const place = placeOf(clientX, clientY, window.innerWidth, isEmblem);
      take(isPrimary ? { kind, place, atMs: timeStamp } : { kind: 'lost' });
    };
    const [down, up, lose] = [press('down'), press('up'), () => take({ kind: 'lost' })];
    window.addEventListener('pointerdown', down, { capture: true });
    window.addEventListener('pointerup', up, { capture: true });
    window.addEventListener('pointercancel', lose, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', down, { capture: true });
      window.removeEventListener('pointerup', up, { capture: true });
      window.removeEventListener('pointercancel', lose, { capture: true });
    };
  }, []);
}
