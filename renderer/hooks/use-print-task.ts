/** A slip's task as a screen shows it: followed while the screen is looked at, let go when the citizen goes on. */
import { useEffect, useSyncExternalStore } from 'react';
import type { PrintTask } from '../printing/print-task.ts';
import { useScanHold } from '../scanning/use-scan-hold.ts';
import { isPrintBusy, type PrintState } from '../state/print-state.ts';
import { useKiosk } from './kiosk-context.ts';

/** While paper may come out the kiosk does not ask whether anybody is there; while the printer waits for a hand it does. */
export function usePrintTask(task: PrintTask): PrintState {
  const { setBusy } = useKiosk();
  const state = useSyncExternalStore(task.subscribe, task.state);
  const isBusy = isPrintBusy(state);
  // To leave would call the slip off, or leave the question open whether it came out.
  useScanHold(isBusy || state.kind === 'paused' || state.kind === 'unknown');

  useEffect(() => {
    task.enter();
    return () => task.leave();
  }, [task]);

  useEffect(() => {
    setBusy(isBusy);
    return () => setBusy(false);
  }, [isBusy, setBusy]);

  return state;
}
