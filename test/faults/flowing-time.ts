/**
 * Time for tests with real sockets and devices: it stands still while anything is on its way and jumps to the next thing that is
 * due once all is at rest, so that three minutes of waiting for paper take a moment and nobody is late because a machine is busy.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScheduleAfter } from '../../main/core/ports.ts';

export interface FlowingTime {
  readonly schedule: ScheduleAfter;
  /** Since the beginning, in milliseconds. */
  readonly elapsedMs: number;
  /** Something moved, so that nothing is at rest yet. */
  stir(): void;
  /** Lets time flow until `isSo`; rejects where it is not within so many milliseconds of this time. */
  until(isSo: () => boolean, mostMs: number): Promise<void>;
  pass(milliseconds: number): Promise<void>;
  /** Nothing that was scheduled happens any more. */
  stop(): void;
}

export interface FlowingTimeOptions {
  /** Real milliseconds without a movement after which all is at rest. Bytes on this machine's own network need hardly any. */
  readonly restMs: number;
  /** Counts what moves where nobody calls `stir`. */
  readonly pulse?: () => number;
}

interface Due {
  readonly dueMs: number;
  readonly order: number;
  readonly action: () => void;
}

export function createFlowingTime({ restMs, pulse = () => 0 }: FlowingTimeOptions): FlowingTime {
  let nowMs = 0;
  let stirred = 0;
  let order = 0;
  let isStopped = false;
  const waiting = new Set<Due>();
  const movement = (): number => stirred + pulse();

  /** Whatever arrived is heard between two looks at the clock, so two quiet ones in a row are needed at least. */
  async function rest(isSo: () => boolean): Promise<void> {
    let before = movement();
    let quietSinceMs = performance.now();
    for (let quiet = 0; quiet < 2 || performance.now() - quietSinceMs < restMs; ) {
      await sleep(1);
      if (isSo()) {
        return;
      }
      const now = movement();
      quiet = now === before ? quiet + 1 : 0;
      quietSinceMs = now === before ? quietSinceMs : performance.now();
      before = now;
    }
  }

  function next(): Due | null {
    const [first] = [...waiting].sort((a, b) => a.dueMs - b.dueMs || a.order - b.order);
    return first ?? null;
  }

  async function flow(isSo: () => boolean, endMs: number): Promise<boolean> {
    for (;;) {
      await rest(isSo);
      if (isSo()) {
        return true;
      }
      const due = next();
      if (due === null || due.dueMs > endMs || isStopped) {
        nowMs = endMs;
        return false;
      }
      nowMs = due.dueMs;
      waiting.delete(due);
      due.action();
    }
  }

  return {
    schedule(delayMs, action) {
      const entry = { dueMs: nowMs + delayMs, order, action };
      order += 1;
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    get elapsedMs() {
      return nowMs;
    },
    stir() {
      stirred += 1;
    },
    async until(isSo, mostMs) {
      if (!(await flow(isSo, nowMs + mostMs))) {
        throw new Error(`it is not so after ${mostMs} ms: ${isSo.toString()}`);
      }
    },
    async pass(milliseconds) {
      await flow(() => false, nowMs + milliseconds);
    },
    stop() {
      isStopped = true;
      waiting.clear();
    },
  };
}
