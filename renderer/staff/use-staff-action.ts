/** A button that does something: one press at a time, then what became of it in words. */
import { useEffect, useRef, useState } from 'react';
import type { KioskError } from '../../main/contract/error.ts';
import { toKioskError } from '../hooks/use-answer.ts';

export interface ActionReport {
  readonly tone: 'green' | 'gold' | 'red';
  readonly words: string;
}

interface StaffAction {
  readonly isBusy: boolean;
  /** Of the last press; null before any and while one is under way. */
  readonly report: ActionReport | null;
  readonly run: (action: () => Promise<ActionReport>) => void;
}

export function useStaffAction(failureWords: (error: KioskError) => string, onSettled: () => void): StaffAction {
  const [isBusy, setBusy] = useState(false);
  const [report, setReport] = useState<ActionReport | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const settle = async (action: () => Promise<ActionReport>) => {
    setBusy(true);
    setReport(null);
    let next: ActionReport;
    try {
      next = await action();
    } catch (cause) {
      next = { tone: 'red', words: failureWords(toKioskError(cause)) };
    }
    if (!isHere.current) return;
    setBusy(false);
    setReport(next);
    onSettled();
  };

  return {
    isBusy,
    report,
    run(action) {
      if (!isBusy) void settle(action);
    },
  };
}
