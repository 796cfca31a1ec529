/** The printer's way back to its host: may be mute, late or mad. */
import type { ScheduleAfter } from '../../main/core/ports.ts';
import type { PrinterState } from './printer-state.ts';

/** What an answer is handed to; nothing comes of it where that end is gone by then. */
export interface Listener {
  send(bytes: Uint8Array): void;
}

export interface AnswerLine {
  say(bytes: Uint8Array, to: Listener | null): void;
  /** Drops what is still on its way. */
  drop(): void;
}

export interface AnswerLineOptions {
  readonly state: () => PrinterState;
  readonly schedule: ScheduleAfter;
  /** Of the random answers: the same seed says the same. */
  readonly seed: number;
}

export function createAnswerLine({ state, schedule, seed }: AnswerLineOptions): AnswerLine {
  const random = createRandom(seed);
  const late: { readonly bytes: Uint8Array; readonly to: Listener }[] = [];
  const timers = new Set<() => void>();

  function sayLate(delayMs: number): void {
    const callOff = schedule(delayMs, () => {
      timers.delete(callOff);
      // Always the oldest: an answer never overtakes one before, whatever the delay was then.
      const next = late.shift();
      next?.to.send(next.bytes);
    });
    timers.add(callOff);
  }

  return {
    say(bytes, to) {
      const { answers, reads, garbage, answerDelayMs } = state();
      if (!answers || !reads || to === null) {
        return;
      }
      const said = garbage ? Uint8Array.from({ length: 1 + Math.floor(random() * 8) }, () => random() * 256) : bytes;
      if (answerDelayMs === 0 && late.length === 0) {
        to.send(said);
      } else {
        late.push({ bytes: said, to });
        sayLate(answerDelayMs);
      }
    },
    drop() {
      late.length = 0;
      for (const callOff of timers) {
        callOff();
      }
      timers.clear();
    },
  };
}

/** Mulberry32: small, even and the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
