/** How the printer is, as far as it is believed: takes what was asked and what it told unasked, and says when that changes. */
import type { PrinterState, PrinterStatus } from '../../../contract/kiosk.ts';
import type { Clock, PrinterProfile, ScheduleAfter } from '../../ports.ts';
import { type PrinterCondition, unknownCondition } from './printer-condition.ts';
import type { PrinterTalk, StatusRound } from './printer-talk.ts';
import { createStatusJudge } from './status-judge.ts';

export interface StatusWatchOptions {
  readonly profile: PrinterProfile;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  /** Before anything is known. */
  readonly atFirst: PrinterState;
  readonly onStatus: (status: PrinterStatus) => void;
}

export interface StatusWatch {
  readonly status: PrinterStatus;
  /** Whether a round is to be confirmed by a second one. */
  readonly awaitsSecond: boolean;
  onState(listener: (state: PrinterState) => void): () => void;
  /** A new connection: what was believed has to be heard anew. */
  begin(): void;
  /** What is known without the printer's word, e.g. that it is unreachable. */
  report(condition: PrinterCondition): void;
  doubt(): void;
  /** Told unasked; null: in a form that contradicts itself. */
  hearChange(condition: PrinterCondition | null): void;
  /** Asks; nothing is believed or told yet. */
  ask(talk: PrinterTalk, limitMs: number): Promise<StatusRound>;
  /** True where the round was answered in good order. */
  hearRound(round: StatusRound): boolean;
  /** Nothing is told any more. */
  close(): void;
}

/** Before the first answers of a connection are believed: whoever sends more than was asked for is not understood. */
const quietMs = 50;

export function createStatusWatch({ profile, clock, schedule, atFirst, onStatus }: StatusWatchOptions): StatusWatch {
  const judge = createStatusJudge();
  const listeners = new Set<(state: PrinterState) => void>();
  let status: PrinterStatus = { ...unknownCondition, state: atFirst, sinceMs: clock.nowMs() };
  let isClosed = false;

  function report(condition: PrinterCondition): void {
    if (isClosed || (condition.state === status.state && condition.paperNearEnd === status.paperNearEnd)) {
      return;
    }
    const isOther = condition.state !== status.state;
    status = { ...condition, sinceMs: isOther ? clock.nowMs() : status.sinceMs };
    onStatus(status);
    if (isOther) {
      for (const listener of Array.from(listeners)) {
        listener(status.state);
      }
    }
  }

  /** A sensor that is not there says anything. */
  const seen = (condition: PrinterCondition): PrinterCondition =>
    profile.nearEndSensor ? condition : { ...condition, paperNearEnd: false };

  /** A printer that changes while it is asked contradicts itself; it is asked again. */
  async function ask(talk: PrinterTalk, limitMs: number): Promise<StatusRound> {
    let round = await talk.ask(limitMs);
    for (let again = 0; again < 2 && round.kind === 'torn'; again += 1) {
      round = await talk.ask(limitMs);
    }
    if (round.kind === 'clean' && !judge.hasBelief) {
      const noiseBefore = talk.noiseCount;
      const quiet = Promise.withResolvers<void>();
      schedule(quietMs, quiet.resolve);
      await quiet.promise;
      return talk.noiseCount === noiseBefore ? round : { kind: 'garbled' };
    }
    return round;
  }

  return {
    get status() {
      return status;
    },
    get awaitsSecond() {
      return judge.awaitsSecond;
    },
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: () => judge.begin(),
    report,
    doubt: () => report(judge.doubt()),
    hearChange(condition) {
      const believed = condition === null ? null : judge.told(seen(condition));
      if (believed !== null) {
        report(believed);
      }
    },
    ask,
    hearRound(round) {
      if (round.kind === 'clean') {
        report(judge.heard(seen(round.condition)));
        return true;
      }
      if (round.kind !== 'gone') {
        report(judge.doubt());
      }
      return false;
    },
    close: () => {
      isClosed = true;
    },
  };
}
