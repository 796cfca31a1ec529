/** Keeps one answer of the core fresh: asks at once, every few seconds, and soon after news; one asking at a time. */

import type { Answer } from '../hooks/use-answer.ts';
import { toKioskError } from '../hooks/use-answer.ts';

export interface Asked<T> {
  /** What was answered last stays until the next answer is there. */
  readonly answer: Answer<T>;
  /** When it was answered, UTC epoch: what spans of time are reckoned to. */
  readonly nowMs: number;
}

export interface StaffAsker<T> {
  readonly state: () => Asked<T>;
  /** Calls back on each change; returns what ends it. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Asks now; where an asking is under way, once more when it is answered, for it may be older than what was just done. */
  readonly refresh: () => void;
  /** Begins to ask; returns what ends it, whatever is still under way. */
  readonly start: () => () => void;
}

interface StaffAskerOptions<T> {
  readonly ask: () => Promise<T>;
  readonly nowMs: () => number;
  /** Runs the callback later and returns what cancels it. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
}

const everyMs = 5_000;

export function createStaffAsker<T>({ ask, nowMs, schedule }: StaffAskerOptions<T>): StaffAsker<T> {
  const observers = new Set<() => void>();
  let state: Asked<T> = { answer: { kind: 'waiting' }, nowMs: nowMs() };
  let isRunning = false;
  let isAsking = false;
  let isStale = false;
  let cancelNext: (() => void) | null = null;

  const settle = async (): Promise<Answer<T>> => {
    try {
      return { kind: 'ready', value: await ask() };
    } catch (cause) {
      return { kind: 'failed', error: toKioskError(cause), retry: refresh };
    }
  };

  const refresh = (): void => {
    isStale = true;
    if (isRunning && !isAsking) void askWhileStale();
  };

  const askWhileStale = async (): Promise<void> => {
    cancelNext?.();
    cancelNext = null;
    isAsking = true;
    isStale = false;
    const answer = await settle();
    isAsking = false;
    if (!isRunning) return;
    state = { answer, nowMs: nowMs() };
    for (const observer of observers) observer();
    if (isStale) await askWhileStale();
    else cancelNext = schedule(refresh, everyMs);
  };

  return {
    state: () => state,
    refresh,
    subscribe(onChange) {
      observers.add(onChange);
      return () => void observers.delete(onChange);
    },
    start() {
      isRunning = true;
      refresh();
      return () => {
        isRunning = false;
        cancelNext?.();
        cancelNext = null;
      };
    },
  };
}
