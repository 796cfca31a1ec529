/** A wish as a screen shows it: nothing takes the citizen away while it is on its way or in doubt. */
import { useEffect, useSyncExternalStore } from 'react';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useScanHold } from '../scanning/use-scan-hold.ts';
import { isDoubtful, type WishAnswer, type WishState } from './wish-state.ts';

export interface Wish {
  readonly state: WishState;
  /** `send` carries the wish's key, so that repeating it is harmless. */
  readonly ask: (send: () => Promise<WishAnswer>) => void;
}

export function useWish(key: string): Wish {
  const { wishes, setBusy } = useKiosk();
  const task = wishes.of(key);
  const state = useSyncExternalStore(task.subscribe, task.state);
  const isAsking = state.kind === 'asking';
  useScanHold(isAsking || isDoubtful(state));

  useEffect(() => {
    setBusy(isAsking);
    return () => setBusy(false);
  }, [isAsking, setBusy]);

  return { state, ask: (send) => task.ask(send) };
}
