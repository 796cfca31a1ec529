/** Which numbers of a day were given, asked of both who know: the journal and the record beside it. Either may have been lost. */
import { readdirSync } from 'node:fs';
import { officeDate } from '../office-date.ts';
import type { Logger } from '../ports.ts';
import type { Journal } from './journal.ts';
import { type DayNumbers, mostRecordedDays, type NumberRecord } from './number-record.ts';
import { setAsideTimes } from './set-aside.ts';
import { adoptNumbers, selectDay, selectDays } from './ticket-rows.ts';

/** Numbers one prefix may have a day; see `numberBaseOf`. Twenty times what a commune gives to all its visitors. */
export const mostNumbersADay = 9_999;
/** So that no number has more than five digits. */
const highestBase = 90_000;

export interface KnownNumbers {
  /** Null where nobody can tell. */
  on(day: string): DayNumbers | null;
  /**
   * For the start: each takes over what only the other knows, and where both were lost it is written down that today's numbers
   * are. Where the disk does not let it, `on` still joins both.
   */
  reconcile(today: string): void;
}

export interface KnownNumbersOptions {
  readonly journal: Pick<Journal, 'read' | 'write'>;
  readonly record: NumberRecord;
  readonly dataFolder: string;
  readonly logger: Logger;
}

export function createKnownNumbers({ journal, record, dataFolder, logger }: KnownNumbersOptions): KnownNumbers {
  return { on, reconcile };

  function on(day: string): DayNumbers | null {
    const read = journal.read((reader) => {
      return { held: selectDay(reader, day), isUsed: selectDays(reader, 1).length > 0 };
    });
    if (!read.done) {
      return null;
    }
    const known = joined(read.value.held, recordedOn(day));
    if (known !== null) {
      return known;
    }
    const numberBase = record.condition === 'sound' ? 0 : numberBaseOf(day, read.value.isUsed);
    if (numberBase > highestBase) {
      logger.error('Journal and record of the queue were lost too often today; no numbers are given until tomorrow');
      return null;
    }
    return { day, numberBase, last: {} };
  }

  function reconcile(today: string): void {
    const held = journal.read((reader) => selectDays(reader, mostRecordedDays));
    if (held.done && record.condition !== 'sound') {
      const begun = on(today);
      const isDoubtful = begun !== null && begun.numberBase > 0;
      if (held.value.length > 0 || isDoubtful) {
        record.write([...held.value.filter(({ day }) => day !== today), ...(begun === null ? [] : [begun])]);
      }
    }
    const missing = record.days.filter(isMissing);
    if (missing.length > 0) {
      journal.write((writer) => missing.forEach((numbers) => adoptNumbers(writer, numbers)));
    }
  }

  /** Whether the journal lacks any of these numbers. */
  function isMissing({ day, last }: DayNumbers): boolean {
    const found = journal.read((reader) => selectDay(reader, day));
    if (!found.done) {
      return false;
    }
    const heldLast = found.value?.last ?? {};
    return found.value === null || Object.entries(last).some(([prefix, number]) => number > (heldLast[prefix] ?? 0));
  }

  function recordedOn(day: string): DayNumbers | null {
    return record.days.find((numbers) => numbers.day === day) ?? null;
  }

  /**
   * Where a day begins that neither of the two knows, when there is no record. Usually it is a new day. But where a journal was
   * moved aside on that day, or nothing but a spoilt record says that there ever was one, numbers of it may be in citizens'
   * hands and nobody knows which. They are all within the ten thousands that began before, because no day gives more than
   * 9,999 from where it began; so the day goes on in ten thousands that were never begun. Odd to look at, and never a
   * number that somebody has.
   */
  function numberBaseOf(day: string, isUsed: boolean): number {
    const movedAside = setAsideTimes(readdirSync(dataFolder)).filter((timeMs) => officeDate(timeMs) >= day).length;
    const isDoubtful = movedAside > 0 || (record.condition === 'lost' && !isUsed);
    return isDoubtful ? (movedAside + 1) * (mostNumbersADay + 1) : 0;
  }
}

/** The higher number of each prefix. */
function joined(held: DayNumbers | null, recorded: DayNumbers | null): DayNumbers | null {
  if (held === null || recorded === null) {
    return held ?? recorded;
  }
  const last = { ...held.last };
  for (const [prefix, number] of Object.entries(recorded.last)) {
    last[prefix] = Math.max(number, last[prefix] ?? 0);
  }
  return { ...held, last };
}
