/** Queue numbers in the journal: none of a day is given twice and none is passed over without a trace, whatever dies when. */
import { readdirSync } from 'node:fs';
import { officeDate } from '../office-date.ts';
import type { Clock, Logger } from '../ports.ts';
import type { LedgerTicket, TicketLedger, TicketWish } from '../queue/ticket-ledger.ts';
import type { Journal } from './journal.ts';
import { type DayNumbers, type NumberRecord, openNumberRecord } from './number-record.ts';
import { setAsideTimes } from './set-aside.ts';
import { insertTicket, knowsAnyDay, selectDay, selectTickets } from './ticket-rows.ts';

/** Numbers one prefix may have a day; see `numberBaseOf`. Ten times what all visitors of a commune take. */
const mostNumbersADay = 9_999;
const highestNumber = 99_999;

/** A visit that a crash left open is over by now. */
const longestVisitMs = 30 * 60 * 1000;

export interface TicketLedgerOptions {
  /** The journal's own; locked while the ledger is used. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createTicketLedger(journal: Journal, { dataFolder, clock, logger }: TicketLedgerOptions): TicketLedger {
  const record = openNumberRecord(dataFolder, logger);
  const nowMs = clock.nowMs();
  forgetVisits(journal, { fromMs: nowMs - longestVisitMs, toMs: nowMs + longestVisitMs });
  return {
    take: (wish) => {
      if (!journal.isDurable) {
        return null;
      }
      const known = knownNumbers(wish.day);
      const number = known === null ? null : nextNumber(known, wish.prefix);
      if (known === null || number === null) {
        return null;
      }
      return giveNumber({ journal, record, wish, known, number });
    },
    takenBy: (visit, day) => valueOf(journal.read((reader) => selectTickets(reader, day, visit))),
    onDay: (day) => ticketsOnDay(journal, day),
    forgetVisits: () => forgetVisits(journal, null),
  };

  /** What was given on a day, by the journal or by the record, whichever knows more; null where nobody can tell. */
  function knownNumbers(day: string): DayNumbers | null {
    const read = journal.read((reader) => ({ held: selectDay(reader, day), isUsed: knowsAnyDay(reader) }));
    if (!read.done) {
      return null;
    }
    const { held, isUsed } = read.value;
    const recorded = record.day(day);
    if (held !== null || recorded !== null) {
      return joined(day, held, recorded);
    }
    const numberBase = record.condition === 'sound' ? 0 : numberBaseOf(day, isUsed);
    if (numberBase > highestNumber) {
      logger.error('Journal and record of the queue were lost too often today; no numbers are given until tomorrow');
      return null;
    }
    return { day, numberBase, last: {} };
  }

  /**
   * Where a day begins that neither of the two knows, when there is no record. Usually it is a new day. But where a journal was
   * moved aside on that day (or nothing but a spoilt record says that there ever was one), numbers of it may be in
   * citizens' hands and nobody knows which. None of them can be above 9,999, because no day gives more; so the day goes on
   * at 10,001, and after the next such loss at 20,001: odd to look at, and never a number that somebody has.
   */
  function numberBaseOf(day: string, isUsed: boolean): number {
    const lost = setAsideTimes(readdirSync(dataFolder)).filter((timeMs) => officeDate(timeMs) >= day).length;
    return (lost + (record.condition === 'lost' && !isUsed ? 1 : 0)) * (mostNumbersADay + 1);
  }
}

/** For reading alone, also where no kiosk runs. */
export function ticketsOnDay(journal: Pick<Journal, 'read'>, day: string): readonly LedgerTicket[] | null {
  return valueOf(journal.read((reader) => selectTickets(reader, day)));
}

/** The record first: a number that is only there was told to nobody, and the next ticket leaves a gap in its place. */
function giveNumber({ journal, record, wish, known, number }: Giving): LedgerTicket | null {
  if (!record.write({ ...known, last: { ...known.last, [wish.prefix]: number } })) {
    return null;
  }
  const written = journal.write((writer) => insertTicket(writer, wish, number, known));
  if (!written.done) {
    // Nobody has the number, so the next one may. Where the disk takes not even this, it becomes a gap.
    record.write(known);
    return null;
  }
  return written.value;
}

interface Giving {
  readonly journal: Journal;
  readonly record: NumberRecord;
  readonly wish: TicketWish;
  readonly known: DayNumbers;
  readonly number: number;
}

/** Null where the day has no more. */
function nextNumber({ numberBase, last }: DayNumbers, prefix: string): number | null {
  const number = (last[prefix] ?? numberBase) + 1;
  return number <= numberBase + mostNumbersADay ? number : null;
}

/** The higher number of each prefix. */
function joined(day: string, held: DayNumbers | null, recorded: DayNumbers | null): DayNumbers {
  const last = { ...held?.last };
  for (const [prefix, number] of Object.entries(recorded?.last ?? {})) {
    last[prefix] = Math.max(number, last[prefix] ?? 0);
  }
  return { day, numberBase: held?.numberBase ?? recorded?.numberBase ?? 0, last };
}

/** All of them, or those taken outside of a time: long ago, or before the clock was set back. */
function forgetVisits(journal: Journal, kept: { readonly fromMs: number; readonly toMs: number } | null): void {
  const where = 'visit IS NOT NULL AND NOT taken_at_ms BETWEEN ? AND ?';
  // Without a time, one that holds nothing.
  const bounds = kept === null ? [1, 0] : [kept.fromMs, kept.toMs];
  const found = journal.read((reader) => reader.prepare(`SELECT 1 FROM queue_ticket WHERE ${where}`).get(bounds));
  if (found.done && found.value !== undefined) {
    journal.write((writer) => writer.prepare(`UPDATE queue_ticket SET visit = NULL WHERE ${where}`).run(bounds));
  }
}

function valueOf<T>(outcome: { readonly done: true; readonly value: T } | { readonly done: false }): T | null {
  return outcome.done ? outcome.value : null;
}
