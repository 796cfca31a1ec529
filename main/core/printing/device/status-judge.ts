/** Decides what of a printer's words is believed: one that once talked nonsense must say the same twice in good order. */
import { type PrinterCondition, unknownCondition } from './printer-condition.ts';

export interface StatusJudge {
  /** A round of questions that was answered in good order. Returns what is believed now. */
  heard(condition: PrinterCondition): PrinterCondition;
  /** The printer told of a change unasked; null where it is not believed, and must be asked. */
  told(condition: PrinterCondition): PrinterCondition | null;
  /** Noise, a missing or a contradictory answer: nothing is believed until two rounds in a row agree. */
  doubt(): PrinterCondition;
  /** A new connection: the first round is believed, what the printer tells unasked is not before it. */
  begin(): void;
  /** Whether anything is believed. */
  readonly hasBelief: boolean;
  /** Whether a round is to be confirmed by a second one. */
  readonly awaitsSecond: boolean;
}

export function createStatusJudge(): StatusJudge {
  let believed: PrinterCondition | null = null;
  let doubtful = false;
  let once: PrinterCondition | null = null;
  return {
    heard(condition) {
      if (doubtful && (once === null || !isSame(once, condition))) {
        once = condition;
        return unknownCondition;
      }
      doubtful = false;
      once = null;
      believed = condition;
      return condition;
    },
    told(condition) {
      if (doubtful || believed === null) {
        return null;
      }
      believed = condition;
      return condition;
    },
    doubt() {
      doubtful = true;
      once = null;
      believed = null;
      return unknownCondition;
    },
    begin() {
      doubtful = false;
      once = null;
      believed = null;
    },
    get hasBelief() {
      return believed !== null;
    },
    get awaitsSecond() {
      return once !== null;
    },
  };
}

function isSame(one: PrinterCondition, other: PrinterCondition): boolean {
  return one.state === other.state && one.paperNearEnd === other.paperNearEnd;
}
